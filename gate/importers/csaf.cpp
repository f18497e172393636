// CSAF 2.0: advisories of vendors, and VEX documents. Source: OASIS, "Common Security Advisory
// Framework Version 2.0"; numbers of sections below are those of it.
//
// An item is what a document says about one vulnerability in one product: `product_status` lists
// products by state (3.2.3.9). A product is known by its id in the `product_tree`, which may be
// nested in branches or be a relationship of two products ("library as a component of app").
// A list may name products of several contradicting states, which the standard forbids (6.1.6):
// that is refused, since nobody can tell what was meant.
//  - known_affected, first_affected, last_affected: open;
//  - under_investigation: needs review, and clears nothing;
//  - known_not_affected: not affected, for which a VEX document must give a reason: a flag, an
//    impact statement among the threats (4.5); an advisory may leave it out, which is told;
//  - fixed, first_fixed: fixed; `recommended` is advice and no state.
// Identity: vulnerability, product's purl without version, else its name.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// Products of the tree by their id.
using Products = std::map<std::string, Component, std::less<>>;

void add_product(const Json& json, const std::string& version, Products& products) {
  std::string id = text_of(json, "product_id");
  if (id.empty()) return;
  Component component;
  component.name = text_of(json, "name");
  component.purl = text_at(json, {"product_identification_helper", "purl"});
  if (!version.empty()) component.versions = {version};
  products.try_emplace(id, std::move(component));
}

// Nested no deeper than kMaxReportDepth.
void add_branches(const Json& branches, const std::string& version, Products& products) {
  if (!branches.is_array()) return;
  for (const Json& branch : branches) {
    std::string here = text_of(branch, "category") == "product_version" ? text_of(branch, "name") : version;
    if (const Json* product = find_member(branch, "product")) add_product(*product, here, products);
    if (const Json* inner = find_member(branch, "branches")) add_branches(*inner, here, products);
  }
}

Products products_of(const Json& root) {
  Products products;
  const Json* tree = find_member(root, "product_tree");
  if (!tree) return products;
  if (const Json* branches = find_member(*tree, "branches")) add_branches(*branches, {}, products);
  if (const Json* names = find_member(*tree, "full_product_names"); names && names->is_array())
    for (const Json& name : *names) add_product(name, {}, products);
  if (const Json* relationships = find_member(*tree, "relationships"); relationships && relationships->is_array())
    for (const Json& relationship : *relationships)
      if (const Json* product = find_member(relationship, "full_product_name")) {
        // The package's own name and version say more than those of the pair.
        auto part = products.find(text_of(relationship, "product_reference"));
        add_product(*product, {}, products);
        auto whole = products.find(text_of(*product, "product_id"));
        if (part != products.end() && whole != products.end() && whole->second.purl.empty() && !part->second.purl.empty())
          whole->second.purl = part->second.purl, whole->second.versions = part->second.versions;
      }
  return products;
}

struct State {
  std::string_view list;
  VulnerabilityStatus status;
  SuppressionClaim claim;
};

constexpr State kStates[] = {
    {"known_affected", VulnerabilityStatus::Open, SuppressionClaim::None},
    {"first_affected", VulnerabilityStatus::Open, SuppressionClaim::None},
    {"last_affected", VulnerabilityStatus::Open, SuppressionClaim::None},
    {"under_investigation", VulnerabilityStatus::NeedsReview, SuppressionClaim::None},
    {"known_not_affected", VulnerabilityStatus::Suppressed, SuppressionClaim::NotAffected},
    {"fixed", VulnerabilityStatus::Suppressed, SuppressionClaim::Fixed},
    {"first_fixed", VulnerabilityStatus::Suppressed, SuppressionClaim::Fixed},
};

// Whether an entry with `product_ids` is about a product; without them it is about all.
bool is_about(const Json& entry, const std::string& product) {
  std::vector<std::string> ids = texts_of(entry, "product_ids");
  return std::ranges::find(ids, product) != ids.end() || (ids.empty() && !entry.contains("group_ids"));
}

