// analyzers/source/staged.h - what is about to be committed, as Sources.
//
// A commit hook must judge what the commit will hold, not what lies in the working tree: a
// file may be staged in one state and edited further. So the bytes come from git's index.
// The ignore files are those of the working tree, and the rules those of a scan, so a file
// is staged-scanned if and only if `sluice scan .` would scan it.
//
// During `git commit -a` or `git commit FILE` git works on a temporary index and names it
// in GIT_INDEX_FILE; that one is read.
//
// A staged `.h` is C++ when its own text or a C++ file staged or tracked beside it says so, or a
// staged C++ file includes it: reading every blob for its includes would cost a commit seconds.
#pragma once
#include <string>

#include "analyzers/source/reader.h"
#include "analyzers/source/repository.h"

namespace sluice {

struct StagedOptions {
  DiscoveryOptions discovery;
  std::string index_file;  // empty: that of GIT_INDEX_FILE, else the repository's
};

// The files that are added, modified, renamed or retyped in the index against HEAD; deleted
// ones have no content. Links, submodules and unmerged files are skipped with that reason.
// Empty when nothing is staged. Paths are relative to the repository's root.
Result<SourceTree> read_staged(const Repository& repository, const StagedOptions& options, unsigned jobs, Diagnostics& diags);

}  // namespace sluice
