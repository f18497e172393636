// checklists/tree.h - the files of the product, as the predicates of a checklist see them.
//
// The tree may be a stranger's: links are not followed, folders and files are
// bounded in number and size. When a bound is met the tree says so (`incomplete`),
// and a predicate that found nothing wrong must then answer "open", not "pass".
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::checklists {

// A file that somebody asked for: its name was enough (no digest), or its bytes were read.
struct SeenFile {
  std::string path;    // relative to the root
  std::string sha256;  // of the bytes; empty: only the name was looked at
};

class Tree {
 public:
  // Lists the files below `root`, without `.git` and what an `exclude` glob matches.
  static Result<Tree> open(const std::filesystem::path& root, const std::vector<std::string>& exclude);

  // Paths relative to the root with `/`, sorted, that match at least one glob.
  std::vector<std::string> matching(const std::vector<std::string>& globs) const;
  bool has(const std::string& path) const;
  // The bytes; an error when the file has become unreadable or is larger than 4 MiB.
  Result<std::string> read(const std::string& path) const;
  // Why the list is not the whole tree, one line; empty when it is.
  const std::string& incomplete() const { return incomplete_; }
  // Everything that was asked for so far and is there, by path: a tree of these files alone gives
  // the same answers. Not for several threads at once.
  std::vector<SeenFile> seen() const;

 private:
  void list(const std::vector<std::string>& exclude);

  std::filesystem::path root_;
  std::vector<std::string> files_;  // sorted
  std::string incomplete_;
  std::shared_ptr<std::map<std::string, std::string>> seen_ = std::make_shared<std::map<std::string, std::string>>();
};

}  // namespace sluice::checklists
