#include "gate/vex.h"

#include <fmt/format.h>

#include <algorithm>

#include "gate/identity.h"

namespace sluice::gate {
namespace {

bool is_clearing(const Vulnerability& said) { return said.status == VulnerabilityStatus::Suppressed; }

// "pkg:oci/app@sha256%3Aabc" -> "sha256:abc".
std::string version_of(const Component& component) {
  if (component.versions.empty()) return {};
  std::string version = component.versions.front();
  if (std::size_t escape = version.find("%3A"); escape != std::string::npos) {
    version[escape] = ':';
    version.erase(escape + 1, 2);
  }
  return version;
}

std::string plain_name(const Component& component) {
  return component.purl.empty() ? component.name : purl_without_version(component.purl);
}

// A statement about any version is about this one; one about a version only about that.
bool fits_version(const Component& said, const std::vector<std::string>& versions) {
  std::string version = version_of(said);
  return version.empty() || std::ranges::find(versions, version) != versions.end();
}

bool same_component(const Component& said, const Component& found) {
  if (!said.purl.empty() && !found.purl.empty()) return purl_without_version(said.purl) == purl_without_version(found.purl);
  return !said.name.empty() && said.name == found.name;
}

}  // namespace

Result<VexDocument> to_vex(ImportedReport report) {
  Errors errors;
  bool makes_statements = report.format == "openvex" || report.format == "cyclonedx" || report.format == "csaf";
  if (!makes_statements)
    errors.add({report.file}, "vex-format", fmt::format("is a report of {}; expected statements: OpenVEX, or CycloneDX with `analysis`", report.format));
  VexDocument document{report.file, report.digest, report.format, {}, report.targets.empty() ? "" : report.targets.front(), {}, {}};
  if (auto author = report.facts.find("author"); author != report.facts.end()) document.author = author->second;
  if (auto time = parse_instant(report.scan_end_time)) document.time = *time;
  else if (makes_statements) errors.add({report.file}, "vex-time", "does not say when it was made: the newest statement could not be told");
  for (Vulnerability& said : report.vulnerabilities) {
    bool is_statement = said.status != VulnerabilityStatus::Open || !said.status_reason.empty();
    if (!is_statement) continue;  // a bill of materials may have vulnerabilities that nobody has analysed
    if (said.claim == SuppressionClaim::NotAffected && said.status_reason == "not_affected")
      errors.add({report.file}, "vex-justification", fmt::format("says that {} does not affect {}, and not why: `not_affected` needs a justification",
                                                                  display_id(said), said.component.name.empty() ? "the product" : said.component.name));
    document.statements.push_back(std::move(said));
  }
  if (makes_statements && document.statements.empty()) errors.add({report.file}, "vex-empty", "makes no statement");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return document;
}

Result<VexDocument> load_vex(const std::string& path) {
  SLUICE_TRY(ImportedReport report, import_report_file("auto", path));
  return to_vex(std::move(report));
}

VexBook::VexBook(const std::vector<VexDocument>& documents, const std::vector<VexAuthor>& trusted, const Release& release, Date as_of)
    : release_(release) {
  for (const VexDocument& document : documents)
    for (const Vulnerability& said : document.statements) {
      Instant when = said.last_seen && *said.last_seen != day_of(document.time) ? Instant(*said.last_seen) : document.time;
      if (day_of(when) > as_of) continue;
      bool is_trusted = !is_clearing(said) || find_author(trusted, document.author, said.claim);
      for (const auto* names : {&said.ids.cve, &said.ids.ghsa, &said.ids.other})
        for (const std::string& name : *names) index_[name].push_back(statements_.size());
      if (said.ids.cve.empty() && said.ids.ghsa.empty()) index_[said.ids.rule].push_back(statements_.size());
      statements_.push_back({&document, &said, when, is_trusted});
    }
}

bool VexBook::names_release(const Vulnerability& said) const {
  auto is_release = [&](const Component& product) {
    if (!release_.build.empty() && version_of(product) == release_.build) return true;
    std::string name = plain_name(product);
    bool is_named = std::ranges::find(release_.identifiers, name) != release_.identifiers.end();
    return is_named && fits_version(product, {release_.version});
  };
  if (said.asset.id.empty()) return is_release(said.component);
  // The component is a part of a product that is named apart.
  Component product;
  product.name = said.asset.id;
  if (said.asset.id.starts_with("pkg:")) {
    product.purl = said.asset.id;
    std::string name = purl_without_version(product.purl);
    if (product.purl.size() > name.size() && product.purl.starts_with(name + "@"))
      product.versions = {product.purl.substr(name.size() + 1, product.purl.find_first_of("?#") - name.size() - 1)};
  }
  return is_release(product);
}

bool VexBook::is_about(const Statement& statement, const Tracked& thing, const Asset& asset) const {
  const Vulnerability& said = *statement.said;
  bool is_part = !said.asset.id.empty();
  bool is_of_component = thing.component && same_component(said.component, *thing.component) && fits_version(said.component, thing.component->versions);
  if (is_part) return names_release(said) && is_of_component;
  if (is_of_component || names_release(said)) return true;
  // Without a component it is about what the document is about.
  const std::string& subject = statement.document->subject;
  if (said.component.name.empty()) return subject == release_.product || std::ranges::find(release_.identifiers, subject) != release_.identifiers.end();
  return !asset.image.empty() && said.component.name == image_without_version(asset.image) && version_of(said.component).empty();
}

void VexBook::refuse(const Statement& statement, const std::string& subject) {
  auto known = std::ranges::find_if(refused_, [&](const Refused& one) { return one.document == statement.document && one.claim == statement.said->claim; });
  if (known == refused_.end()) known = refused_.insert(refused_.end(), {statement.document, statement.said->claim, {}});
  if (std::ranges::find(known->subjects, subject) == known->subjects.end()) known->subjects.push_back(subject);
}

const VexBook::Statement* VexBook::find(const Tracked& thing, const Asset& asset) {
  if (index_.empty()) return nullptr;
  const Statement* newest = nullptr;
  auto consider = [&](std::string_view name) {
    auto found = index_.find(name);
    if (found == index_.end()) return;
    for (std::size_t at : found->second) {
      const Statement& one = statements_[at];
      if (!is_about(one, thing, asset)) continue;
      if (!one.is_trusted) {
        refuse(one, thing.subject);
        continue;
      }
      // Of equally new ones the one that clears less.
      bool is_newer = !newest || one.when > newest->when || (one.when == newest->when && one.said->status < newest->said->status);
      if (is_newer) newest = &one;
    }
  };
  for (const std::string& name : thing.names) consider(name);
  consider(thing.rule);
  return newest;
}

}  // namespace sluice::gate