// The first entry of a list about a product, of a category unless that is empty.
std::string entry_for(const Json& json, std::string_view list, std::string_view category, std::string_view key, const std::string& product) {
  const Json* entries = find_member(json, list);
  if (!entries || !entries->is_array()) return {};
  for (const Json& entry : *entries)
    if (entry.is_object() && is_about(entry, product) && (category.empty() || text_of(entry, "category") == category)) return text_of(entry, key);
  return {};
}

std::string reason_for(const Json& json, const std::string& product) {
  std::string flag = entry_for(json, "flags", {}, "label", product);
  std::string impact = entry_for(json, "threats", "impact", "details", product);
  return flag.empty() || impact.empty() ? flag + impact : flag + ": " + impact;
}

void read_scores(const Json& json, const std::string& source, const std::string& product, Vulnerability& vulnerability) {
  const Json* scores = find_member(json, "scores");
  if (!scores || !scores->is_array()) return;
  constexpr std::pair<std::string_view, CvssVersion> kKinds[] = {{"cvss_v2", CvssVersion::V2_0}, {"cvss_v3", CvssVersion::V3_1}, {"cvss_v4", CvssVersion::V4_0}};
  for (const Json& score : *scores) {
    std::vector<std::string> products = texts_of(score, "products");
    if (std::ranges::find(products, product) == products.end()) continue;
    for (const auto& [key, version] : kKinds)
      if (const Json* stated = find_member(score, key)) {
        auto written = cvss_version_of(text_of(*stated, "version"));
        add_rating(vulnerability, {source, text_of(*stated, "vectorString"), text_of(*stated, "baseScore"), written ? written : version});
        vulnerability.severity = std::max(vulnerability.severity, severity_word_of(text_of(*stated, "baseSeverity")));
        if (vulnerability.tool_severity.empty()) vulnerability.tool_severity = text_of(*stated, "baseSeverity");
      }
  }
}

std::string note_of(const Json& json) {
  for (std::string_view category : {"description", "summary", "general", "details"})
    if (const Json* notes = find_member(json, "notes"); notes && notes->is_array())
      for (const Json& note : *notes)
        if (text_of(note, "category") == category) return text_of(note, "text");
  return {};
}

// A vulnerability without CVE has the vendor's own id, or at least a title.
std::string name_of(const Json& json) {
  std::string name = text_of(json, "cve");
  if (const Json* ids = find_member(json, "ids"); name.empty() && ids && ids->is_array() && !ids->empty()) name = text_of((*ids)[0], "text");
  return name.empty() ? text_of(json, "title") : name;
}

struct Document {
  Products products;
  std::string publisher;
  bool is_vex = false;
  std::optional<Date> published, current;
};

Vulnerability common_of(const Document& document, const Json& json, const std::string& name) {
  Vulnerability common;
  common.ids.rule = name;
  add_ids(common.ids, name);
  if (const Json* ids = find_member(json, "ids"); ids && ids->is_array())
    for (const Json& id : *ids) {
      std::string text = text_of(id, "text");
      bool known = text.starts_with("CVE-") || text.starts_with("GHSA-");
      if (known) add_ids(common.ids, text);
      if (!known && !text.empty()) common.ids.other.push_back(text);
    }
  add_ids(common.ids, text_at(json, {"cwe", "id"}));
  common.title = text_of(json, "title").empty() ? name : text_of(json, "title");
  common.description = note_of(json);
  common.published = day_of(text_of(json, "release_date"));
  if (!common.published) common.published = document.published;
  common.last_seen = document.current;
  return common;
}

