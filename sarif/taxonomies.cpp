#include "sarif/taxonomies.h"

#include <algorithm>
#include <charconv>

#include "base/digest.h"
#include "base/text.h"
#include "embedded/sarif_data.h"
#include "sarif/builder.h"

namespace sluice::sarif {
namespace {

enum TaxonomyIndex : std::size_t { kCwe, kOwasp2021, kOwasp2025 };

// The rows of an embedded table, split at tabs; `#` begins a comment line.
std::vector<std::vector<std::string_view>> rows_of(std::string_view path) {
  std::vector<std::vector<std::string_view>> rows;
  for (const EmbeddedFile& file : embedded::sarif_data()) {
    if (file.path != path) continue;
    for (const std::string_view line : split(file.bytes, '\n'))
      if (!line.empty() && !line.starts_with('#')) rows.push_back(split(line, '\t'));
  }
  SLUICE_ASSERT(!rows.empty(), "the table is embedded");
  return rows;
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string taxon_id(int cwe) { return "CWE-" + std::to_string(cwe); }

Text sentence(std::string_view text) {
  std::string with_stop(text);
  if (!with_stop.ends_with('.')) with_stop += '.';
  return {std::move(with_stop), {}, {}};
}

ToolComponent taxonomy(std::string name, std::string version, std::string organization, std::string uri,
                       std::string_view description) {
  ToolComponent component;
  component.guid = stable_guid("taxonomy " + name);
  component.name = std::move(name);
  component.version = std::move(version);
  component.organization = std::move(organization);
  component.information_uri = std::move(uri);
  component.is_comprehensive = false;
  component.short_description = sentence(description);
  return component;
}

ReportingDescriptor cwe_taxon(const std::string& id) {
  const int number = number_of(std::string_view(id).substr(4));
  ReportingDescriptor taxon;
  taxon.id = id;
  taxon.guid = stable_guid("taxon " + id);
  taxon.short_description = sentence(*cwe_name(number));
  taxon.help_uri = "https://cwe.mitre.org/data/definitions/" + std::to_string(number) + ".html";
  return taxon;
}

ReportingDescriptor owasp_taxon(const std::string& id) {
  const OwaspCategory category = *owasp_category(id);
  ReportingDescriptor taxon;
  taxon.id = id;
  taxon.guid = stable_guid("taxon OWASP " + id);
  taxon.short_description = sentence(category.name);
  taxon.help_uri = category.url;
  return taxon;
}

}  // namespace

std::optional<std::string_view> cwe_name(int id) {
  static const std::vector<std::vector<std::string_view>> rows = rows_of("data/cwe.tsv");  // sorted by id
  const auto it = std::ranges::lower_bound(rows, id, {}, [](const auto& row) { return number_of(row[0]); });
  if (it == rows.end() || number_of((*it)[0]) != id) return std::nullopt;
  return (*it)[1];
}

std::optional<OwaspCategory> owasp_category(std::string_view id) {
  static const std::vector<std::vector<std::string_view>> rows = rows_of("data/owasp.tsv");
  for (const auto& row : rows)
    if (row[0] == id) return OwaspCategory{row[0], row[1], row[2]};
  return std::nullopt;
}

// Only what is known to the tables, and of the edition it claims.
std::vector<std::string> TaxonomySet::ids_of(const RuleInput& rule, std::size_t taxonomy) {
  std::vector<std::string> ids;
  if (taxonomy == kCwe) {
    for (const int id : rule.cwe)
      if (cwe_name(id)) ids.push_back(taxon_id(id));
    return ids;
  }
  for (const std::string& id : taxonomy == kOwasp2021 ? rule.owasp_2021 : rule.owasp_2025)
    if (id.ends_with(taxonomy == kOwasp2021 ? ":2021" : ":2025") && owasp_category(id)) ids.push_back(id);
  return ids;
}

TaxonomySet::TaxonomySet(const std::vector<RuleInput>& rules) {
  // Every hit of a rule is in the rule's weaknesses; an OWASP category is a wide field that it belongs to.
  taxonomies_.push_back({taxonomy("CWE", "4.19.1", "MITRE", "https://cwe.mitre.org/data/published/cwe_v4.19.1.pdf",
                                  "The MITRE Common Weakness Enumeration"),
                         {"superset"},
                         {}});
  taxonomies_.push_back(
      {taxonomy("OWASP Top 10 2021", "2021", "OWASP", "https://owasp.org/Top10/2021/", "The OWASP Top 10 of 2021"),
       {"relevant"},
       {}});
  taxonomies_.push_back(
      {taxonomy("OWASP Top 10 2025", "2025", "OWASP", "https://owasp.org/Top10/2025/", "The OWASP Top 10 of 2025"),
       {"relevant"},
       {}});
  for (std::size_t i = 0; i < taxonomies_.size(); ++i) {
    std::vector<std::string>& ids = taxonomies_[i].ids;
    for (const RuleInput& rule : rules) {
      const std::vector<std::string> named = ids_of(rule, i);
      ids.insert(ids.end(), named.begin(), named.end());
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    if (!ids.empty()) used_.push_back(i);
  }
}

ToolComponentReference TaxonomySet::reference(std::size_t taxonomy) const {
  const auto index = std::ranges::find(used_, taxonomy) - used_.begin();
  return {taxonomies_[taxonomy].head.name, taxonomies_[taxonomy].head.guid, static_cast<std::int32_t>(index), {}};
}

std::vector<ToolComponentReference> TaxonomySet::references() const {
  std::vector<ToolComponentReference> references;
  for (const std::size_t i : used_) references.push_back(reference(i));
  return references;
}

std::vector<ToolComponent> TaxonomySet::components() const {
  std::vector<ToolComponent> components;
  for (const std::size_t i : used_) {
    ToolComponent& component = components.emplace_back(taxonomies_[i].head);
    for (const std::string& id : taxonomies_[i].ids)
      component.taxa.push_back(i == kCwe ? cwe_taxon(id) : owasp_taxon(id));
  }
  return components;
}

std::vector<Relationship> TaxonomySet::relationships(const RuleInput& rule) const {
  std::vector<Relationship> relationships;
  for (const std::size_t i : used_) {
    for (const std::string& id : ids_of(rule, i)) {
      Relationship& relationship = relationships.emplace_back();
      const auto index = std::ranges::lower_bound(taxonomies_[i].ids, id) - taxonomies_[i].ids.begin();
      relationship.target = {id, {}, static_cast<std::int32_t>(index), reference(i), {}};
      relationship.kinds = taxonomies_[i].relationship;
    }
  }
  return relationships;
}

}  // namespace sluice::sarif
