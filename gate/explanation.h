// gate/explanation.h - why witnesses are one vulnerability, what kept similar ones apart, and
// what else is an echo of it.
//
// Not here: what makes a link (gate/links.h).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/model.h"

namespace sluice::gate {

struct TraitExplanation {
  Trait trait;
  std::string text;
  std::vector<std::string> told_by, left_out_by;  // tools
};

// Another vulnerability of the model.
struct Neighbour {
  std::size_t index = 0;
  std::string identity, name, where;
  std::vector<std::string> tools;
  std::string why;
};

struct Explanation {
  MergedVulnerability merged;
  std::string rule, rule_says;           // "same-identity" where no rule of gate/sameness.yaml is for it
  std::vector<TraitExplanation> agreed;  // what must agree and does
  std::vector<TraitExplanation> compatible;  // what may be left out, and nobody contradicts
  std::vector<Neighbour> apart;          // similar, and what kept it apart; the nearest first
  std::vector<Neighbour> links;
  std::size_t more_apart = 0, more_links = 0;  // not listed
  std::vector<std::string> contradictions;     // of names that it has
};

// Looks at every other vulnerability once.
Explanation explain(const Model& model, std::size_t index);

// Those that a person may mean: a CVE or GHSA id, the first 8 or more digits of an identity, or a
// tool's own rule or id; in the model's order.
std::vector<std::size_t> find_vulnerabilities(const Model& model, std::string_view name);

// "CVE-2024-1 in zlib", "sql-injection", and where: one line each.
std::string name_of(const Vulnerability& vulnerability);
std::string place_of(const Vulnerability& vulnerability);

}  // namespace sluice::gate
