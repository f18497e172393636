#include "analyzers/unit/names.h"

#include <algorithm>
#include <cstring>

namespace sluice {
namespace {

constexpr std::size_t kChunkBytes = 16384;

// FNV-1a over 32 bits: identifiers are short, and hostile ones can only slow their own file.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (unsigned char c : text) hash = (hash ^ c) * 16777619u;
  return hash ^ hash >> 15;
}

}  // namespace

Names::Names(const Names* base) : base_(base), base_size_(base ? base->size() : 0), slots_(64) {}

NameId Names::find_local(std::string_view text, std::uint32_t hash) const {
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].index != NameId::kNone; at = (at + 1) & mask)
    if (slots_[at].hash == hash && texts_[slots_[at].index] == text) return {base_size_ + slots_[at].index};
  return {};
}

NameId Names::find_hashed(std::string_view text, std::uint32_t hash) const {
  if (base_)
    if (NameId id = base_->find_hashed(text, hash); id.valid()) return id;
  return find_local(text, hash);
}

NameId Names::find(std::string_view text) const { return find_hashed(text, hash_of(text)); }

NameId Names::intern(std::string_view text) {
  std::uint32_t hash = hash_of(text);
  if (NameId id = find_hashed(text, hash); id.valid()) return id;
  if (texts_.size() * 2 >= slots_.size()) grow();
  std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].index != NameId::kNone) at = (at + 1) & mask;
  slots_[at] = {hash, static_cast<std::uint32_t>(texts_.size())};
  texts_.push_back(keep(text));
  return {base_size_ + static_cast<std::uint32_t>(texts_.size()) - 1};
}

std::string_view Names::text(NameId id) const {
  if (!id.valid()) return {};
  return id.index < base_size_ ? base_->text(id) : texts_[id.index - base_size_];
}

void Names::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.index == NameId::kNone) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].index != NameId::kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view Names::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > free_size_) {
    free_size_ = std::max(kChunkBytes, text.size());
    chunks_.push_back(std::make_unique<char[]>(free_size_));
    free_ = chunks_.back().get();
  }
  std::memcpy(free_, text.data(), text.size());
  std::string_view kept(free_, text.size());
  free_ += text.size();
  free_size_ -= text.size();
  return kept;
}

}  // namespace sluice
