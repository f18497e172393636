// sarif/taxonomies.h - CWE and OWASP Top 10 names, and the taxonomies of a run.
//
// A run names only the taxa that its rules use. To add a taxonomy: 1. a table in
// sarif/data/; 2. an entry in TaxonomySet; 3. a member in RuleInput.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

struct RuleInput;

struct OwaspCategory {
  std::string_view id, name, url;  // "A03:2021", "Injection"
};

// The name of a weakness. None for unknown ids and for CWE categories and views, which
// must not be the target of a finding.
std::optional<std::string_view> cwe_name(int id);
// "A03:2021" or "A05:2025".
std::optional<OwaspCategory> owasp_category(std::string_view id);

class TaxonomySet {
 public:
  // Collects the taxa that the rules name; those unknown to the tables are left out.
  explicit TaxonomySet(const std::vector<RuleInput>& rules);

  std::vector<ToolComponent> components() const;  // Run::taxonomies, those that are used
  std::vector<ToolComponentReference> references() const;
  std::vector<Relationship> relationships(const RuleInput& rule) const;

 private:
  struct Taxonomy {
    ToolComponent head;
    std::vector<std::string> relationship;  // the kinds of a rule's relationship to it
    std::vector<std::string> ids;           // of the taxa, sorted
  };
  static std::vector<std::string> ids_of(const RuleInput& rule, std::size_t taxonomy);
  ToolComponentReference reference(std::size_t taxonomy) const;
  std::vector<Taxonomy> taxonomies_;
  std::vector<std::size_t> used_;  // into taxonomies_: the order of Run::taxonomies
};

}  // namespace sluice::sarif
