#include "analyzers/languages/markup.h"

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

namespace sluice {

void shape_markup_text(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::string_view inner = trim(text);
  if (inner.empty()) return;
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(inner.data() - text.data());
  ByteRange range{begin, begin + static_cast<std::uint32_t>(inner.size())};
  if (s.visit_stand_in(range, role)) return;
  s.out().leaf(Kind::Text, role, range, inner, s.raw(raw).symbol);
}

void shape_markup_attribute(Shaper& s, RawIndex raw, Role role) {
  shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value);
}

}  // namespace sluice