Result<void> add_statement(const Document& document, const Json& json, const Vulnerability& common, const State& state, const std::string& product,
                           const JsonPlace& place, ReportBuilder& builder) {
  auto known = document.products.find(product);
  if (known == document.products.end())
    return fail_at(place / "product_status" / state.list, "import-unresolved",
                   fmt::format("refers to the product `{}`, which the `product_tree` does not have", product));
  Vulnerability one = common;
  one.component = known->second;
  one.status = state.status;
  one.claim = state.claim;
  std::string why = reason_for(json, product);
  if (state.claim == SuppressionClaim::NotAffected && why.empty() && document.is_vex)
    return fail_at(place, "import-missing-member",
                   fmt::format("`known_not_affected` of `{}` needs a flag or an impact statement in a VEX document", product));
  if (state.status != VulnerabilityStatus::Open) one.status_reason = std::string(state.list) + (why.empty() ? "" : ": " + why);
  one.remediation = entry_for(json, "remediations", "vendor_fix", "details", product);
  for (std::string_view category : {"mitigation", "workaround", "no_fix_planned", "none_available"})
    if (one.remediation.empty()) one.remediation = entry_for(json, "remediations", category, "details", product);
  read_scores(json, document.publisher, product, one);
  const Component& component = one.component;
  IdentityParts identity = {{"scheme", "csaf/1"},
                            {"id", one.ids.rule},
                            {"product", component.purl.empty() ? component.name : purl_without_version(component.purl)}};
  builder.add(std::move(one), identity);
  return {};
}

Result<void> import_vulnerability(const Document& document, const Json& json, const JsonPlace& place, ReportBuilder& builder) {
  std::string name = name_of(json);
  if (name.empty()) return fail_at(place, "import-missing-member", "expected a `cve`, an entry of `ids` or a `title`");
  Vulnerability common = common_of(document, json, name);
  const Json* lists = find_member(json, "product_status");
  std::map<std::string, const State*> said;
  for (const State& state : kStates)
    for (const std::string& product : lists ? texts_of(*lists, state.list) : std::vector<std::string>()) {
      auto [earlier, is_new] = said.try_emplace(product, &state);
      bool contradicts = earlier->second->status != state.status || earlier->second->claim != state.claim;
      if (contradicts)
        return fail_at(place / "product_status" / state.list, "import-contradiction",
                       fmt::format("`{}` is in `{}`, too", product, earlier->second->list));
      if (is_new) SLUICE_CHECK(add_statement(document, json, common, state, product, place, builder));
    }
  // What is said about no product is still a vulnerability of the vendor's.
  if (said.empty()) builder.add(std::move(common), {{"scheme", "csaf/1"}, {"id", name}, {"product", ""}});
  return {};
}

bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  return root.is_object() && find_path(root, {"document", "csaf_version"});
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  const Json& head = root["document"];
  if (std::string version = text_of(head, "csaf_version"); version != "2.0")
    return fail_at(place / "document" / "csaf_version", "import-version", fmt::format("CSAF `{}` is not read; expected 2.0", version));
  std::string status = text_at(head, {"tracking", "status"});
  if (status != "final" && status != "interim")
    return fail_at(place / "document" / "tracking", "import-draft", fmt::format("the status is `{}`; expected `final` or `interim`", status));
  std::string current = text_at(head, {"tracking", "current_release_date"});
  Document read{products_of(root), text_at(head, {"publisher", "name"}), text_of(head, "category") == "csaf_vex",
                day_of(text_at(head, {"tracking", "initial_release_date"})), day_of(current)};
  builder.report().tool = read.publisher.empty() ? "CSAF" : read.publisher;
  builder.report().facts["document"] = text_at(head, {"tracking", "id"}) + " " + text_at(head, {"tracking", "version"});
  builder.scanned_until(read.current, current);
  if (!find_member(root, "vulnerabilities")) builder.add_incomplete("the document has no `vulnerabilities`: it says nothing about any");
  return for_each_object(root, "vulnerabilities", place, [&](const Json& json, const JsonPlace& at) {
    return import_vulnerability(read, json, at, builder);
  });
}

}  // namespace

std::unique_ptr<const Importer> make_csaf_importer() { return importer_of("csaf", recognizes, import); }

}  // namespace sluice::gate
