#include "analyzers/flow/engine/kept_analysis.h"

#include <algorithm>

namespace sluice::flow {

bool is_sound(const KeptAnalysis& kept) {
  auto is_name = [&](std::uint32_t name) { return name == kNoKept || name < kept.names.size(); };
  auto is_function = [&](KeptFunction function) { return function.file < kept.files.size() && function.function < kept.files[function.file].functions.size(); };
  auto is_function_or_none = [&](KeptFunction function) { return function == KeptFunction{} || is_function(function); };
  auto all_below = [](const std::vector<std::uint32_t>& list, std::size_t size) { return std::ranges::all_of(list, [&](std::uint32_t each) { return each < size; }); };
  auto is_shared = [&](const KeptShared& shared) { return is_function(shared.owner) && shared.name < kept.names.size(); };
  if (kept.name_digests.size() != kept.names.size()) return false;
  return std::ranges::all_of(kept.summaries, [&](const KeptSummary& each) {
    return is_function(each.function) && is_name(each.context.self_type) && all_below(each.files, kept.files.size()) && all_below(each.names, kept.names.size()) &&
           all_below(each.summaries, kept.summaries.size()) && std::ranges::all_of(each.asked, is_function) &&
           std::ranges::all_of(each.context.arguments, [&](const KeptArgument& a) { return is_name(a.constant) && is_name(a.type) && is_function_or_none(a.function); }) &&
           std::ranges::all_of(each.context.captures, [&](const KeptCapture& c) { return is_function_or_none(c.owner) && is_name(c.variable) && is_function_or_none(c.function); }) &&
           std::ranges::all_of(each.hits, [&](const KeptHit& hit) { return hit.file < kept.files.size() && (hit.has_source ? is_function(hit.source) : true); }) &&
           std::ranges::all_of(each.writes, is_shared) && std::ranges::all_of(each.reads, is_shared);
  });
}

}  // namespace sluice::flow
