// A log as a JUnit report, which every CI server shows: a suite for the scan itself, then
// one for each file with findings, in the order of the log.
//
// A finding is a failed case. One that is suppressed, or known since the baseline, is a
// skipped case with the reason; so is a file that was skipped. What the tool could not do
// is an error. The suite of the scan is always there: CI servers refuse an empty report,
// and its properties tell the coverage.
#include <fmt/format.h>

#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "report/xml_text.h"

namespace sluice {
namespace {

struct Suite {
  std::string name, properties, cases;
  int tests = 0, failures = 0, errors = 0, skipped = 0;

  // `outcome`: an element, or empty for a case that passed.
  void add(std::string_view class_name, std::string_view name_text, std::string_view outcome) {
    ++tests;
    cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_text(class_name), xml_text(name_text));
    cases += outcome.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", outcome);
  }
  void fail(const LogFinding& finding);
  void skip(std::string_view class_name, std::string_view name_text, std::string_view why) {
    ++skipped;
    add(class_name, name_text, fmt::format("<skipped message=\"{}\"/>", xml_text(why)));
  }

  std::string counts() const { return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests, failures, errors, skipped); }
  std::string text() const { return fmt::format("  <testsuite name=\"{}\" {}>\n{}{}  </testsuite>\n", xml_text(name), counts(), properties, cases); }
};

std::string case_name(const LogFinding& finding) {
  return finding.region.start_line > 0 ? fmt::format("{} at line {}", finding.result->rule_id, finding.region.start_line) : finding.result->rule_id;
}

void Suite::fail(const LogFinding& finding) {
  ++failures;
  std::string body = fmt::format("{}\n{}{}{}", place_text(finding), finding.result->message.text, finding.cwe.empty() ? "" : "\n", finding.cwe);
  add(finding.path, case_name(finding),
      fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", level_word(finding.level), xml_text(finding.result->message.text), xml_text(body)));
}

void add_finding(const LogFinding& finding, Suite& suite) {
  if (finding.is_news()) return suite.fail(finding);
  std::string why = justification(finding);
  if (!finding.is_suppressed) why = "known since the baseline";
  else why = why.empty() ? "suppressed" : "suppressed: " + why;
  suite.skip(finding.path, case_name(finding), why);
}

Suite suite_of_scan(const LogOutline& all) {
  Suite suite{"sluice scan", {}, {}};
  const LogCoverage& coverage = all.coverage;
  const std::pair<std::string_view, std::int64_t> facts[] = {{"filesDiscovered", coverage.discovered}, {"filesScanned", coverage.scanned}, {"filesSkipped", coverage.skipped},
                                                             {"filesIgnored", coverage.ignored},       {"linesScanned", coverage.lines},   {"rulesRun", coverage.rules}};
  suite.properties = "    <properties>\n";
  for (const auto& [name, value] : facts) suite.properties += fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, value);
  suite.properties += "    </properties>\n";
  for (const LogNote& note : all.notes) {
    std::string_view subject = note.path.empty() ? note.code : note.path;
    if (note.is_skipped()) suite.skip("sluice", subject, note.message);
    else if (note.level == sarif::Level::Error) {
      ++suite.errors;
      suite.add("sluice", subject, fmt::format("<error type=\"{}\" message=\"{}\"/>", xml_text(note.code), xml_text(note.message)));
    }
  }
  std::string incomplete = all.is_complete || suite.errors > 0 ? "" : "<error type=\"incomplete\" message=\"the analysis is incomplete\"/>";
  suite.errors += incomplete.empty() ? 0 : 1;
  suite.add("sluice", coverage_line(all), incomplete);
  return suite;
}

std::vector<Suite> suites_of(const LogOutline& all) {
  std::vector<Suite> suites = {suite_of_scan(all)};
  const std::string* file = nullptr;
  for (const LogFinding& finding : all.findings) {
    if (!file || *file != finding.path) suites.push_back({finding.path, {}, {}});
    file = &finding.path;
    add_finding(finding, suites.back());
  }
  return suites;
}

}  // namespace

std::string render_junit(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  Suite sum{"Sluice", {}, {}};
  std::string body;
  for (const Suite& suite : suites_of(all)) {
    sum.tests += suite.tests;
    sum.failures += suite.failures;
    sum.errors += suite.errors;
    sum.skipped += suite.skipped;
    body += suite.text();
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"Sluice\" {}>\n{}</testsuites>\n", sum.counts(), body);
}

}  // namespace sluice
