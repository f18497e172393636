#include "gate/result_witness.h"

#include <fmt/format.h>

namespace sluice::gate {
namespace {

SeverityWord word_of(sarif::Level level) {
  switch (level) {
    case sarif::Level::Error: return SeverityWord::High;
    case sarif::Level::Warning: return SeverityWord::Medium;
    case sarif::Level::Note: return SeverityWord::Low;
    case sarif::Level::None: return SeverityWord::Info;
  }
  return SeverityWord::Unknown;
}

bool is_question(sarif::Kind kind) { return kind == sarif::Kind::Open || kind == sarif::Kind::Review; }

}  // namespace

bool tells_of_vulnerability(const checklists::ScanResult& result) {
  bool is_one = result.kind == sarif::Kind::Fail || is_question(result.kind);
  return is_one && result.baseline != sarif::BaselineState::Absent;
}

Vulnerability vulnerability_of(const checklists::ScanRun& run, const checklists::ScanResult& result) {
  Vulnerability one;
  one.identity = result.identity;
  one.ids.rule = result.rule;
  for (int cwe : result.cwes) one.ids.cwe.push_back(fmt::format("CWE-{}", cwe));
  one.title = result.message.substr(0, result.message.find('\n'));
  if (result.severity_tenths) one.ratings.push_back({{}, {}, Score{static_cast<std::uint8_t>(*result.severity_tenths)}, {}, run.tool});
  one.severity = word_of(result.level);
  one.tool_severity = sarif::to_string(result.level);
  bool is_web = result.file.starts_with("http://") || result.file.starts_with("https://");
  if (is_web) one.asset.url = result.file;
  if (!is_web) one.location = {result.file, result.line, result.line_hash, result.routes};
  one.tool = run.tool;
  one.tool_version = run.tool_version;
  one.first_seen = result.first_seen;
  if (is_question(result.kind)) one.status = VulnerabilityStatus::NeedsReview;
  if (result.suppressed) one.status = VulnerabilityStatus::Suppressed;
  return one;
}

}  // namespace sluice::gate
