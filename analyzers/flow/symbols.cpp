#include "analyzers/flow/symbols.h"

#include <cstring>
#include <functional>

namespace sluice::flow {
namespace {

constexpr std::uint32_t kChunkBits = 10, kChunk = 1 << kChunkBits, kMostChunks = 1 << 14;
constexpr std::size_t kTextBlock = 1 << 16;

}  // namespace

// A symbol is its place in a shard, and the shard in the lowest bits. Chunks never move, so that texts are
// read without a lock: who has a symbol got it from somebody who saw its text written.
struct Symbols::Shard {
  mutable std::mutex mutex;
  std::unordered_map<std::string_view, std::uint32_t> known;
  std::array<std::atomic<std::string_view*>, kMostChunks> chunks{};
  std::uint32_t size = 0;
  std::vector<std::unique_ptr<char[]>> blocks;
  std::size_t free = 0;

  ~Shard() {
    for (std::atomic<std::string_view*>& chunk : chunks) delete[] chunk.load();
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > free) {
      free = std::max(kTextBlock, text.size());
      blocks.push_back(std::make_unique_for_overwrite<char[]>(free));
      next = blocks.back().get();
    }
    char* at = next;
    std::memcpy(at, text.data(), text.size());
    next += text.size();
    free -= text.size();
    return {at, text.size()};
  }

  char* next = nullptr;
};

Symbols::Symbols() {
  for (std::unique_ptr<Shard>& shard : shards_) shard = std::make_unique<Shard>();
}
Symbols::~Symbols() = default;

Symbol Symbols::intern(std::string_view text) {
  std::size_t hash = std::hash<std::string_view>{}(text);
  std::uint32_t number = (hash >> 40) % kShards;
  Shard& shard = *shards_[number];
  std::lock_guard lock(shard.mutex);
  if (auto found = shard.known.find(text); found != shard.known.end()) return {found->second};
  std::uint32_t place = shard.size++;
  std::uint32_t chunk = (place >> kChunkBits) % kMostChunks;
  std::string_view* texts = shard.chunks[chunk].load(std::memory_order_relaxed);
  if (!texts) shard.chunks[chunk].store(texts = new std::string_view[kChunk], std::memory_order_release);
  std::string_view kept = shard.keep(text);
  texts[place % kChunk] = kept;
  std::uint32_t symbol = place * kShards + number;
  shard.known.emplace(kept, symbol);
  return {symbol};
}

Symbol Symbols::find(std::string_view text) const {
  std::size_t hash = std::hash<std::string_view>{}(text);
  const Shard& shard = *shards_[(hash >> 40) % kShards];
  std::lock_guard lock(shard.mutex);
  auto found = shard.known.find(text);
  return found == shard.known.end() ? Symbol{} : Symbol{found->second};
}

std::string_view Symbols::text(Symbol symbol) const {
  const Shard& shard = *shards_[symbol.index % kShards];
  std::uint32_t place = symbol.index / kShards;
  return shard.chunks[(place >> kChunkBits) % kMostChunks].load(std::memory_order_acquire)[place % kChunk];
}

}  // namespace sluice::flow
