#include "gate/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gate/links.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMaxNeighbours = 20;
constexpr std::string_view kSameIdentity = "same-identity";

std::size_t index_of(Trait trait) { return static_cast<std::size_t>(trait); }

std::string tool_of(const MergedVulnerability& merged, WitnessId id) {
  auto found = std::ranges::find(merged.witnesses, id, &Witness::id);
  return found == merged.witnesses.end() ? std::string() : found->tool;
}

TraitExplanation explain_trait(const Model& model, std::size_t index, const MergedVulnerability& merged, Trait trait) {
  TraitExplanation explained{trait, std::string(model.trait(index, trait)), {}, {}};
  std::set<std::string> told, left_out;
  for (const auto& [witnesses, traits] : model.clusters(index))
    for (WitnessId id : witnesses) (traits[index_of(trait)] ? told : left_out).insert(tool_of(merged, id));
  explained.told_by.assign(told.begin(), told.end());
  explained.left_out_by.assign(left_out.begin(), left_out.end());
  return explained;
}

std::string difference(const TraitPair& pair, Trait trait) {
  auto shown = [&](const TraitIds& traits) { return pair.tells(traits, trait) ? fmt::format("`{}`", pair.text(traits, trait)) : std::string("none told"); };
  return fmt::format("{}: {} here, {} there", to_string(trait), shown(pair.one), shown(pair.other));
}

// Why two of one rule are not one; empty: they are not similar.
std::string why_apart_by_rule(const TraitPair& pair, const SamenessRule& rule) {
  std::vector<Trait> different;
  for (Trait trait : rule.agree)
    if (!pair.same(trait)) different.push_back(trait);
  if (!different.empty()) {
    // Two hosts with one CVE are near, two CVEs on one host are not.
    bool is_near = pair.same(Trait::Vulnerability) && different.size() < rule.agree.size();
    return is_near ? difference(pair, different[0]) : std::string();
  }
  for (Trait trait : rule.unless_different)
    if (pair.differ(trait)) return difference(pair, trait);
  for (Trait trait : rule.unless_different)
    if (pair.tells(pair.one, trait) != pair.tells(pair.other, trait))
      return difference(pair, trait) + ", and there are several, so nobody can tell which is meant";
  return fmt::format("one tool reports more than one thing that the rule `{}` cannot tell apart", rule.name);
}

std::string why_apart(const TraitPair& pair, const SamenessRule* one, const SamenessRule* other) {
  if (one && one == other) return why_apart_by_rule(pair, *one);
  if (!pair.same(Trait::Vulnerability)) {
    bool overlaps = pair.overlap_in_ids();
    return overlaps ? difference(pair, Trait::Vulnerability) : std::string();
  }
  return fmt::format("told of different things: `{}` here, `{}` there", one ? one->name : kSameIdentity, other ? other->name : kSameIdentity);
}

Neighbour neighbour(const Model& model, std::size_t index, std::string why) {
  MergedVulnerability merged = model.at(index);
  Neighbour one{index, merged.vulnerability.identity, name_of(merged.vulnerability), place_of(merged.vulnerability), {}, std::move(why)};
  for (const Witness& witness : merged.witnesses)
    if (std::ranges::find(one.tools, witness.tool) == one.tools.end()) one.tools.push_back(witness.tool);
  return one;
}

void add_neighbours(const Model& model, std::size_t index, Explanation& explanation) {
  TraitIds own = model.traits(index);
  const SamenessRule* rule = model.rule_of(index);
  std::vector<std::pair<std::size_t, std::string>> near, far;  // by the rule itself, and beyond it
  for (std::size_t other = 0; other < model.size(); ++other) {
    if (other == index) continue;
    TraitIds traits = model.traits(other);
    TraitPair pair{model, own, traits};
    if (std::string why = why_linked(pair); !why.empty()) {
      if (explanation.links.size() < kMaxNeighbours) explanation.links.push_back(neighbour(model, other, std::move(why)));
      else ++explanation.more_links;
      continue;
    }
    std::string why = why_apart(pair, rule, model.rule_of(other));
    if (why.empty()) continue;
    bool by_rule = rule && std::ranges::all_of(rule->agree, [&](Trait trait) { return pair.same(trait); });
    auto& list = by_rule ? near : far;
    if (list.size() < kMaxNeighbours) list.emplace_back(other, std::move(why));
    else ++explanation.more_apart;
  }
  for (auto* list : {&near, &far})
    for (auto& [other, why] : *list) {
      if (explanation.apart.size() < kMaxNeighbours) explanation.apart.push_back(neighbour(model, other, std::move(why)));
      else ++explanation.more_apart;
    }
}

bool mentions(std::string_view text, const MergedVulnerability& merged) {
  const Vulnerability& one = merged.vulnerability;
  auto has = [&](const std::string& name) { return !name.empty() && text.find(name) != std::string_view::npos; };
  return has(one.asset.ip) || has(one.asset.host) || std::ranges::any_of(one.ids.ghsa, has) || std::ranges::any_of(one.ids.cve, has);
}

}  // namespace

std::string name_of(const Vulnerability& one) {
  std::string name = display_id(one);
  if (!one.component.name.empty()) return fmt::format("{} in {}", name, one.component.name);
  return one.title.empty() || one.title == name ? name : fmt::format("{}: {}", name, one.title);
}

std::string place_of(const Vulnerability& one) {
  const Asset& asset = one.asset;
  if (!one.location.file.empty() && one.component.name.empty())
    return one.location.line ? fmt::format("{}:{}", one.location.file, one.location.line) : one.location.file;
  if (!asset.url.empty()) return asset.url;
  if (!asset.image.empty()) return asset.image;
  std::string where = !asset.host.empty() ? asset.host : !asset.ip.empty() ? asset.ip : asset.id;
  if (asset.port) where += fmt::format(" {}/{}", asset.protocol.empty() ? "port" : asset.protocol, *asset.port);
  if (!where.empty()) return where;
  return asset.project.empty() ? one.component.path : asset.project;
}

Explanation explain(const Model& model, std::size_t index) {
  Explanation explanation;
  explanation.merged = model.at(index);
  const SamenessRule* rule = model.rule_of(index);
  explanation.rule = rule ? rule->name : std::string(kSameIdentity);
  explanation.rule_says = rule ? rule->says : "one tool's own name for it; what its witnesses tell is not enough to compare them with others";
  if (rule) {
    for (Trait trait : rule->agree) explanation.agreed.push_back(explain_trait(model, index, explanation.merged, trait));
    for (Trait trait : rule->unless_different)
      if (!model.trait(index, trait).empty()) explanation.compatible.push_back(explain_trait(model, index, explanation.merged, trait));
  }
  add_neighbours(model, index, explanation);
  for (const std::string& one : model.contradictions())
    if (mentions(one, explanation.merged)) explanation.contradictions.push_back(one);
  return explanation;
}

std::vector<std::size_t> find_vulnerabilities(const Model& model, std::string_view name) {
  constexpr std::size_t kFewestDigits = 8;
  bool is_prefix = name.size() >= kFewestDigits && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < model.size(); ++i) {
    MergedVulnerability merged = model.at(i);
    auto is_meant = [&](const std::string& own) { return own == name || (is_prefix && own.starts_with(name)); };
    auto has_rule = [&](const Witness& witness) { return witness.rule == name; };
    const std::vector<std::string>& others = merged.vulnerability.ids.other;
    if (std::ranges::any_of(merged.names, is_meant) || std::ranges::any_of(merged.witnesses, has_rule) ||
        std::ranges::find(others, name) != others.end())
      found.push_back(i);
  }
  return found;
}

}  // namespace sluice::gate
