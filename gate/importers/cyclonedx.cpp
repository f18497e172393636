// CycloneDX 1.2 to 1.6, as JSON and XML: bills of materials with vulnerabilities, and VEX.
// Source: the schemas of CycloneDX, and its vulnerability extension 1.0 (`v:vulnerability`).
//
// A vulnerability and one component that it affects is an item; one that affects nothing named is
// an item too, of what the document is about. A reference to a component that is not
// there is an error, unless the document has no components (a VEX apart from its SBOM).
// `analysis.state` is a claim about the product: `in_triage` clears nothing.
// XML is read into the JSON form first, so that both are one format from there on.
// Identity: id, component's purl (else name) without version, subject of the document.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Bom {
  std::map<std::string, Component, std::less<>> components;  // by bom-ref
  std::string subject;                                       // what the document is about, without version
  std::string image;                                         // the same, when it is one
  bool has_components = false;
};

Component component_of(const Json& json) {
  Component component;
  std::string group = text_of(json, "group");
  component.name = group.empty() ? text_of(json, "name") : group + ":" + text_of(json, "name");
  if (std::string version = text_of(json, "version"); !version.empty()) component.versions = {version};
  component.purl = text_of(json, "purl");
  return component;
}

// Components may have components; documents are not deeper than kMaxReportDepth.
void index_component(const Json& json, Bom& bom) {
  if (std::string ref = text_of(json, "bom-ref"); !ref.empty()) bom.components.try_emplace(ref, component_of(json));
  if (const Json* parts = find_member(json, "components"); parts && parts->is_array())
    for (const Json& part : *parts) index_component(part, bom);
}

// A component outside the document: a purl, or a link into another BOM ("urn:cdx:serial/1#ref").
Component external_component(const std::string& ref) {
  Component component;
  component.name = ref.substr(ref.find('#') == std::string::npos ? 0 : ref.find('#') + 1);
  if (!component.name.starts_with("pkg:")) return component;
  component.purl = component.name;
  component.name = purl_without_version(component.purl);
  std::string_view rest = std::string_view(component.purl).substr(0, component.purl.find_first_of("?#"));
  if (auto at = rest.rfind('@'); at != std::string_view::npos && rest.find('/', at) == std::string_view::npos)
    component.versions = {std::string(rest.substr(at + 1))};
  return component;
}

Result<Component> find_component(const Bom& bom, const std::string& ref, const JsonPlace& place) {
  if (auto found = bom.components.find(ref); found != bom.components.end()) return found->second;
  if (ref.starts_with("urn:cdx:") || !bom.has_components) return external_component(ref);
  return fail_at(place, "import-unresolved",
                 fmt::format("refers to the component `{}`, which the document does not have", ref));
}

void read_ratings(const Json& json, Vulnerability& vulnerability) {
  const Json* ratings = find_member(json, "ratings");
  if (!ratings || !ratings->is_array()) return;
  for (const Json& rating : *ratings) {
    std::string method = text_of(rating, "method"), word = text_of(rating, "severity");
    std::string source = text_at(rating, {"source", "name"});
    if (source.empty()) source = text_at(json, {"source", "name"});
    if (method.starts_with("CVSS"))
      add_rating(vulnerability, {source, text_of(rating, "vector"), text_of(rating, "score"), cvss_version_of(method)});
    // The order of ratings is no priority: the worst word stays.
    if (severity_word_of(word) > vulnerability.severity || vulnerability.tool_severity.empty()) {
      vulnerability.severity = severity_word_of(word);
      vulnerability.tool_severity = word;
    }
  }
}

void read_analysis(const Json& json, Vulnerability& vulnerability) {
  struct Claim {
    std::string_view state;
    VulnerabilityStatus status;
    SuppressionClaim claim;
  };
  constexpr Claim kClaims[] = {
      {"resolved", VulnerabilityStatus::Suppressed, SuppressionClaim::Fixed},
      {"resolved_with_pedigree", VulnerabilityStatus::Suppressed, SuppressionClaim::Fixed},
      {"false_positive", VulnerabilityStatus::Suppressed, SuppressionClaim::FalsePositive},
      {"not_affected", VulnerabilityStatus::Suppressed, SuppressionClaim::NotAffected},
      {"in_triage", VulnerabilityStatus::NeedsReview, SuppressionClaim::None},
  };
  std::string state = text_at(json, {"analysis", "state"});
  for (const Claim& claim : kClaims)
    if (claim.state == state) {
      vulnerability.status = claim.status;
      vulnerability.claim = claim.claim;
    }
  if (state.empty()) return;
  vulnerability.status_reason = state;
  for (std::string_view key : {"justification", "detail"})
    if (std::string text = text_at(json, {"analysis", key}); !text.empty()) vulnerability.status_reason += ": " + text;
  vulnerability.first_seen = day_of(text_at(json, {"analysis", "firstIssued"}));
}

