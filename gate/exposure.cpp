#include "gate/exposure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace sluice::gate {
namespace {

bool is_meant(const ExposureQuery& query, const Standing& standing) {
  return std::ranges::any_of(query.ids, [&](const std::string& id) { return std::ranges::find(standing.names, id) != standing.names.end(); });
}

void keep_earliest(std::optional<Date>& day, std::optional<Date> other) {
  if (other && (!day || *other < *day)) day = other;
}

std::string with_place(const Standing& standing) {
  return standing.where.empty() ? standing.subject : fmt::format("{}, at {}", standing.subject, standing.where);
}

// What the reports of a version say. True when they say anything.
void ask_reports(const ExposureQuery& query, const std::vector<Standing>& standings, VersionExposure& out) {
  std::vector<std::string> cleared;
  for (const Standing& one : standings) {
    if (!is_meant(query, one)) continue;
    bool is_cleared = one.state == State::NotAffected || one.state == State::Fixed;
    if (is_cleared) {
      cleared.push_back(fmt::format("{}: {} ({})", with_place(one), to_string(one.state), one.said_by));
      continue;
    }
    out.exposed = Exposed::Yes;
    out.because.push_back(one.state == State::Open ? with_place(one) : fmt::format("{} ({})", with_place(one), to_string(one.state)));
    if (!one.timing) continue;
    keep_earliest(out.first_seen, one.timing->first_seen);
    keep_earliest(out.due, one.timing->due);
    out.score = std::max(out.score, one.timing->score);
  }
  if (out.exposed == Exposed::Yes || cleared.empty()) return;
  out.exposed = Exposed::No;
  out.because = std::move(cleared);
}

void ask_sboms(const ExposureQuery& query, const std::vector<Sbom>& sboms, VersionExposure& out) {
  if (query.component.empty()) return;
  for (const Sbom& sbom : sboms)
    for (const SbomComponent& component : sbom.components) {
      if (!is_component(component, query.component, query.affected ? &*query.affected : nullptr)) continue;
      out.exposed = Exposed::Yes;
      out.because.push_back(fmt::format("{} {} ({})", component.name, component.version.empty() ? "without a version" : component.version, sbom.file));
    }
}

std::optional<Date> day_of_report(const Assessment& assessment) {
  return assessment.ended ? std::optional(day_of(*assessment.ended)) : std::nullopt;
}

bool has_any(const ExposureQuery& query, const Vulnerability& one) {
  return std::ranges::any_of(query.ids, [&](const std::string& id) {
    return one.identity == id || std::ranges::find(one.ids.cve, id) != one.ids.cve.end() || std::ranges::find(one.ids.ghsa, id) != one.ids.ghsa.end();
  });
}

// Tools that look for what is known of components and hosts. A report of another kind without the vulnerability
// says nothing about it.
bool looks_for_known_ones(std::string_view format) {
  constexpr std::array<std::string_view, 11> kFormats = {"nessus", "openvas", "qualys", "trivy", "grype", "osv-scanner",
                                                         "dependency-check", "npm-audit", "dotnet", "aws-inspector", "defender"};
  return std::ranges::find(kFormats, format) != kFormats.end();
}

// What the evidence of all versions tells of it.
struct Known {
  std::optional<Date> since;
  std::set<std::string> formats;  // of tools that have seen it somewhere
  // Where one has, only those that did can show that it is not there.
  bool can_show(const std::string& format) const { return formats.empty() ? looks_for_known_ones(format) : formats.contains(format); }
};

// Nothing has it: was there anything that could have shown it?
void judge_silence(const ExposureQuery& query, const VersionEvidence& version, const Known& known, VersionExposure& out) {
  for (const Sbom& sbom : version.sboms)
    if (!query.component.empty() && sbom.is_incomplete) out.because.push_back(fmt::format("{} says itself that it is not whole", sbom.file));
  if (!query.component.empty() && !version.sboms.empty() && out.because.empty()) {
    out.exposed = Exposed::No;
    out.because.push_back(fmt::format("no component of it in {}", version.sboms.front().file));
    return;
  }
  if (!query.ids.empty())
    for (const Assessment& assessment : version.input.assessments) {
      std::optional<Date> day = day_of_report(assessment);
      const std::string& file = assessment.report.file;
      if (!known.can_show(assessment.report.format)) out.because.push_back(fmt::format("{} is of a tool that could not show it", file));
      else if (assessment.is_incomplete()) out.because.push_back(fmt::format("{} is not whole", file));
      else if (!known.since) out.because.push_back("since when it is known is not told anywhere: no report can be trusted not to be older");
      else if (!day || *day < *known.since)
        out.because.push_back(fmt::format("{} is {}, and it is known since {}", file, day ? "of " + day_text(*day) : "without a day", day_text(*known.since)));
      else {
        out.exposed = Exposed::No;
        out.because = {fmt::format("not in {} of {}", file, day_text(*day))};
        return;
      }
    }
  if (out.because.empty()) out.because.push_back("no evidence is kept that could show it");
}

// `since`: as the query says, else the first day on which any evidence knows of it.
Known what_is_known(const ExposureQuery& query, const std::vector<VersionEvidence>& versions, const std::vector<RecordedVulnerability>& recorded) {
  Known known;
  for (const VersionEvidence& version : versions)
    for (const Assessment& assessment : version.input.assessments)
      for (std::size_t i = 0; i < assessment.report.compact.size(); ++i) {
        Vulnerability one = assessment.report.compact.at(i);
        if (!has_any(query, one)) continue;
        known.formats.insert(assessment.report.format);
        keep_earliest(known.since, one.published);
        keep_earliest(known.since, one.first_seen);
        keep_earliest(known.since, day_of_report(assessment));
      }
  for (const RecordedVulnerability& one : recorded) keep_earliest(known.since, one.first_seen.value_or(one.as_of));
  if (query.known_since) known.since = query.known_since;
  return known;
}

// What decisions on the version said. It may say that it is affected where no report is kept any more.
void ask_ledger(const std::vector<RecordedVulnerability>& recorded, VersionExposure& out) {
  for (const RecordedVulnerability& one : recorded) {
    if (one.version != out.version) continue;
    keep_earliest(out.first_seen, one.first_seen);
    if (out.exposed == Exposed::No) continue;
    out.exposed = Exposed::Yes;
    out.score = std::max(out.score, one.score);
    keep_earliest(out.due, one.due);
    std::string place = one.where.empty() ? "" : ", at " + one.where;
    out.because.push_back(fmt::format("{}{} (decision of {}, {})", one.subject, place, day_text(one.as_of), one.source));
  }
}

void tidy(std::vector<std::string>& because) {
  std::ranges::sort(because);
  because.erase(std::ranges::unique(because).begin(), because.end());
}

VersionExposure ask(const ExposureQuery& query, const VersionEvidence& version, const std::vector<RecordedVulnerability>& recorded, const Known& known) {
  VersionExposure out;
  out.version = version.version;
  out.released = version.released;
  if (!query.ids.empty()) ask_reports(query, list_standings(version.input), out);
  ask_sboms(query, version.sboms, out);
  ask_ledger(recorded, out);
  if (out.exposed == Exposed::Unknown) judge_silence(query, version, known, out);
  tidy(out.because);
  return out;
}

// No evidence is kept of it; the ledger may still know.
VersionExposure ask_ledger_alone(const std::string& version, const std::vector<RecordedVulnerability>& recorded) {
  VersionExposure out;
  out.version = version;
  ask_ledger(recorded, out);
  if (out.exposed == Exposed::Unknown) out.because.push_back("no evidence is kept of this version");
  tidy(out.because);
  return out;
}

}  // namespace

std::string_view to_string(Exposed exposed) {
  constexpr std::string_view kNames[] = {"affected", "not-affected", "unknown"};
  return kNames[static_cast<std::size_t>(exposed)];
}

Exposure find_exposure(const ExposureQuery& query, const std::vector<VersionEvidence>& versions, const std::vector<RecordedVulnerability>& recorded,
                       const Deployments& deployments, Date as_of) {
  Exposure exposure{query, as_of, {}, {}};
  Known known = what_is_known(query, versions, recorded);
  for (const VersionEvidence& version : versions) exposure.versions.push_back(ask(query, version, recorded, known));
  for (const Deployment& deployment : deployments.list) {
    auto found = std::ranges::find(exposure.versions, deployment.version, &VersionExposure::version);
    if (found == exposure.versions.end()) {
      exposure.versions.push_back(ask_ledger_alone(deployment.version, recorded));
      found = std::prev(exposure.versions.end());
    }
    exposure.instances.push_back({deployment, found->exposed, deployment.since ? deployment.since : found->released});
  }
  std::ranges::stable_sort(exposure.versions, [](const VersionExposure& a, const VersionExposure& b) { return compare_versions(a.version, b.version) < 0; });
  return exposure;
}

}  // namespace sluice::gate
