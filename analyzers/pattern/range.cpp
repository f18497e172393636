#include "analyzers/pattern/range.h"

namespace sluice::formula {

const Range* survivor(const Range& u, const Range& v) {
  if (v.kind == RangeKind::Anywhere) return &u;
  if (u.kind == RangeKind::Anywhere) return &v;
  bool u_surrounds = u.kind == RangeKind::Inside, v_surrounds = v.kind == RangeKind::Inside;
  if (is_within(u.bytes, v.bytes) && !(u_surrounds && !v_surrounds)) return &u;
  if (is_within(v.bytes, u.bytes) && !(v_surrounds && !u_surrounds)) return &v;
  return nullptr;
}

std::optional<Range> intersection(const Agreement& agreement, const Range& u, const Range& v) {
  const Range* inner = survivor(u, v);
  if (!inner) return std::nullopt;
  auto both = agreement.joined(inner->bindings, (inner == &u ? v : u).bindings);
  if (!both) return std::nullopt;
  return Range{inner->bytes, *std::move(both), inner->kind, inner->fix};
}

bool takes_away(const Agreement& agreement, const Range& y, const Range& x) {
  switch (y.kind) {
    case RangeKind::Anywhere: return true;
    case RangeKind::Plain:
      if (x.bytes != y.bytes) return false;
      break;
    case RangeKind::Inside:
      if (!is_within(x.bytes, y.bytes)) return false;
      break;
    case RangeKind::Regexp:
      if (!is_within(x.bytes, y.bytes) && !is_within(y.bytes, x.bytes)) return false;
      break;
  }
  return agreement.agree(x.bindings, y.bindings);
}

}  // namespace sluice::formula