Vulnerability vulnerability_of(const Json& json, const std::string& id) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = id;
  add_ids(vulnerability.ids, id);
  if (const Json* references = find_member(json, "references"); references && references->is_array())
    for (const Json& reference : *references) {
      std::string other = text_of(reference, "id");
      bool known = other.starts_with("CVE-") || other.starts_with("GHSA-");
      if (known) add_ids(vulnerability.ids, other);
      if (!known && !other.empty()) vulnerability.ids.other.push_back(other);
    }
  for (const std::string& cwe : texts_of(json, "cwes"))
    add_ids(vulnerability.ids, cwe.starts_with("CWE") ? cwe : "CWE-" + cwe);
  vulnerability.title = id;
  vulnerability.description = text_of(json, "description");
  vulnerability.remediation = text_of(json, "recommendation");
  add_evidence(vulnerability, text_of(json, "detail"));
  vulnerability.published = day_of(text_of(json, "published"));
  read_ratings(json, vulnerability);
  read_analysis(json, vulnerability);
  return vulnerability;
}

void add_affected(const Bom& bom, const Vulnerability& common, Component component, ReportBuilder& builder) {
  Vulnerability vulnerability = common;
  vulnerability.component = std::move(component);
  if (!vulnerability.component.name.empty()) vulnerability.title += " in " + vulnerability.component.name;
  vulnerability.asset.image = bom.image;
  if (bom.image.empty()) vulnerability.asset.project = bom.subject;
  const Component& where = vulnerability.component;
  IdentityParts identity = {{"scheme", "cyclonedx/1"},
                            {"id", vulnerability.ids.rule},
                            {"subject", bom.subject},
                            {"component", where.purl.empty() ? where.name : purl_without_version(where.purl)}};
  builder.add(std::move(vulnerability), identity);
}

// `within`: the component that has the vulnerability in it, which needs no reference; null: none.
Result<void> import_vulnerability(const Bom& bom, const Json& json, const Component* within, const JsonPlace& place,
                                  ReportBuilder& builder) {
  std::string id = text_of(json, "id");
  if (id.empty()) return fail_at(place, "import-missing-member", "a vulnerability has no `id`");
  Vulnerability vulnerability = vulnerability_of(json, id);
  if (within) {
    add_affected(bom, vulnerability, *within, builder);
    return {};
  }
  bool any = false;
  SLUICE_CHECK(for_each_object(
      json, "affects", place, [&](const Json& affected, const JsonPlace& affected_place) -> Result<void> {
        any = true;
        SLUICE_TRY(Component component, find_component(bom, text_of(affected, "ref"), affected_place));
        add_affected(bom, vulnerability, std::move(component), builder);
        return {};
      }));
  if (!any) add_affected(bom, vulnerability, {}, builder);
  return {};
}

void read_metadata(const Json& metadata, Bom& bom, ReportBuilder& builder) {
  std::string time = text_of(metadata, "timestamp");
  builder.scanned_from(day_of(time), time);
  builder.scanned_until(day_of(time), time);
  if (const Json* subject = find_member(metadata, "component")) {
    Component component = component_of(*subject);
    bom.subject = component.purl.empty() ? image_without_version(component.name) : purl_without_version(component.purl);
    if (text_of(*subject, "type") == "container") bom.image = component.name;
    builder.add_target(component.name);
    index_component(*subject, bom);
  }
  // Who speaks: a person where one is named, else the organization.
  if (const Json* authors = find_member(metadata, "authors"); authors && authors->is_array() && !authors->empty()) {
    std::string email = text_of(authors->front(), "email");
    builder.report().facts["author"] = email.empty() ? text_of(authors->front(), "name") : email;
  } else if (std::string supplier = text_at(metadata, {"supplier", "name"}); !supplier.empty()) {
    builder.report().facts["author"] = supplier;
  }
  // An array of tools, or from 1.5 on an object with an array of components.
  const Json* tools = find_member(metadata, "tools");
  if (tools && tools->is_object()) tools = find_member(*tools, "components");
  if (!tools || !tools->is_array()) return;
  std::vector<std::string> names;
  for (const Json& tool : *tools) {
    names.push_back(text_of(tool, "name"));
    if (builder.report().tool_version.empty()) builder.report().tool_version = text_of(tool, "version");
  }
  if (!names.empty()) builder.report().tool = fmt::format("{}", fmt::join(names, ", "));
}

void note_what_is_missing(bool has_list, ReportBuilder& builder) {
  if (!has_list)
    builder.add_incomplete(
        "the document has no list of vulnerabilities: it says what there is, not what is wrong with it");
}

