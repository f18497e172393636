#include "analyzers/languages/kotlin_string.h"

#include <algorithm>

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::kotlin {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Where a `$name` begins at or behind `at`; npos when there is none.
std::size_t find_short_interpolation(std::string_view text, std::size_t at) {
  while ((at = text.find('$', at)) != std::string_view::npos && (at + 1 == text.size() || !is_letter(text[at + 1]))) ++at;
  return at;
}

// The text between two pieces of code: `$name` in it is code too, which the grammar
// does not see in strings of one line.
void write_text(Shaper& s, std::string_view text, std::uint32_t begin) {
  auto offset = [begin](std::size_t at) { return begin + static_cast<std::uint32_t>(at); };
  std::size_t done = 0;
  for (std::size_t at = find_short_interpolation(text, 0); done < text.size(); at = find_short_interpolation(text, done)) {
    std::size_t end = std::min(at, text.size());
    if (end > done) s.out().leaf(s.is_pattern() && text.substr(done, end - done) == "..." ? Kind::Ellipsis : Kind::StringText,
                                 Role::Element, {offset(done), offset(end)}, text.substr(done, end - done));
    if (at == std::string_view::npos) return;
    std::size_t stop = at + 1;
    while (stop < text.size() && (is_letter(text[stop]) || (text[stop] >= '0' && text[stop] <= '9'))) ++stop;
    std::string_view name = text.substr(at, stop - at);
    s.open(Kind::Interpolation, Role::Element, ByteRange{offset(at), offset(stop)});
    if (s.is_pattern() && is_metavariable(name)) s.out().leaf(Kind::Hole, Role::Value, {offset(at), offset(stop)}, name);
    else s.out().leaf(Kind::Name, Role::Value, {offset(at + 1), offset(stop)}, name.substr(1));
    s.close();
    done = stop;
  }
}

}  // namespace

void shape_kotlin_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view content = string_content(s.text(raw));
  bool is_hole = s.is_pattern() && is_metavariable(content);
  if (is_hole || find_short_interpolation(content, 0) == std::string_view::npos) return s.string(raw, role);
  s.open(Kind::Template, role, raw);
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(content.data() - s.text(raw).data());
  std::uint32_t end = begin + static_cast<std::uint32_t>(content.size());
  for (RawIndex child : s.named_children(raw)) {
    if (!s.is(child, "interpolation")) continue;
    std::string_view whole = s.text(raw);
    write_text(s, whole.substr(begin - s.raw(raw).begin, s.raw(child).begin - begin), begin);
    s.open(Kind::Interpolation, Role::Element, child);
    s.visit_children(child, Role::Value);
    s.close();
    begin = s.raw(child).end;
  }
  write_text(s, s.text(raw).substr(begin - s.raw(raw).begin, end - begin), begin);
  s.close();
}

}  // namespace sluice::kotlin
