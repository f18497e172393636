#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"
#include "report/xml_text.h"

namespace sluice::report {
namespace {

using namespace gate;

struct Suite {
  std::string cases;
  int tests = 0, failures = 0, errors = 0, skipped = 0;

  void add(std::string_view class_name, std::string_view name, std::string_view outcome) {
    ++tests;
    cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\">{}</testcase>\n", xml_text(class_name), xml_text(name), outcome);
  }
  void add(const Reason& reason, Mode mode);
};

void Suite::add(const Reason& reason, Mode mode) {
  std::string name = reason.where.empty() ? reason.subject : reason.subject + " at " + reason.where;
  std::string clause = clause_text(reason.clause), note = mode_note(reason, mode);
  std::string message = fmt::format("{}. Do: {} [{}{}{}]", reason.what, reason.remedy, clause, note.empty() ? "" : ", ", note);
  if (reason.effect != Effect::Hold) {
    ++skipped;
    return add(clause, name, fmt::format("<skipped message=\"{}: {}\"/>", to_string(reason.effect), xml_text(message)));
  }
  std::string_view kind = reason.is_incomplete ? "error" : "failure";
  ++(reason.is_incomplete ? errors : failures);
  add(clause, name, fmt::format("<{0} type=\"{1}\" message=\"{2}\"/>", kind, to_string(reason.action), xml_text(message)));
}

std::string counts(const Suite& suite) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", suite.tests, suite.failures, suite.errors, suite.skipped);
}

}  // namespace

std::string decision_junit(const Decision& decision) {
  // Clauses in the order of the files, as --explain lists them.
  std::map<std::pair<Place, std::string>, std::vector<const Reason*>> reasons;
  for (const Reason& reason : decision.reasons) reasons[{reason.clause.place, reason.clause.name}].push_back(&reason);
  std::string body;
  Suite sum;
  for (const Account& account : decision.accounts) {
    Suite suite;
    for (const Reason* reason : reasons[{account.clause.place, account.clause.name}]) suite.add(*reason, decision.mode.mode);
    if (suite.tests == 0) suite.add(clause_text(account.clause), account_line(account), "");
    body += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", xml_text(clause_text(account.clause)), counts(suite), suite.cases);
    sum.tests += suite.tests;
    sum.failures += suite.failures;
    sum.errors += suite.errors;
    sum.skipped += suite.skipped;
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" {}>\n{}</testsuites>\n",
                     xml_text(fmt::format("{} {}", verdict_word(decision.verdict), verdict_sentence(decision))), counts(sum), body);
}

}  // namespace sluice::report
