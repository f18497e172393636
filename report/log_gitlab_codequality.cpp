// A log as GitLab's Code Quality report (reports:codequality): an array of issues that
// GitLab compares with the report of the target branch by their fingerprints. Suppressed
// results stay out; known ones stay in, for GitLab would take them for fixed. The format
// has no place for what was not analyzed: `gitlab-sast` says it.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"

namespace sluice {
namespace {

using Json = nlohmann::ordered_json;  // members in the order they are written here

constexpr double kBlockerScore = 9.0;  // "critical" in CVSS

std::string_view severity_of(const LogFinding& finding) {
  switch (finding.level) {
    case sarif::Level::Error: return finding.score >= kBlockerScore ? "blocker" : "critical";
    case sarif::Level::Warning: return "major";
    case sarif::Level::Note: return "minor";
    case sarif::Level::None: return "info";
  }
  return "info";
}

Json issue(const LogFinding& finding) {
  Json lines{{"begin", std::max(finding.region.start_line, 1)}};
  if (finding.region.end_line >= finding.region.start_line && finding.region.end_line > 0) lines["end"] = finding.region.end_line;
  return {{"description", escape_terminal(finding.result->message.text)},
          {"check_name", to_valid_utf8(finding.result->rule_id)},
          {"fingerprint", finding.identity()},
          {"severity", severity_of(finding)},
          {"location", {{"path", finding.path}, {"lines", std::move(lines)}}}};
}

}  // namespace

std::string render_gitlab_codequality(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  Json issues = Json::array();
  for (const LogFinding& finding : all.findings)
    if (!finding.is_suppressed) issues.push_back(issue(finding));
  return issues.dump(2) + '\n';
}

}  // namespace sluice
