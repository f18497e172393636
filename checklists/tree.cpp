#include "checklists/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "checklists/glob.h"

namespace sluice::checklists {
namespace {

constexpr std::size_t kMaxFiles = 500'000;
constexpr int kMaxDepth = 64;
constexpr std::uintmax_t kMaxFileBytes = 4u << 20;

bool matches_any(const std::vector<std::string>& globs, std::string_view path) {
  return std::ranges::any_of(globs, [&](const std::string& glob) { return glob_matches(glob, path); });
}

}  // namespace

Result<Tree> Tree::open(const std::filesystem::path& root, const std::vector<std::string>& exclude) {
  std::error_code error;
  if (!std::filesystem::is_directory(root, error))
    return fail({root.string()}, "tree-root", "the root of the product is not a folder");
  Tree tree;
  tree.root_ = root;
  tree.list(exclude);
  return tree;
}

void Tree::list(const std::vector<std::string>& exclude) {
  namespace fs = std::filesystem;
  std::error_code error;
  // Unreadable folders end up in `error`, not skipped in silence.
  fs::recursive_directory_iterator at(root_, fs::directory_options::none, error), end;
  for (; !error && at != end; at.increment(error)) {
    std::string path = at->path().lexically_relative(root_).generic_string();
    fs::file_status status = at->symlink_status(error);
    if (error) break;
    if (fs::is_directory(status)) {
      bool is_left_out = at->path().filename() == ".git" || matches_any(exclude, path) || matches_any(exclude, path + "/");
      if (!is_left_out && at.depth() >= kMaxDepth) incomplete_ = fmt::format("folders deeper than {} were not read", kMaxDepth);
      if (is_left_out || at.depth() >= kMaxDepth) at.disable_recursion_pending();
      continue;
    }
    if (!fs::is_regular_file(status) || matches_any(exclude, path)) continue;
    if (files_.size() == kMaxFiles) {
      incomplete_ = fmt::format("only the first {} files were read", kMaxFiles);
      break;
    }
    files_.push_back(std::move(path));
  }
  if (error) incomplete_ = "a folder could not be read: " + error.message();
  std::ranges::sort(files_);
}

std::vector<std::string> Tree::matching(const std::vector<std::string>& globs) const {
  std::vector<std::string> paths;
  std::ranges::copy_if(files_, std::back_inserter(paths), [&](const std::string& path) { return matches_any(globs, path); });
  for (const std::string& path : paths) seen_->try_emplace(path);
  return paths;
}

bool Tree::has(const std::string& path) const {
  bool is_there = std::ranges::binary_search(files_, path);
  if (is_there) seen_->try_emplace(path);
  return is_there;
}

Result<std::string> Tree::read(const std::string& path) const {
  std::error_code error;
  std::uintmax_t bytes = std::filesystem::file_size(root_ / path, error);
  if (!error && bytes > kMaxFileBytes) return fail({path}, "tree-too-large", "the file is larger than 4 MiB");
  SLUICE_TRY(std::string text, read_file(root_ / path));
  std::string& digest = (*seen_)[path];
  if (digest.empty()) digest = sha256_hex(text);
  return text;
}

std::vector<SeenFile> Tree::seen() const {
  std::vector<SeenFile> files;
  for (const auto& [path, sha256] : *seen_) files.push_back({path, sha256});
  return files;
}

}  // namespace sluice::checklists
