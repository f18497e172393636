#include "analyzers/flow/taint_value.h"

#include <algorithm>

namespace sluice::flow {
namespace {

constexpr int kMaxDepth = 4;            // of fields of fields; deeper ones are their object
constexpr std::size_t kMaxParts = 20;   // of one value; further ones are the whole

}  // namespace

bool TaintSet::has_label(std::uint32_t label) const { return std::ranges::find(list_, label, &Taint::label) != list_.end(); }

void TaintSet::add(Taint taint) {
  auto at = std::ranges::lower_bound(list_, taint);
  if (at == list_.end() || *at != taint) list_.insert(at, taint);
}

bool TaintSet::unite(const TaintSet& other) {
  std::size_t before = list_.size();
  for (const Taint& taint : other.list_) add(taint);
  return list_.size() > before;
}

void TaintSet::drop_label(std::uint32_t label) {
  std::erase_if(list_, [label](const Taint& taint) { return taint.label == label; });
}

TaintValue TaintValue::part(const std::string& name) const {
  auto found = parts_.find(name);
  if (found != parts_.end()) return found->second;
  TaintValue whole;
  whole.own = own;
  return whole;
}

TaintValue& TaintValue::part_to_write(const std::string& name) {
  bool is_known = parts_.contains(name);
  if (depth_ >= kMaxDepth || (!is_known && parts_.size() >= kMaxParts)) return *this;
  TaintValue& part = parts_[name];
  if (!is_known) part.own = own;
  part.depth_ = depth_ + 1;
  return part;
}

TaintSet TaintValue::all() const {
  TaintSet out;
  collect(out);
  return out;
}

void TaintValue::collect(TaintSet& out) const {
  out.unite(own);
  for (const auto& [name, part] : parts_) part.collect(out);
}

bool TaintValue::unite(const TaintValue& other) {
  bool grew = false;
  // A part that one side does not name is worth that side's whole.
  for (const auto& [name, part] : other.parts_) {
    TaintValue& mine = part_to_write(name);
    grew |= &mine == this ? own.unite(part.all()) : mine.unite(part);
  }
  for (auto& [name, part] : parts_)
    if (!other.parts_.contains(name)) grew |= part.own.unite(other.own);
  return own.unite(other.own) || grew;
}

}  // namespace sluice::flow
