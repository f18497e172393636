#include <catch2/catch.hpp>

#include "analyzers/scan/rule_page.h"

namespace sluice {
namespace {

constexpr std::string_view kWeaknesses =
    "# Head\n\ntext before\n\n## CWE-7\nIt is\nbad.\nExceptions: when it\nis not.\n\n## CWE-78\nA shell runs it.\n";

constexpr std::string_view kCode =
    "def f(x):\n"
    "    # ruleid: mine\n"
    "    run(\n"
    "        x,\n"
    "    )\n"
    "    after(x)\n"
    "    # ok: mine, other\n"
    "    walk(x)\n"
    "    # ok: other\n"
    "    other(x)\n"
    "    # todoruleid: mine\n"
    "    missed(x)\n";

Rule rule_with(std::map<std::string, std::vector<std::string>> metadata) {
  Rule rule;
  rule.id = "mine";
  rule.message = "Do not run it.";
  rule.languages = {Language::Python};
  rule.metadata = std::move(metadata);
  return rule;
}

}  // namespace

TEST_CASE("a page shows the marked code with what hangs on it", "[analyzers][scan]") {
  const MarkedFile file{"mine.py", std::string(kCode)};
  const RulePage page = make_rule_page(rule_with({{"cwe", {"CWE-7: Bad Thing"}}}), {&file, 1}, kWeaknesses);
  CHECK(page.problematic == std::vector<std::string>{"run(\n    x,\n)\n"});
  CHECK(page.correct == std::vector<std::string>{"walk(x)\n"});
  CHECK(page.rationale == "It is bad.");
  CHECK(page.exceptions == "when it is not.");
  CHECK(page.missing().empty());
}

TEST_CASE("a rule's own words go before those on its weakness", "[analyzers][scan]") {
  const RulePage page = make_rule_page(rule_with({{"cwe", {"CWE-7: Bad Thing"}}, {"rationale", {"Mine."}}}), {}, kWeaknesses);
  CHECK(page.rationale == "Mine.");
  CHECK(page.exceptions == "when it is not.");
  CHECK(page.missing() == std::vector<std::string_view>{"problematic code", "correct code"});
}

TEST_CASE("a weakness is found by its whole number", "[analyzers][scan]") {
  CHECK(find_weakness(kWeaknesses, "CWE-78").rationale == "A shell runs it.");
  CHECK(find_weakness(kWeaknesses, "CWE-78").exceptions.empty());
  CHECK(find_weakness(kWeaknesses, "CWE-8").rationale.empty());
}

TEST_CASE("a page says whether a fix is safe", "[analyzers][scan]") {
  Rule rule = rule_with({{"fix-safety", {"unsafe"}}, {"fix-safety-reason", {"It drops a check."}}});
  rule.has_fix = true;
  rule.fix = "a()\nb()";
  const std::string text = render_rule_page(rule, make_rule_page(rule, {}, kWeaknesses));
  CHECK(text.find("    a()\n    b()\n") != text.npos);
  CHECK(text.find("It drops a check.") != text.npos);
  CHECK(text.find("No marked code stands beside the rule.") != text.npos);
}

}  // namespace sluice