Result<void> import_json(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  Bom bom;
  if (const Json* metadata = find_member(root, "metadata")) read_metadata(*metadata, bom, builder);
  for (std::string_view key : {"components", "services"})
    SLUICE_CHECK(for_each_object(root, key, place, [&](const Json& component, const JsonPlace&) {
      bom.has_components = true;
      index_component(component, bom);
      return Result<void>();
    }));
  note_what_is_missing(find_member(root, "vulnerabilities") != nullptr, builder);
  return for_each_object(root, "vulnerabilities", place, [&](const Json& json, const JsonPlace& json_place) {
    return import_vulnerability(bom, json, nullptr, json_place, builder);
  });
}

// XML: a list is an element of elements, whose names say nothing more.
std::string local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  auto colon = name.find(':');
  return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

Json json_of(const pugi::xml_node& node) {
  constexpr std::string_view kLists[] = {"ratings",    "cwes",  "references", "advisories",     "affects",
                                         "components", "tools", "services",   "recommendations"};
  std::string name = local_name(node);
  bool list = std::ranges::find(kLists, name) != std::end(kLists);
  Json json = list ? Json::array() : Json::object();
  bool any = false;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    any = true;
    if (list) json.push_back(json_of(child));
    if (!list) json[local_name(child)] = json_of(child);
  }
  if (!list)
    for (const pugi::xml_attribute& one : node.attributes()) json[one.name()] = attribute(node, one.name());
  if (!any && !list && json.empty()) return own_text(node);
  return json;
}

// The extension's elements where 1.4 has others.
Json vulnerability_json_of(const pugi::xml_node& node) {
  Json json = json_of(node);
  if (std::string ref = attribute(node, "ref"); !ref.empty()) json["affects"] = Json::array({{{"ref", ref}}});
  if (const Json* recommendations = find_member(json, "recommendations");
      recommendations && recommendations->is_array())
    json["recommendation"] = fmt::format("{}", fmt::join(texts_of(json, "recommendations"), "\n"));
  if (!json.contains("ratings")) return json;
  for (Json& rating : json["ratings"]) {
    const Json* score = find_member(rating, "score");
    if (score && score->is_object()) rating["score"] = text_of(*score, "base");
  }
  return json;
}

class XmlBom {
 public:
  XmlBom(const ReportDocument& document, ReportBuilder& builder) : document_(document), builder_(builder) {}

  Result<void> import() {
    pugi::xml_node root = document_.xml_root();
    if (pugi::xml_node metadata = root.child("metadata")) read_metadata(json_of(metadata), bom_, builder_);
    SLUICE_CHECK(for_each_component([&](const pugi::xml_node& node, std::size_t) {
      bom_.has_components = true;
      index_component(json_of(node), bom_);
      return Result<void>();
    }));
    for (const char* list : {"vulnerabilities", "v:vulnerabilities"}) SLUICE_CHECK(import_list(root.child(list)));
    SLUICE_CHECK(for_each_component(
        [&](const pugi::xml_node& node, std::size_t offset) { return import_nested(node, offset); }));
    note_what_is_missing(has_list_, builder_);
    return {};
  }

 private:
  Result<void> for_each_component(const VisitXml& visit) {
    return document_.for_each_element(document_.xml_root().child("components"), "component", visit);
  }

  Result<void> import_list(const pugi::xml_node& list) {
    if (!list) return {};
    has_list_ = true;
    for (const char* name : {"vulnerability", "v:vulnerability"})
      SLUICE_CHECK(document_.for_each_element(list, name, [&](const pugi::xml_node& node, std::size_t offset) {
        return import_one(node, offset, nullptr);
      }));
    return {};
  }

  // The extension may be inside the component that it is about.
  Result<void> import_nested(const pugi::xml_node& component, std::size_t offset) {
    pugi::xml_node list = component.child("v:vulnerabilities");
    has_list_ = has_list_ || list;
    Component within = list ? component_of(json_of(component)) : Component();
    for (const pugi::xml_node& node : list.children("v:vulnerability")) SLUICE_CHECK(import_one(node, offset, &within));
    return {};
  }

  Result<void> import_one(const pugi::xml_node& node, std::size_t offset, const Component* within) {
    Json json = vulnerability_json_of(node);
    auto imported = import_vulnerability(bom_, json, within, {document_.file(), {}, ""}, builder_);
    if (imported) return {};
    const Error& error = imported.error().list.front();
    return fail_at(document_, offset, error.code, error.message);
  }

  const ReportDocument& document_;
  ReportBuilder& builder_;
  Bom bom_;
  bool has_list_ = false;
};

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsXml) {
    pugi::xml_node root = document.xml_root();
    return std::string_view(root.name()) == "bom" &&
           attribute(root, "xmlns").starts_with("http://cyclonedx.org/schema/bom/");
  }
  return document.json().is_object() && text_of(document.json(), "bomFormat") == "CycloneDX";
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "CycloneDX";
  return document.form() == ReportDocument::Form::AsXml ? XmlBom(document, builder).import()
                                                        : import_json(document, builder);
}

}  // namespace

std::unique_ptr<const Importer> make_cyclonedx_importer() { return importer_of("cyclonedx", recognizes, import); }

}  // namespace sluice::gate
