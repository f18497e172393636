// OpenVEX: what somebody says about vulnerabilities in products. Source: the OpenVEX specification.
//
// A statement about one product is an item. `affected` is a vulnerability; `not_affected`, which needs
// a justification or an impact statement, and `fixed` are claims, kept as suppressed;
// `under_investigation` clears nothing. Of several statements on one vulnerability and product the
// newest counts (the specification's rule). Who the author is, is for the gate to trust or not.
// Identity: vulnerability, product without version.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// A vulnerability has a name since 0.2.0; before it was the name.
std::string name_of(const Json& statement) {
  const Json* vulnerability = find_member(statement, "vulnerability");
  if (!vulnerability || !vulnerability->is_object()) return text_of(vulnerability);
  std::string name = text_of(*vulnerability, "name");
  return name.empty() ? text_of(*vulnerability, "@id") : name;
}

std::string id_of(const Json& product) {
  std::string id = product.is_object() ? text_of(product, "@id") : text_of(&product);
  return id.empty() && product.is_object() ? text_at(product, {"identifiers", "purl"}) : id;
}

// What a statement is about: a product, or a part of one.
struct Product {
  std::string id;
  std::string within;  // the product, when `id` is a part of it
};

std::vector<Product> products_of(const Json& statement) {
  std::vector<Product> products;
  const Json* list = find_member(statement, "products");
  if (!list || !list->is_array()) return products;
  for (const Json& product : *list) {
    std::string id = id_of(product);
    const Json* parts = product.is_object() ? find_member(product, "subcomponents") : nullptr;
    bool has_parts = parts && parts->is_array() && !parts->empty();
    if (!id.empty() && !has_parts) products.push_back({id, {}});
    if (has_parts)
      for (const Json& part : *parts)
        if (std::string part_id = id_of(part); !part_id.empty()) products.push_back({part_id, id});
  }
  return products;
}

struct Said {
  Vulnerability vulnerability;
  IdentityParts identity;
  std::string time;
};

Result<void> read_status(const Json& statement, const JsonPlace& place, Vulnerability& vulnerability) {
  std::string status = text_of(statement, "status"), why = text_of(statement, "justification");
  if (std::string impact = text_of(statement, "impact_statement"); !impact.empty())
    why += (why.empty() ? "" : ": ") + impact;
  vulnerability.status_reason = status + (why.empty() ? "" : ": " + why);
  if (status == "affected") return {};
  if (status == "under_investigation") {
    vulnerability.status = VulnerabilityStatus::NeedsReview;
    return {};
  }
  if (status != "not_affected" && status != "fixed")
    return fail_at(place / "status", "import-wrong-value",
                   "expected one of: not_affected, affected, fixed, under_investigation");
  if (status == "not_affected" && why.empty())
    return fail_at(place, "import-missing-member", "`not_affected` needs a `justification` or an `impact_statement`");
  vulnerability.status = VulnerabilityStatus::Suppressed;
  vulnerability.claim = status == "fixed" ? SuppressionClaim::Fixed : SuppressionClaim::NotAffected;
  return {};
}

Vulnerability vulnerability_of(const Json& statement, const std::string& name) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = name;
  add_ids(vulnerability.ids, name);
  if (const Json* about = find_member(statement, "vulnerability"); about && about->is_object()) {
    for (const std::string& alias : texts_of(*about, "aliases")) {
      add_ids(vulnerability.ids, alias);
      if (!alias.starts_with("CVE-") && !alias.starts_with("GHSA-")) vulnerability.ids.other.push_back(alias);
    }
    vulnerability.description = text_of(*about, "description");
  }
  vulnerability.remediation = text_of(statement, "action_statement");
  if (std::string notes = text_of(statement, "status_notes"); !notes.empty()) add_evidence(vulnerability, notes);
  return vulnerability;
}

Component component_of(const std::string& product) {
  Component component;
  component.name = product;
  if (!product.starts_with("pkg:")) return component;
  component.purl = product;
  component.name = purl_without_version(product);
  std::string_view rest = std::string_view(product).substr(0, product.find_first_of("?#"));
  if (auto at = rest.rfind('@'); at != std::string_view::npos && at > component.name.size() - 1)
    component.versions = {std::string(rest.substr(at + 1))};
  return component;
}

