// analyzers/source/discovery.h - which files a scan is about, and what became of each.
//
// The root. Paths in results are relative to the root of the project that the arguments are in:
// the nearest folder above with a `.git`; without one the topmost with an ignore file (up to,
// not including, the home folder, `/` and shared temporary folders); without one the current
// folder when the arguments are in it; else what the arguments have in common. So a file has
// the same path and the same fate whether it is named by `.`, an absolute path, its own path
// or from another folder.
//
// What is left out. Asked in this order, the first answer counts: an --exclude glob; the ignore
// files (.gitignore, .semgrepignore, .sluiceignore of every folder from the root down, then
// .git/info/exclude; of one folder the later named wins, of two folders the deeper); the
// built-in list of vendored and generated files (left_out.h), which a `!pattern` in a
// .sluiceignore or .semgrepignore lifts; --include; --languages. A file named as an argument is
// asked the same questions unless an option says otherwise. A folder that is left out is not
// entered and is one entry of its own.
//   Not asked: git's core.excludesFile and core.ignoreCase, which differ from machine to
//   machine, and whether git tracks the file, since there may be no git. A nested repository
//   starts anew: ignore files above it say nothing about what is in it, as in git. The
//   info/exclude of a linked worktree or submodule lies outside the tree and is not read.
//
// Symbolic links are followed inside the root only, and what they lead to goes by its own path,
// once; the link itself is an entry. Nothing is started, no content is read here but ignore
// files; reader.h reads, and moves what turns out to be binary, huge or generated to its state.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/file_state.h"
#include "analyzers/source/language.h"
#include "base/diagnostics.h"

namespace sluice {

struct DiscoveryOptions {
  std::vector<std::string> include, exclude;  // globs as in glob.h
  std::vector<Language> languages;            // none: all
  // By extension (lower case, without the dot), over the built-in table: {"h", Cpp}.
  std::map<std::string, Language> language_of_extension;
  bool use_gitignore = true;             // .gitignore and .git/info/exclude
  bool use_tool_ignores = true;          // .semgrepignore and .sluiceignore
  bool leave_out_vendored = true;        // code of others and build output
  bool leave_out_generated = true;       // by name, by a mark in the file, minified
  bool ask_for_arguments = true;         // false: files that are named are not left out
  std::uint64_t max_file_bytes = 5'000'000;
  std::uint32_t max_depth = 100;         // folders below the root
};

struct DiscoveredFile {
  std::string path;        // relative to the root, '/' between the parts; a folder's ends with '/'
  FileState state = FileState::Scanned;
  Reason reason;           // code None when scanned
  bool is_argument = false;  // named itself, not found in a folder
  bool is_folder() const { return path.ends_with('/'); }
};

struct DiscoveryCounts {
  std::uint32_t discovered = 0, scanned = 0, skipped = 0, ignored = 0;  // files; discovered is the sum
  std::uint32_t folders_skipped = 0, folders_ignored = 0;               // not entered, not counted above
};

struct Discovery {
  std::string root;                   // absolute; for opening, never for output
  std::vector<DiscoveredFile> files;  // sorted by path, bytewise; each path once

  DiscoveryCounts counts() const;
  // How many entries have each reason, for the summary; folders included.
  std::map<ReasonCode, std::uint32_t> reasons() const;
};

// `arguments` as on the command line, relative ones to `current_folder` (empty: the process's).
// Errors, all at once: arguments that don't exist, or that no common root can be opened for.
Result<Discovery> discover(const std::vector<std::string>& arguments, const DiscoveryOptions& options, Diagnostics& diags,
                           const std::string& current_folder = {});

}  // namespace sluice
