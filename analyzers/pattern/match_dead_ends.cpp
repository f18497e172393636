// What a search behind a `...` depends on: see Matcher::unless_dead_end.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {

const std::vector<NameId>& Matcher::names_from(const Children& ps, std::size_t i) {
  auto [known, is_new] = names_from_.try_emplace(ps[i]);
  if (!is_new) return known->second;
  for (std::size_t k = i; k < ps.size(); ++k) collect_names(ps[k], known->second);
  std::ranges::sort(known->second);
  known->second.erase(std::ranges::unique(known->second).begin(), known->second.end());
  return known->second;
}

void Matcher::collect_names(std::uint32_t p, std::vector<NameId>& names) const {
  if (std::ranges::find(pattern_.metavariables, node(p).name) != pattern_.metavariables.end()) names.push_back(node(p).name);
  for (const auto& group : node(p).groups)
    for (std::uint32_t child : group.children) collect_names(child, names);
}

void Matcher::bound_names(const std::vector<NameId>& names, std::vector<BoundAt>& out) const {
  for (NameId name : names) {
    const Binding* binding = bindings_.find(name);
    out.push_back(binding ? BoundAt{binding->node.index, binding->range, true} : BoundAt{});
  }
}

}  // namespace sluice
