#include "analyzers/flow/engine/value.h"

#include <algorithm>

namespace sluice::flow {
namespace {

std::uint32_t hash_of(const Value& value) {
  std::uint64_t hash = value.type.index * 0x9e3779b97f4a7c15ull + value.begin.index * 0xc2b2ae3d27d4eb4full + (value.is_unknown ? 3 : 0) + (value.is_exact_type ? 5 : 0);
  auto mix = [&hash](std::uint64_t more) { hash = (hash ^ more) * 0xff51afd7ed558ccdull, hash ^= hash >> 29; };
  for (const Taint& taint : value.taints) mix(taint.atom.bits()), mix(std::uint64_t{taint.cleaned.index} << 32 | taint.trace.index);
  for (Symbol constant : value.constants) mix(constant.index + 1);
  for (ObjectId object : value.objects) mix(std::uint64_t{object.index} << 32 | 7);
  return static_cast<std::uint32_t>(hash >> 16);
}

// Sorted lists, the second into the first.
template <class T>
void merge(std::vector<T>& into, const std::vector<T>& more) {
  if (more.empty()) return;
  std::size_t middle = into.size();
  into.insert(into.end(), more.begin(), more.end());
  std::inplace_merge(into.begin(), into.begin() + static_cast<std::ptrdiff_t>(middle), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

void unite_taints(std::vector<Taint>& into, std::span<const Taint> more, CleanSets& clean_sets) {
  if (into.empty()) return into.assign(more.begin(), more.end());
  for (const Taint& taint : more) {
    auto at = std::ranges::lower_bound(into, taint.atom, {}, &Taint::atom);
    if (at == into.end() || at->atom != taint.atom) {
      into.insert(at, taint);
      continue;
    }
    at->cleaned = clean_sets.both(at->cleaned, taint.cleaned);
    if (taint.rank < at->rank) at->trace = taint.trace, at->rank = taint.rank;
  }
}

ValuePool::ValuePool(CleanSets& clean_sets) : clean_sets_(clean_sets) { clear(); }

void ValuePool::clear() {
  values_.clear();
  hashes_.clear();
  slots_.assign(64, 0);
  add({});  // Nothing
  Value unknown;
  unknown.is_unknown = true;
  unknown_ = add(std::move(unknown));
}

ValueRef ValuePool::add(Value value) {
  if (value.constants.size() > kMostConstants) value.constants.clear(), value.is_unknown = true;
  if (value.objects.size() > kMostObjects) value.objects.resize(kMostObjects), value.is_unknown = true;
  if (value.taints.size() > kMostTaints) value.taints.resize(kMostTaints);
  std::uint32_t hash = hash_of(value);
  std::size_t mask = slots_.size() - 1, at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask)
    if (std::uint32_t known = slots_[at] - 1; hashes_[known] == hash && values_[known] == value) return {known};
  values_.push_back(std::move(value));
  hashes_.push_back(hash);
  slots_[at] = static_cast<std::uint32_t>(values_.size());
  if (values_.size() * 2 > slots_.size()) grow();
  return {static_cast<std::uint32_t>(values_.size() - 1)};
}

void ValuePool::grow() {
  slots_.assign(slots_.size() * 4, 0);
  std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < values_.size(); ++i) {
    std::size_t at = hashes_[i] & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = i + 1;
  }
}

ValueRef ValuePool::unite(ValueRef a, ValueRef b) {
  if (a == b || b == kNothing) return a;
  if (a == kNothing) return b;
  Value out = values_[a.index];
  const Value& other = values_[b.index];
  unite_taints(out.taints, other.taints, clean_sets_);
  merge(out.constants, other.constants);
  merge(out.objects, other.objects);
  out.is_unknown |= other.is_unknown;
  if (out.begin != other.begin) out.begin = {};
  if (out.type != other.type) {
    // A part without a type (null, a constant) says nothing against the type of the other.
    if (!out.type.valid()) out.type = other.type;
    out.is_exact_type = false;
  } else {
    out.is_exact_type &= other.is_exact_type;
  }
  return add(std::move(out));
}

ValueRef ValuePool::taints_of(ValueRef value) {
  if (values_[value.index].taints.empty()) return kNothing;
  Value out;
  out.taints = values_[value.index].taints;
  return add(std::move(out));
}

ValueRef ValuePool::with_taints(ValueRef value, std::span<const Taint> more) {
  if (more.empty()) return value;
  Value out = values_[value.index];
  unite_taints(out.taints, more, clean_sets_);
  return add(std::move(out));
}

ValueRef ValuePool::without_taints(ValueRef value) {
  if (values_[value.index].taints.empty()) return value;
  Value out = values_[value.index];
  out.taints.clear();
  return add(std::move(out));
}

}  // namespace sluice::flow
