#include "gate/vex.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "base/digest.h"
#include "base/file.h"
#include "gate/identity.h"
#include "gate/signed_text.h"

namespace sluice::gate {
namespace {

bool is_clearing(const Vulnerability& said) { return said.status == VulnerabilityStatus::Suppressed; }

// "pkg:oci/app@sha256%3Aabc" -> "sha256:abc".
std::vector<std::string> versions_of(const Component& component) {
  std::vector<std::string> versions = component.versions;
  for (std::string& version : versions)
    if (std::size_t escape = version.find("%3A"); escape != std::string::npos) {
      version[escape] = ':';
      version.erase(escape + 1, 2);
    }
  return versions;
}

bool has(const std::vector<std::string>& list, const std::string& one) { return std::ranges::find(list, one) != list.end(); }

std::string plain_name(const Component& component) {
  return component.purl.empty() ? component.name : purl_without_version(component.purl);
}

std::string plain_asset(const std::string& id) { return id.starts_with("pkg:") ? purl_without_version(id) : id; }

// A statement about any version is about this one; one about some versions only about those.
bool fits_version(const Component& said, const std::vector<std::string>& versions) {
  std::vector<std::string> of = versions_of(said);
  return of.empty() || std::ranges::any_of(of, [&](const std::string& version) { return has(versions, version); });
}

bool same_component(const Component& said, const Component& found) {
  if (!said.purl.empty() && !found.purl.empty()) return purl_without_version(said.purl) == purl_without_version(found.purl);
  return !said.name.empty() && said.name == found.name;
}

// Why a document clears nothing with such a claim; empty: the policy trusts it.
std::string distrust(const VexDocument& document, SuppressionClaim claim, const std::vector<VexAuthor>& trusted) {
  std::vector<const VexAuthor*> entries = find_authors(trusted, document.author, claim);
  std::string who = document.author.empty() ? "nobody named" : document.author;
  if (entries.empty()) return fmt::format("stated {} by {}, whom the policy does not trust with that", to_string(claim), who);
  auto is_signed = [&](const VexAuthor* entry) {
    auto is_signer = [&](const std::string& one) { return document.signer && same_person(document.signer->principal, one); };
    return entry->signed_by.empty() || std::ranges::any_of(entry->signed_by, is_signer);
  };
  if (std::ranges::any_of(entries, is_signed)) return {};
  std::string wanted = fmt::format("{}", fmt::join(entries.front()->signed_by, " or "));
  std::string found = document.signer ? fmt::format("it is signed by {}", document.signer->principal) : document.signature_problem;
  return fmt::format("stated {} by {}, to be signed by {}, and {}", to_string(claim), who, wanted, found);
}

}  // namespace

Result<VexDocument> to_vex(ImportedReport report) {
  Errors errors;
  bool makes_statements = report.format == "openvex" || report.format == "cyclonedx" || report.format == "csaf";
  if (!makes_statements)
    errors.add({report.file}, "vex-format", fmt::format("is a report of {}; expected statements: OpenVEX, or CycloneDX with `analysis`", report.format));
  VexDocument document;
  document.file = report.file;
  document.sha256 = report.digest;
  document.format = report.format;
  if (!report.targets.empty()) document.subject = report.targets.front();
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
  SLUICE_TRY(VexDocument document, to_vex(std::move(report)));
  std::error_code error;
  if (!std::filesystem::exists(path + ".sig", error)) return document;
  document.signature_file = path + ".sig";
  SLUICE_TRY(document.signature, read_file(document.signature_file));
  document.signature_sha256 = sha256_hex(document.signature);
  return document;
}

Result<void> check_signature(VexDocument& document, const SignatureCheck& check) {
  if (document.signature_file.empty()) return {};
  SLUICE_TRY(std::string bytes, read_file(document.file));
  if (sha256_hex(bytes) != document.sha256) return fail({document.file}, "gate-changed", "the file was changed while it was read");
  Result<Signer> signer = check(bytes, document.signature);
  if (signer) document.signer = *std::move(signer);
  else document.signature_problem = "its signature does not count: " + signer.error().list.front().message;
  return {};
}

void refuse_signature(VexDocument& document, std::string_view why) {
  if (!document.signature_file.empty()) document.signature_problem = fmt::format("its signature cannot be checked: {}", why);
}

VexBook::VexBook(const std::vector<VexDocument>& documents, const std::vector<VexAuthor>& trusted, const Release& release, Date as_of)
    : release_(release) {
  for (const VexDocument& document : documents)
    for (const Vulnerability& said : document.statements) {
      Instant when = said.last_seen && *said.last_seen != day_of(document.time) ? Instant(*said.last_seen) : document.time;
      if (day_of(when) > as_of) continue;
      std::string why_not = is_clearing(said) ? distrust(document, said.claim, trusted) : "";
      for (const auto* names : {&said.ids.cve, &said.ids.ghsa, &said.ids.other})
        for (const std::string& name : *names) index_[name].push_back(statements_.size());
      if (said.ids.cve.empty() && said.ids.ghsa.empty()) index_[said.ids.rule].push_back(statements_.size());
      statements_.push_back({&document, &said, when, std::move(why_not)});
    }
}

bool VexBook::names_release(const Vulnerability& said) const {
  auto is_release = [&](const Component& product) {
    if (!release_.build.empty() && has(versions_of(product), release_.build)) return true;
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

bool VexBook::is_about_release(const Statement& statement) const {
  if (!statement.said->component.name.empty() || !statement.said->asset.id.empty()) return names_release(*statement.said);
  // Without a component it is about what the document is about.
  const std::string& subject = statement.document->subject;
  return !subject.empty() && (subject == release_.product || std::ranges::find(release_.identifiers, subject) != release_.identifiers.end());
}

bool VexBook::is_about(const Statement& statement, const Tracked& thing, const Asset& asset) const {
  const Vulnerability& said = *statement.said;
  bool is_part = !said.asset.id.empty();
  bool is_of_component = thing.component && same_component(said.component, *thing.component) && fits_version(said.component, thing.component->versions);
  if (is_part) return names_release(said) && is_of_component;
  if (is_of_component || names_release(said)) return true;
  if (said.component.name.empty()) return is_about_release(statement);
  return !asset.image.empty() && said.component.name == image_without_version(asset.image) && said.component.versions.empty();
}

void VexBook::refuse(const Statement& statement, const std::string& subject) {
  auto known = std::ranges::find_if(refused_, [&](const Refused& one) { return one.document == statement.document && one.why == statement.distrust; });
  if (known == refused_.end()) known = refused_.insert(refused_.end(), {statement.document, statement.distrust, {}});
  if (std::ranges::find(known->subjects, subject) == known->subjects.end()) known->subjects.push_back(subject);
}

const VexBook::Statement* VexBook::find(const Tracked& thing, const Asset& asset) {
  if (index_.empty()) return nullptr;
  const Statement* newest = nullptr;
  auto consider = [&](std::string_view name) {
    auto found = index_.find(name);
    if (found == index_.end()) return;
    for (std::size_t at : found->second) {
      Statement& one = statements_[at];
      if (!is_about(one, thing, asset)) continue;
      one.is_matched = true;
      if (!one.distrust.empty()) {
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

bool VexBook::is_of_product(const Vulnerability& said) const {
  std::string name = said.asset.id.empty() ? plain_name(said.component) : plain_asset(said.asset.id);
  return std::ranges::find(release_.identifiers, name) != release_.identifiers.end();
}

VexBook::Alone VexBook::alone() const {
  // What a statement is about: of all on the same thing the newest counts, and a match of one is a match of all.
  struct About {
    std::vector<const Statement*> list;
    bool is_matched = false;
  };
  std::map<std::tuple<std::string, std::string, std::string, bool>, About> all;
  for (const Statement& one : statements_) {
    if (!one.distrust.empty()) continue;
    const Component& component = one.said->component;
    bool is_of_release = is_about_release(one);
    // The release is there in one version; each version of a component is a thing of its own.
    bool is_release_itself = is_of_release && one.said->asset.id.empty();
    std::string part = plain_name(component), version = is_release_itself ? "" : fmt::format("{}", fmt::join(versions_of(component), " "));
    About& about = all[{display_id(*one.said), part + "@" + version, plain_asset(one.said->asset.id), is_of_release}];
    about.list.push_back(&one);
    about.is_matched |= one.is_matched;
  }
  Alone alone;
  for (auto& [key, about] : all) {
    if (about.is_matched) continue;
    const Statement* newest = *std::ranges::min_element(about.list, [](const Statement* a, const Statement* b) {
      return a->when != b->when ? a->when > b->when : a->said->status < b->said->status;
    });
    if (is_clearing(*newest->said)) continue;
    Instant since = newest->when;
    for (const Statement* one : about.list)
      if (!is_clearing(*one->said)) since = std::min(since, one->when);
    if (std::get<3>(key)) alone.on_release.push_back({newest, since});
    // What is said of another version of the product is nothing to this release.
    else if (newest->said->status == VulnerabilityStatus::Open && !is_of_product(*newest->said)) alone.on_others.push_back(newest);
  }
  return alone;
}

}  // namespace sluice::gate
