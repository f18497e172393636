#include "analyzers/flow/engine/state.h"

#include <algorithm>

namespace sluice::flow {

ObjectId Objects::add(const Object& object) {
  Key key{std::uint64_t{static_cast<std::uint8_t>(object.kind)} << 60 ^ std::uint64_t{object.number} << 28 ^ object.detail,
          std::uint64_t{object.parent.index} << 32 | object.key.index};
  auto [at, is_new] = known_.try_emplace(key, static_cast<std::uint32_t>(objects_.size()));
  if (is_new) objects_.push_back(object);
  return {at->second};
}

void Objects::clear() {
  objects_.clear();
  known_.clear();
}

ContentRef Contents::add(Content content) {
  std::uint64_t hash = content.rest.index * 31 + content.own.index + (content.is_list ? 7 : 0) + content.keys.index * 131;
  auto mix = [&hash](std::uint64_t more) { hash = (hash ^ more) * 0xff51afd7ed558ccdull, hash ^= hash >> 31; };
  for (const auto& [key, value] : content.fields) mix(std::uint64_t{key.index} << 32 | value.index);
  for (ValueRef value : content.elements) mix(value.index + 11);
  for (auto [at, end] = known_.equal_range(hash); at != end; ++at)
    if (contents_[at->second] == content) return {at->second};
  contents_.push_back(std::move(content));
  known_.emplace(hash, static_cast<std::uint32_t>(contents_.size() - 1));
  return {static_cast<std::uint32_t>(contents_.size() - 1)};
}

void Contents::clear() {
  contents_.clear();
  known_.clear();
  add({});  // Pristine
}

ContentRef State::content_of(ObjectId object) const {
  auto at = std::ranges::lower_bound(things, object, {}, &std::pair<ObjectId, ContentRef>::first);
  return at == things.end() || at->first != object ? kPristine : at->second;
}

void State::set_content(ObjectId object, ContentRef content) {
  auto at = std::ranges::lower_bound(things, object, {}, &std::pair<ObjectId, ContentRef>::first);
  if (at != things.end() && at->first == object) at->second = content;
  else things.insert(at, {object, content});
}

}  // namespace sluice::flow
