// analyzers/flow/model_kinds.h - the words of library models that come from a fixed list: what a
// sink is harmed by (and a sanitizer takes away), and where data of strangers comes from.
//
// A sanitizer is for some harms and not for others: what is safe in HTML is not safe in SQL. Sinks
// and sanitizers name a harm by the same word, so both come from this one list.
//
// To add a harm: one line in model_kinds.def, one in docs/library-models.md.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sluice::flow {

enum class Harm : std::uint8_t {
#define SLUICE_HARM(name, word, cwe, title) name,
#include "analyzers/flow/model_kinds.def"
#undef SLUICE_HARM
};

struct HarmInfo {
  Harm harm;
  std::string_view word;   // as models write it: "sql"
  std::uint16_t cwe;       // of a sink that says no other
  std::string_view title;  // for people: "SQL injection"
};

std::span<const HarmInfo> all_harms();  // in the order of the enumerators
const HarmInfo& info(Harm harm);
std::optional<Harm> find_harm(std::string_view word);

// A set of harms, one bit each.
using Harms = std::uint64_t;
constexpr Harms one(Harm harm) { return Harms{1} << static_cast<unsigned>(harm); }
inline constexpr Harms kAllHarms = ~Harms{0};
// What a number that is not too small cannot do, and one that is not too large; a number does no other harm.
inline constexpr Harms kHarmsOfSmallNumbers = one(Harm::NegativeSize) | one(Harm::Underflow) | one(Harm::Division);
inline constexpr Harms kHarmsOfLargeNumbers = one(Harm::AllocationSize) | one(Harm::BufferSize) | one(Harm::Index) | one(Harm::Overflow) |
                                              one(Harm::Truncation) | one(Harm::LoopBound) | one(Harm::Delay);
inline constexpr Harms kHarmsOfNumbers = kHarmsOfSmallNumbers | kHarmsOfLargeNumbers;

enum class Origin : std::uint8_t {
  Remote,           // requests and messages from other machines
  NetworkResponse,  // what another machine answered to us
  Database,
  File,
  Environment,      // variables of the process, properties of the system
  Arguments,        // of the command line
  Stdin,
  Dom,              // what a browser's page can be made to hold by its address
  RequestPath,      // the path of a request: a stranger's, unless the code is for one path only; `remote` means it, too
  Constant,         // no stranger's at all: constants that are kept in a file of the program
};
std::optional<Origin> find_origin(std::string_view word);
std::string_view word_of(Origin origin);
std::span<const std::string_view> origin_words();

}  // namespace sluice::flow
