#include "gate/exposure.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

// Nothing has it: was there anything that could have shown it?
void judge_silence(const ExposureQuery& query, const VersionEvidence& version, std::optional<Date> known_since, VersionExposure& out) {
  if (!query.component.empty() && !version.sboms.empty()) {
    out.exposed = Exposed::No;
    out.because.push_back(fmt::format("no component of it in {}", version.sboms.front().file));
    return;
  }
  if (!query.ids.empty())
    for (const Assessment& assessment : version.input.assessments) {
      std::optional<Date> day = day_of_report(assessment);
      const std::string& file = assessment.report.file;
      if (assessment.is_incomplete()) out.because.push_back(fmt::format("{} is not whole", file));
      else if (!known_since) out.because.push_back("since when it is known is not told anywhere: no report can be trusted not to be older");
      else if (!day || *day < *known_since)
        out.because.push_back(fmt::format("{} is {}, and it is known since {}", file, day ? "of " + day_text(*day) : "without a day", day_text(*known_since)));
      else {
        out.exposed = Exposed::No;
        out.because = {fmt::format("not in {} of {}", file, day_text(*day))};
        return;
      }
    }
  if (out.because.empty()) out.because.push_back("no evidence is kept that could show it");
}

// The first day on which any evidence knows of it.
std::optional<Date> first_known(const ExposureQuery& query, const std::vector<VersionEvidence>& versions) {
  std::optional<Date> first = query.known_since;
  if (first) return first;
  for (const VersionEvidence& version : versions)
    for (const Assessment& assessment : version.input.assessments)
      for (std::size_t i = 0; i < assessment.report.compact.size(); ++i) {
        Vulnerability one = assessment.report.compact.at(i);
        auto has = [&](const std::string& id) {
          return one.identity == id || std::ranges::find(one.ids.cve, id) != one.ids.cve.end() || std::ranges::find(one.ids.ghsa, id) != one.ids.ghsa.end();
        };
        if (std::ranges::none_of(query.ids, has)) continue;
        keep_earliest(first, one.published);
        keep_earliest(first, one.first_seen);
        keep_earliest(first, day_of_report(assessment));
      }
  return first;
}

VersionExposure ask(const ExposureQuery& query, const VersionEvidence& version, std::optional<Date> known_since) {
  VersionExposure out;
  out.version = version.version;
  out.released = version.released;
  if (!query.ids.empty()) ask_reports(query, list_standings(version.input), out);
  ask_sboms(query, version.sboms, out);
  if (out.exposed == Exposed::Unknown) judge_silence(query, version, known_since, out);
  std::ranges::sort(out.because);
  out.because.erase(std::ranges::unique(out.because).begin(), out.because.end());
  return out;
}

}  // namespace

std::string_view to_string(Exposed exposed) {
  constexpr std::string_view kNames[] = {"affected", "not-affected", "unknown"};
  return kNames[static_cast<std::size_t>(exposed)];
}

Exposure find_exposure(const ExposureQuery& query, const std::vector<VersionEvidence>& versions, const Deployments& deployments, Date as_of) {
  Exposure exposure{query, as_of, {}, {}};
  std::optional<Date> known_since = first_known(query, versions);
  for (const VersionEvidence& version : versions) exposure.versions.push_back(ask(query, version, known_since));
  for (const Deployment& deployment : deployments.list) {
    auto found = std::ranges::find(exposure.versions, deployment.version, &VersionExposure::version);
    if (found == exposure.versions.end()) {
      exposure.versions.push_back({deployment.version, Exposed::Unknown, {"no evidence is kept of this version"}, {}, {}, {}, {}});
      found = std::prev(exposure.versions.end());
    }
    exposure.instances.push_back({deployment, found->exposed, deployment.since ? deployment.since : found->released});
  }
  std::ranges::stable_sort(exposure.versions, [](const VersionExposure& a, const VersionExposure& b) { return compare_versions(a.version, b.version) < 0; });
  return exposure;
}

}  // namespace sluice::gate
