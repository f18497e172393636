// What people and feeds say beside the reports: a file is read, or what is wrong with it is said.
#include <algorithm>

#include "gate/deployments.h"
#include "gate/environment.h"
#include "gate/product_version.h"
#include "gate/re_rating.h"
#include "gate/remediation.h"
#include "gate/sbom.h"
#include "gate/threat_feeds.h"
#include "gate/version_range.h"
#include "gate/vex.h"
#include "gate/waiver.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {
namespace {

template <class T>
void require_told(const Result<T>& result) {
  if (!result) REQUIRE_THAT(!result.error().empty() && !to_string(result.error()).empty());
}

void read_waivers(std::string_view text) {
  auto waivers = gate::parse_waivers("w.yaml", text);
  require_told(waivers);
  if (!waivers) return;
  for (const gate::Waiver& waiver : waivers->list) {
    // One line for each field, whatever is in them.
    std::string bytes = gate::signed_bytes(waiver);
    REQUIRE_THAT(std::ranges::count(bytes, '\n') == 21);
    (void)gate::over_broad(waiver.covers);
  }
}

void read_ranges(std::string_view text) {
  auto [range_text, version] = cut_line(text);
  auto range = gate::VersionRange::parse(range_text);
  if (range) (void)range->contains(version);
  // An order: never both, and the other way round the other way.
  auto there = gate::compare_versions(range_text, version), back = gate::compare_versions(version, range_text);
  REQUIRE_THAT((there < 0) == (back > 0) && (there == 0) == (back == 0));
}

// What is stated of the release stands alone when nothing was found, and is not forgotten.
void read_vex(std::string_view text) {
  auto report = gate::import_report("auto", "vex.json", text);
  if (!report) return;
  auto document = gate::to_vex(*std::move(report));
  require_told(document);
  if (!document) return;
  gate::Release release;
  release.version = "2.0";
  release.identifiers = {"pkg:generic/product"};
  std::vector<gate::VexDocument> documents = {*std::move(document)};
  std::vector<gate::VexAuthor> nobody;
  gate::VexBook book(documents, nobody, release, Date::max());
  for (const gate::VexBook::Stated& one : book.alone().on_release) REQUIRE_THAT(one.newest->said->status != gate::VulnerabilityStatus::Suppressed && one.since <= one.newest->when);
}

}  // namespace

void fuzz_risk_file(std::string_view text) {
  auto [kind, rest] = cut_line(text);
  if (kind == "waivers") read_waivers(rest);
  if (kind == "ratings") require_told(gate::parse_rating_events("r.yaml", rest));
  if (kind == "assets") require_told(gate::parse_environments("a.yaml", rest));
  if (kind == "kev") require_told(gate::parse_kev("k.json", rest));
  if (kind == "epss") require_told(gate::parse_epss("e.csv", rest));
  if (kind == "deployments") require_told(gate::parse_deployments("d", rest));
  if (kind == "plans") require_told(gate::parse_plans("p.yaml", rest));
  if (kind == "version") require_told(gate::parse_product_version("v.yaml", rest));
  if (kind == "sbom") require_told(gate::parse_sbom("s.json", rest));
  if (kind == "vex") read_vex(rest);
  if (kind == "range") read_ranges(rest);
}

}  // namespace sluice::fuzz
