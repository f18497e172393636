#include "gate/same_path.h"

#include <algorithm>
#include <string>

namespace sluice::gate {
namespace {

struct Path {
  std::string backwards;  // so that a path that ends like another one begins like it, and stands before it
  TextId id = 0;
  std::size_t longest = 0;   // index of the longest path that ends with it
  std::size_t branches = 0;  // how many such there are, of those that end with no other's end
};

bool begins_folder(const std::string& shorter, const std::string& longer) {
  return longer.size() > shorter.size() && longer.starts_with(shorter) && longer[shorter.size()] == '/';
}

}  // namespace

std::map<TextId, TextId> same_paths(const std::vector<TextId>& ids, const TextPool& texts) {
  std::vector<Path> paths;
  for (TextId id : ids) {
    std::string_view text = texts.at(id);
    // `/` is put before all other characters, or "a-b" would stand between "a" and "a/b".
    std::string backwards(text.rbegin(), text.rend());
    paths.push_back({std::move(backwards), id});
  }
  auto less = [](char a, char b) { return (a == '/' ? 0 : static_cast<unsigned char>(a)) < (b == '/' ? 0 : static_cast<unsigned char>(b)); };
  std::ranges::sort(paths, [&](const Path& a, const Path& b) { return std::ranges::lexicographical_compare(a.backwards, b.backwards, less); });
  std::map<TextId, TextId> meant;
  std::vector<std::size_t> open;  // each ends the next one
  auto close = [&] {
    Path& path = paths[open.back()];
    if (path.branches == 0) path.branches = 1, path.longest = open.back();
    if (path.branches == 1 && path.longest != open.back()) meant[path.id] = paths[path.longest].id;
    open.pop_back();
    if (open.empty()) return;
    paths[open.back()].branches += path.branches;
    paths[open.back()].longest = path.longest;
  };
  for (std::size_t i = 0; i < paths.size(); ++i) {
    while (!open.empty() && !begins_folder(paths[open.back()].backwards, paths[i].backwards)) close();
    open.push_back(i);
  }
  while (!open.empty()) close();
  return meant;
}

}  // namespace sluice::gate
