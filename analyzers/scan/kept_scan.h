// analyzers/scan/kept_scan.h - a scan as it is kept for the next one of the same tree: what was found in each
// file, and what the analysis of the whole program depended on.
//
// One entry of the user's cache (base/cache.h). Its key says which rules and options it is of, so what is in it
// holds wherever the texts are the same; it names files by their paths below the scan root alone, so another
// checkout has it, too. A tree has no name: of all its paths the one whose digest is smallest stands for it, which
// is the same after most changes. What was found for another tree does no harm, because texts are compared.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/flow/engine/file_header.h"
#include "analyzers/flow/engine/kept_analysis.h"
#include "analyzers/scan/analyze_file.h"
#include "base/cache.h"

namespace sluice {

struct KeptFile {
  std::string path;
  std::string digest;               // of all that the file itself says (digest_of)
  std::vector<Language> languages;  // languages_within
  std::vector<Language> hosts;      // templates::hosts_of
  FileAnalysis analysis;            // sources in it are numbers of KeptScan::files
  // Rules of which endpoints were matched in it, with bits by TaintEndpoint::Kind.
  std::vector<std::pair<std::uint16_t, std::uint8_t>> ends;
  bool is_in_program = false;
  std::vector<flow::FileHeader> parts;  // of the program
};

struct KeptScan {
  // What else has to be as it was.
  std::vector<Language> languages;       // of all files
  bool has_types = false;                // libclang was there
  bool is_within_files = false;          // FlowRules::stays_within_files
  std::vector<KeptFile> files;           // in the order of the sources
  std::vector<std::uint8_t> live_rules;  // by rule: it has sources and sinks somewhere
  std::string settings_digest;
  flow::KeptAnalysis flow;
};

// Of C and C++ with types more files than its own decide what is found: those are looked at each time.
std::string digest_of(const Source& source);

// `parts`: what all results depend on, beside the files.
std::string kept_scan_key(const SourceSet& sources, std::initializer_list<std::string_view> parts);
std::string to_bytes(const KeptScan& scan);
// Nothing when the bytes are not what to_bytes writes.
std::optional<KeptScan> kept_scan_from_bytes(std::string_view bytes);

}  // namespace sluice
