#include "analyzers/flow/model_kinds.h"

#include <algorithm>
#include <array>

namespace sluice::flow {
namespace {

constexpr HarmInfo kHarms[] = {
#define SLUICE_HARM(name, word, cwe, title) {Harm::name, word, cwe, title},
#include "analyzers/flow/model_kinds.def"
#undef SLUICE_HARM
};
static_assert(std::size(kHarms) <= 64, "Harms has a bit for each");

// In the order of the enumerators.
constexpr std::string_view kOrigins[] = {"remote",      "network-response", "database", "file",    "environment",
                                         "arguments",   "stdin",            "dom",      "request-path", "constant"};

}  // namespace

std::span<const HarmInfo> all_harms() { return kHarms; }
const HarmInfo& info(Harm harm) { return kHarms[static_cast<std::size_t>(harm)]; }

std::optional<Harm> find_harm(std::string_view word) {
  auto found = std::ranges::find(kHarms, word, &HarmInfo::word);
  if (found == std::end(kHarms)) return std::nullopt;
  return found->harm;
}

std::optional<Origin> find_origin(std::string_view word) {
  auto found = std::ranges::find(kOrigins, word);
  if (found == std::end(kOrigins)) return std::nullopt;
  return static_cast<Origin>(found - std::begin(kOrigins));
}

std::string_view word_of(Origin origin) { return kOrigins[static_cast<std::size_t>(origin)]; }
std::span<const std::string_view> origin_words() { return kOrigins; }

}  // namespace sluice::flow
