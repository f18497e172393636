// analyzers/source/reader.h - the discovered files as Sources.
//
// Reading tells what a name can't: files that are binary, huge, unreadable, minified or marked
// as generated, and those in a language nobody asked for, move from `scanned` to their state, so
// discovered = scanned + skipped + ignored still holds, and `scanned` is exactly the SourceSet.
#pragma once
#include <expected>
#include <string>

#include "analyzers/source/discovery.h"
#include "analyzers/source/source.h"

namespace sluice {

struct SourceTree {
  Discovery discovery;
  SourceSet sources;  // in the order of the paths, whatever the number of threads

  // The file with that path; an invalid id when it is not scanned.
  SourceId find(std::string_view path) const;
};

// `jobs`: threads that read, at least 1. Fails when the root is gone.
Result<SourceTree> read_sources(Discovery discovery, const DiscoveryOptions& options, unsigned jobs);

// Both steps.
Result<SourceTree> read_tree(const std::vector<std::string>& arguments, const DiscoveryOptions& options, unsigned jobs,
                             Diagnostics& diags, const std::string& current_folder = {});

// One file's bytes, from wherever they are. A `.h` is C here unless its own text is C++; its
// includers are asked in `finish`.
struct ReadFile {
  Source source;
  bool is_ambiguous_header = false;
};
std::expected<ReadFile, Reason> make_source(const std::string& path, std::string bytes, const DiscoveryOptions& options);

// What was read, file by file (index as in discovery.files; only the scanned ones are looked
// at), to a tree: decides the headers' language and applies --languages.
SourceTree finish(Discovery discovery, std::vector<std::expected<ReadFile, Reason>> files, const DiscoveryOptions& options, unsigned jobs);

}  // namespace sluice