Result<void> read_statement(const Json& statement, const JsonPlace& place, const std::string& document_time,
                            std::vector<Said>& said) {
  std::string name = name_of(statement);
  if (name.empty()) return fail_at(place, "import-missing-member", "expected `vulnerability` with a `name`");
  Vulnerability vulnerability = vulnerability_of(statement, name);
  SLUICE_CHECK(read_status(statement, place, vulnerability));
  std::string time = text_of(statement, "timestamp");
  if (time.empty()) time = document_time;
  vulnerability.last_seen = day_of(time);
  std::vector<Product> products = products_of(statement);
  if (products.empty())
    return fail_at(place, "import-missing-member", "expected `products`: the statement is about none");
  auto plain = [](const std::string& id) { return id.starts_with("pkg:") ? purl_without_version(id) : id; };
  for (const Product& product : products) {
    Said one{vulnerability, {{"scheme", "openvex/1"}, {"id", name}, {"product", plain(product.id)}}, time};
    if (!product.within.empty()) one.identity.emplace_back("within", plain(product.within));
    one.vulnerability.component = component_of(product.id);
    one.vulnerability.asset.id = product.within;
    one.vulnerability.title = fmt::format("{} in {}", name, one.vulnerability.component.name);
    said.push_back(std::move(one));
  }
  return {};
}

// What is said of one version is not said of another: statements on the same vulnerability and product that differ in
// what they say, or of which one is about every version, stay apart. The one that says most keeps the plain identity.
void keep_apart(std::vector<Said>& said) {
  auto word = [](const Said& one) {
    const Vulnerability& vulnerability = one.vulnerability;
    return std::tuple(vulnerability.status, vulnerability.claim, !vulnerability.component.versions.empty());
  };
  std::map<IdentityParts, std::set<decltype(word(said[0]))>> words;
  for (const Said& one : said) words[one.identity].insert(word(one));
  for (Said& one : said) {
    const auto& all = words.at(one.identity);
    std::size_t place = static_cast<std::size_t>(std::distance(all.begin(), all.find(word(one))));
    if (place == 0) continue;
    auto [status, claim, has_version] = word(one);
    one.identity.emplace_back("stated", fmt::format("{} {} {}", to_string(status), to_string(claim), has_version ? "of some versions" : "of every version"));
  }
}

// Statements on different versions of a product are different; of those on the same the newest stays.
void add_newest(std::vector<Said> said, ReportBuilder& builder) {
  auto about = [](const Said& one) { return std::tuple(one.identity, one.vulnerability.component.purl, one.vulnerability.asset.id); };
  std::map<std::tuple<IdentityParts, std::string, std::string>, std::size_t> newest;
  for (std::size_t index = 0; index < said.size(); ++index) {
    auto [at, is_new] = newest.try_emplace(about(said[index]), index);
    auto before = parse_instant(said[at->second].time), now = parse_instant(said[index].time);
    if (!is_new && (!before || (now && *now >= *before))) at->second = index;
  }
  std::vector<Said> kept;
  for (std::size_t index = 0; index < said.size(); ++index) {
    if (newest.at(about(said[index])) != index) builder.leave_out("superseded-statement");
    else kept.push_back(said[index]);
  }
  keep_apart(kept);
  for (Said& one : kept) builder.add(std::move(one.vulnerability), one.identity);
}

bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  return root.is_object() && text_of(root, "@context").find("openvex") != std::string::npos &&
         root.contains("statements");
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  builder.report().tool = "OpenVEX";
  std::string time = text_of(root, "timestamp");
  for (std::string_view key : {"author", "timestamp"})
    if (text_of(root, key).empty()) return fail_at(place, "import-missing-member", fmt::format("expected `{}`", key));
  builder.report().facts["author"] = text_of(root, "author");
  builder.scanned_until(day_of(time), time);
  std::vector<Said> said;
  SLUICE_CHECK(for_each_object(root, "statements", place, [&](const Json& statement, const JsonPlace& statement_place) {
    return read_statement(statement, statement_place, time, said);
  }));
  if (said.empty()) return fail_at(place / "statements", "import-no-items", "the document states nothing");
  add_newest(std::move(said), builder);
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_openvex_importer() { return importer_of("openvex", recognizes, import); }

}  // namespace sluice::gate
