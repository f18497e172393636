// analyzers/source/changed_lines.h - which lines a change brings in (`--diff REF`).
//
// Compared is the merge base of HEAD and REF, that is the state the change set out from, with
// what is scanned: the working tree (staged, dirty and untracked files included) or the index.
// A renamed file has the lines that differ from its old self.
//
// In a shallow clone the merge base may not be there. Then REF itself is compared with, which
// shows what REF gained meanwhile as changed too: more lines, never fewer, and `base.note` says so.
// Where REF is not there either, it is an error that says what to fetch.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyzers/source/repository.h"
#include "base/result.h"

namespace sluice {

struct LineRange {
  std::uint32_t first = 0, last = 0;  // from 1, both included
  friend auto operator<=>(const LineRange&, const LineRange&) = default;
};

struct FileChange {
  bool is_whole_file = false;     // new, untracked, binary or too large to compare, or with lone "\r" line ends
  std::vector<LineRange> lines;   // ascending, apart
  bool contains(std::uint32_t line) const;
  bool overlaps(LineRange range) const;
  friend bool operator==(const FileChange&, const FileChange&) = default;
};

struct DiffBase {
  std::string revision;  // hex: what was compared with
  std::string note;      // empty, or why it is not the merge base
};

struct ChangedLines {
  DiffBase base;
  std::map<std::string, FileChange> files;  // by path relative to the repository's root; only files that are there now
  const FileChange* find(const std::string& path) const;
};

enum class ComparedWith { WorkingTree, Index };

// `base_ref`: anything that names a commit: a branch, a tag, a hash, HEAD~3.
Result<ChangedLines> changed_lines(const Repository& repository, const std::string& base_ref, ComparedWith with);

}  // namespace sluice
