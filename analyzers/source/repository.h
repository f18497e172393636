// analyzers/source/repository.h - a git repository, opened to read from it.
//
// Through libgit2, in this process: no `git` is started, no hook, filter or credential helper
// of the repository runs (libgit2 only runs filters that a program registers, and Sluice
// registers none), no network is used. Configuration of the user and the machine is not read,
// so the same repository gives the same answers everywhere.
//
// libgit2 refuses repositories of another owner ("dubious ownership") because it may act on
// their configuration. Nothing here does, and a container often scans as root what somebody
// else checked out, so that check is switched off.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

struct git_repository;

namespace sluice {

struct FreeRepository {
  void operator()(git_repository* repository) const;
};
using RepositoryHandle = std::unique_ptr<git_repository, FreeRepository>;

class Repository {
 public:
  // The repository that `path` is in. Errors: none there, bare, or of a format libgit2 does not know.
  static Result<Repository> open(const std::string& path);

  git_repository* get() const { return handle_.get(); }
  const std::string& root() const { return root_; }  // of the working tree, absolute, without trailing '/'
  bool is_shallow() const;

 private:
  Repository(RepositoryHandle handle, std::string root) : handle_(std::move(handle)), root_(std::move(root)) {}
  RepositoryHandle handle_;
  std::string root_;
};

// Where the scanned files come from, for SARIF's versionControlProvenance.
struct Provenance {
  std::string remote_url;   // of `origin`, else of the first remote; without credentials; empty: none, or a local path
  std::string revision;     // 40 (or 64) hex digits; empty before the first commit
  std::string branch;       // short name; empty when HEAD is detached
  bool is_dirty = false;    // tracked files differ from the revision
  friend bool operator==(const Provenance&, const Provenance&) = default;
};
Result<Provenance> read_provenance(const Repository& repository);

// The URL without user, password, query and fragment; `user@host:path` as `ssh://host/path`;
// empty for a path on this machine.
std::string public_url(std::string_view url);

// What libgit2 says of its last failure, for error messages.
std::string last_git_error();

}  // namespace sluice
