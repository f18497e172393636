// analyzers/scan/configuration.h - what a `sluice.yaml` says: defaults of a scan's options,
// paths to leave out, languages that join. docs/configuration.md describes it for users.
//
// Who wrote the file decides what it may say. A trusted one was named on the command line. The
// one at the root of the scanned tree may be a stranger's: what runs code (a language's library),
// leaves files out, chooses other rules or lets more pass is held back there, and told. What is
// left can only add findings, or block for more of them.
//
// Not here: the command line, which wins over both (cli/scan_config.h).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyzers/languages/joined.h"
#include "base/diagnostics.h"

namespace sluice {

enum class Trust { Trusted, UnderScan };

struct Configuration {
  std::vector<std::string> rules;  // `config`: files, folders, `builtin:NAME`; relative ones from the file's folder
  std::vector<std::string> include, exclude;
  std::optional<std::string> fail_on, format;
  std::optional<unsigned> jobs;
  std::optional<bool> fail_on_incomplete, strict, require_suppression_id, require_suppression_reason;
  std::vector<LibraryLanguage> languages;
  Diagnostics held_back;  // what a file under scan may not say
};

inline constexpr unsigned kMaxJobs = 256;

// `file` names the text in messages, and its folder is where relative paths begin. Fails with
// all mistakes.
Result<Configuration> parse_configuration(const std::string& file, std::string_view text, Trust trust);

// The configuration at the root of the project that `paths` are in; nothing when there is none, or
// when it is the one that is trusted. Read without following links, as what is scanned. Places
// name it `sluice.yaml`.
Result<std::optional<Configuration>> read_configuration_under_scan(const std::vector<std::string>& paths, const std::string& trusted_file);

// Loads the libraries of its languages. Fails with the mistakes of all of them.
Result<void> join_languages(const Configuration& trusted);

}  // namespace sluice
