#include "gate/text_pool.h"

#include <cstring>
#include <functional>
#include <limits>

#include "base/result.h"

namespace sluice::gate {
namespace {
constexpr std::size_t kBlockBytes = 64UL * 1024;
constexpr std::size_t kFirstSlots = 256;

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
}
}  // namespace

TextPool::TextPool() : texts_(1), slots_(kFirstSlots) {}

TextPool::TextPool(const TextPool& other) : texts_(other.texts_), slots_(other.slots_) {
  for (Text& text : texts_)
    if (text.size > 0) text.begin = keep({text.begin, text.size});
}

const char* TextPool::keep(std::string_view text) {
  // A long text has a block of its own: the rest of the open one stays in use.
  if (text.size() > kBlockBytes / 4) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
    std::memcpy(blocks_.back().get(), text.data(), text.size());
    return blocks_.back().get();
  }
  if (text.size() > free_) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    next_ = blocks_.back().get();
    free_ = kBlockBytes;
  }
  char* begin = next_;
  std::memcpy(begin, text.data(), text.size());
  next_ += text.size();
  free_ -= text.size();
  return begin;
}

void TextPool::grow() {
  std::vector<TextId> larger(slots_.size() * 2);
  std::size_t mask = larger.size() - 1;
  for (TextId id = 1; id < texts_.size(); ++id) {
    std::size_t slot = texts_[id].hash & mask;
    while (larger[slot] != 0) slot = (slot + 1) & mask;
    larger[slot] = id;
  }
  slots_ = std::move(larger);
}

TextId TextPool::add(std::string_view text) {
  if (text.empty()) return 0;
  std::uint32_t hash = hash_of(text);
  std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    TextId known = slots_[slot];
    if (texts_[known].hash == hash && at(known) == text) return known;
  }
  SLUICE_ASSERT(text.size() <= std::numeric_limits<std::uint32_t>::max() && texts_.size() < std::numeric_limits<TextId>::max(),
                "texts of reports are bounded");
  auto id = static_cast<TextId>(texts_.size());
  texts_.push_back({keep(text), static_cast<std::uint32_t>(text.size()), hash});
  slots_[slot] = id;
  if (texts_.size() * 2 > slots_.size()) grow();
  return id;
}

}  // namespace sluice::gate
