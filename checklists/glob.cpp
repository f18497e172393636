#include "checklists/glob.h"

#include <vector>

namespace sluice::checklists {
namespace {

// reach[i]: the pattern read so far can end before path[i]. One pass over the path for
// each part of the pattern: no backtracking, so no pattern is slow.
using Reach = std::vector<bool>;

Reach after_star(const Reach& before, std::string_view path, bool across_folders) {
  Reach after(before.size());
  bool open = false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (i > 0 && path[i - 1] == '/' && !across_folders) open = false;
    open = open || before[i];
    after[i] = open;
  }
  return after;
}

// `**/`: nothing, or any number of whole folders.
Reach after_folders(const Reach& before, std::string_view path) {
  Reach after = before;
  bool open = false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (open && i > 0 && path[i - 1] == '/') after[i] = true;
    open = open || before[i];
  }
  return after;
}

Reach after_character(const Reach& before, std::string_view path, char wanted) {
  Reach after(before.size());
  for (std::size_t i = 0; i < path.size(); ++i)
    after[i + 1] = before[i] && (wanted == '?' ? path[i] != '/' : path[i] == wanted);
  return after;
}

bool matches_whole(std::string_view pattern, std::string_view path) {
  Reach reach(path.size() + 1);
  reach[0] = true;
  while (!pattern.empty()) {
    if (pattern.starts_with("**/")) {
      reach = after_folders(reach, path);
      pattern.remove_prefix(3);
    } else if (pattern.starts_with("**")) {
      reach = after_star(reach, path, true);
      pattern.remove_prefix(2);
    } else if (pattern[0] == '*') {
      reach = after_star(reach, path, false);
      pattern.remove_prefix(1);
    } else {
      reach = after_character(reach, path, pattern[0]);
      pattern.remove_prefix(1);
    }
  }
  return reach.back();
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos) path.remove_prefix(path.rfind('/') + 1);
  return matches_whole(pattern, path);
}

}  // namespace sluice::checklists
