#include "analyzers/flow/engine/translate.h"

#include <algorithm>

namespace sluice::flow {

std::vector<Taint> Translation::taints(std::span<const Taint> list) {
  std::vector<Taint> out;
  for (const Taint& taint : list) rules_.taint(taint, out);
  std::ranges::stable_sort(out, [](const Taint& a, const Taint& b) { return std::tie(a.atom, a.rank) < std::tie(b.atom, b.rank); });
  std::vector<Taint> unique;
  for (const Taint& taint : out) {
    if (!unique.empty() && unique.back().atom == taint.atom) unique.back().cleaned = to_.values.clean_sets().both(unique.back().cleaned, taint.cleaned);
    else unique.push_back(taint);
  }
  return unique;
}

ValueRef Translation::value(ValueRef ref) {
  if (ref == kNothing) return ref;
  if (auto known = values_.find(ref.index); known != values_.end()) return known->second;
  const Value& what = from_.values[ref];
  Value own;
  own.taints = taints(what.taints);
  own.constants = what.constants;
  own.type = what.type;
  own.begin = what.begin;
  own.is_unknown = what.is_unknown;
  own.is_exact_type = what.is_exact_type;
  std::vector<ObjectId> objects = what.objects;  // `what` may move
  bool is_only_objects = own.taints.empty() && own.constants.empty() && !own.is_unknown;
  ValueRef out = is_only_objects ? kNothing : to_.values.add(own);
  for (ObjectId id : objects) out = to_.values.unite(out, object(id));
  // A declared type stays, unless what is given is known better.
  if (own.type.valid() && out != kNothing && !to_.values[out].type.valid()) {
    Value typed = to_.values[out];
    typed.type = own.type;
    typed.is_exact_type = own.is_exact_type;
    out = to_.values.add(std::move(typed));
  }
  values_.emplace(ref.index, out);
  return out;
}

ValueRef Translation::object(ObjectId id) {
  auto [at, is_new] = objects_.try_emplace(id.index, kNothing);  // a circle of objects ends
  if (!is_new) return at->second;
  ValueRef out = rules_.object(id);
  objects_[id.index] = out;
  return out;
}

ContentRef Translation::content(ContentRef ref) {
  if (ref == kPristine) return ref;
  Content what = from_.contents[ref];
  for (auto& [key, field] : what.fields) field = value(field);
  for (ValueRef& element : what.elements) element = value(element);
  what.rest = value(what.rest);
  what.keys = value(what.keys);
  what.own = value(what.own);
  return to_.contents.add(std::move(what));
}

}  // namespace sluice::flow
