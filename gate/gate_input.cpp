#include "gate/gate_input.h"

namespace sluice::gate {
namespace {

// Tools write times in many ways; of one that cannot be read the day is left.
std::optional<Instant> hour_of(const std::string& time) { return time.size() > 10 ? parse_instant(time) : std::nullopt; }
std::optional<Instant> first_second(std::optional<Date> day) { return day ? std::optional<Instant>(*day) : std::nullopt; }

void read_findings(Assessment& assessment) {
  ImportedReport& report = assessment.report;
  for (Vulnerability& one : report.vulnerabilities) report.compact.add(std::move(one));
  report.vulnerabilities.clear();
  assessment.targets.insert(report.targets.begin(), report.targets.end());
  for (std::size_t i = 0; i < report.compact.size(); ++i) {
    Vulnerability one = report.compact.at(i);
    assessment.parts.add(one);
    for (std::string* text : {&one.asset.host, &one.asset.ip, &one.asset.image})
      if (!text->empty()) assessment.targets.insert(std::move(*text));
  }
}

}  // namespace

Assessment to_assessment(ImportedReport report) {
  Assessment assessment;
  assessment.began = hour_of(report.scan_start_time);
  assessment.ended = hour_of(report.scan_end_time);
  assessment.has_hours = assessment.began || assessment.ended;
  if (!assessment.ended) assessment.ended = first_second(report.scan_end);
  if (!assessment.began) assessment.began = assessment.has_hours ? assessment.ended : first_second(report.scan_start);
  if (!assessment.ended) assessment.ended = assessment.began;
  if (!assessment.began) assessment.began = assessment.ended;
  bool is_incomplete = report.completeness == Completeness::Incomplete;
  if (is_incomplete && report.incomplete_reasons.empty()) report.incomplete_reasons = {"the report says that it is not complete"};
  assessment.report = std::move(report);
  read_findings(assessment);
  return assessment;
}

Result<Assessment> load_assessment(std::string_view tool, const std::string& path) {
  SLUICE_TRY(ImportedReport report, import_report_file(tool, path, Keep::ForDecision));
  return to_assessment(std::move(report));
}

}  // namespace sluice::gate
