#include "analyzers/flow/symbols.h"

#include <bit>
#include <cstring>
#include <functional>

namespace sluice::flow {
namespace {

// Chunk n has kFirstChunk << n texts: a program of one small file costs little, and one of millions of names
// needs no more than kChunks of them.
constexpr std::uint32_t kFirstChunk = 16, kChunks = 24;
constexpr std::size_t kFirstBlock = 512, kBlockGrowth = 7;  // bytes of text; how often that doubles

struct ChunkPlace {
  std::uint32_t chunk, offset;
};

ChunkPlace chunk_place(std::uint32_t place) {
  std::uint32_t chunk = static_cast<std::uint32_t>(std::bit_width(place / kFirstChunk + 1)) - 1;
  return {chunk, place - kFirstChunk * ((1u << chunk) - 1)};
}

}  // namespace

// A symbol is its place in a shard, and the shard in the lowest bits. Chunks never move, so that texts are
// read without a lock: who has a symbol got it from somebody who saw its text written.
struct Symbols::Shard {
  mutable std::mutex mutex;
  std::unordered_map<std::string_view, std::uint32_t> known;
  std::array<std::atomic<std::string_view*>, kChunks> chunks{};
  std::uint32_t size = 0;
  std::vector<std::unique_ptr<char[]>> blocks;
  std::size_t free = 0;

  ~Shard() {
    for (std::atomic<std::string_view*>& chunk : chunks) delete[] chunk.load();
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > free) {
      free = std::max(kFirstBlock << std::min<std::size_t>(blocks.size(), kBlockGrowth), text.size());
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
  auto [chunk, offset] = chunk_place(place);
  std::string_view* texts = shard.chunks[chunk].load(std::memory_order_relaxed);
  if (!texts) shard.chunks[chunk].store(texts = new std::string_view[kFirstChunk << chunk], std::memory_order_release);
  std::string_view kept = shard.keep(text);
  texts[offset] = kept;
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
  auto [chunk, offset] = chunk_place(symbol.index / kShards);
  return shard.chunks[chunk].load(std::memory_order_acquire)[offset];
}

}  // namespace sluice::flow
