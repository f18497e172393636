#include "gate/route.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMaxSegments = 64;

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> list;
  for (std::string_view part : split(path, '/'))
    if (!part.empty()) list.push_back(part);
  return list;
}

bool takes_rest(std::string_view part) {
  bool is_star = part.starts_with('*');
  return is_star || part.starts_with("<path:") || part.starts_with("{*") || part.ends_with(":path}") || part.starts_with("[...");
}

// ":id" stands for anything; "{id}.json" for what ends so.
bool takes_one(std::string_view part, std::string_view segment) {
  if (part == segment || part.starts_with(':')) return true;
  for (auto [open, close] : {std::pair('{', '}'), std::pair('<', '>'), std::pair('[', ']')}) {
    auto begin = part.find(open), end = part.rfind(close);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
    std::string_view before = part.substr(0, begin), after = part.substr(end + 1);
    return segment.size() > before.size() + after.size() && segment.starts_with(before) && segment.ends_with(after);
  }
  return false;
}

bool is_method(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool route_matches(std::string_view route, std::string_view path, std::string_view method) {
  auto blank = route.find(' ');
  if (blank != std::string_view::npos && is_method(route.substr(0, blank))) {
    if (!method.empty() && route.substr(0, blank) != method) return false;
    route = trim(route.substr(blank + 1));
  }
  std::vector<std::string_view> parts = segments_of(route), segments = segments_of(path.substr(0, path.find_first_of("?#")));
  if (parts.size() > kMaxSegments || segments.size() > kMaxSegments || !route.starts_with('/')) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (takes_rest(parts[i])) return true;
    if (i >= segments.size() || !takes_one(parts[i], segments[i])) return false;
  }
  return parts.size() == segments.size();
}

}  // namespace sluice::gate
