// analyzers/flow/symbols.h - interned text of a whole program: names of members, types and texts that
// values are known to have, compared as numbers by all threads.
//
// A Unit's Names mean something in its own file only; these mean the same in every file.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"

namespace sluice::flow {

using Symbol = Id<struct SymbolTag>;

// Any number of threads may intern and read at the same time. Texts live as long as the table. The
// numbers depend on who came first: nothing that is put out may depend on their order.
class Symbols {
 public:
  Symbols();
  ~Symbols();
  Symbols(const Symbols&) = delete;
  Symbols& operator=(const Symbols&) = delete;

  Symbol intern(std::string_view text);
  Symbol find(std::string_view text) const;  // not valid when nobody interned it
  std::string_view text(Symbol symbol) const;

 private:
  struct Shard;
  static constexpr std::uint32_t kShards = 16;
  std::array<std::unique_ptr<Shard>, kShards> shards_;
};

}  // namespace sluice::flow
