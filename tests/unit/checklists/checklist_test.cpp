#include "checklists/checklist.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "base/file.h"
#include "checklists/evaluation.h"

using namespace sluice;
using namespace sluice::checklists;

namespace {

const std::string kShipped = SLUICE_SOURCE_DIR "/checklists/release-security.yaml";

const std::string kManual =
    "checklist: c\nversion: \"1\"\ntitle: T\nitems:\n"
    "  - { id: by-hand, title: A, why: w, controls: [X:1], evidence: e, manual: { ask: Well, roles: [lead] } }\n"
    "  - { id: by-machine, title: B, why: w, controls: [X:1], evidence: e, check: { file-exists: { files: [a] } } }\n";

Checklist manual() {
  Result<Checklist> checklist = parse_checklist("c.yaml", kManual);
  REQUIRE(checklist);
  return *std::move(checklist);
}

std::string answer(const std::string& item, const std::string& rest) {
  return "checklist: c\nrelease: \"2.0\"\nanswers:\n  - { item: " + item + ", " + rest + " }\n";
}

// The kind and the message of the manual item.
ItemResult answered(const std::string& rest, const std::string& as_of, const std::string& release) {
  Checklist checklist = manual();
  Result<Answers> answers = parse_answers("a.yaml", answer("by-hand", rest), checklist);
  if (!answers) FAIL(to_string(answers.error()));
  Result<Tree> tree = Tree::open(SLUICE_SOURCE_DIR "/checklists", {});
  REQUIRE(tree);
  return evaluate(checklist, Evidence{{}, *tree, *parse_day(as_of)}, *answers, release).results[0];
}

const std::string kGood = "answer: pass, by: Ada, role: lead, date: 2026-01-01, evidence: e, expires: 2026-02-01";

}  // namespace

TEST_CASE("the shipped checklist has enough items, most of them for machines", "[checklists]") {
  Result<Checklist> checklist = load_checklist(kShipped);
  if (!checklist) FAIL(to_string(checklist.error()));
  CHECK(checklist->items.size() >= 16);
  CHECK(std::ranges::count_if(checklist->items, [](const Item& item) { return !item.is_manual(); }) >= 9);
}

TEST_CASE("the shipped checklist names controls that exist", "[checklists]") {
  Result<std::string> text = read_file(SLUICE_SOURCE_DIR "/../shared/data/frameworks.json");
  if (!text) {
    WARN("skipped: ../shared/data/frameworks.json is not there");
    return;
  }
  std::map<std::string, std::set<std::string>> known;
  nlohmann::json frameworks = nlohmann::json::parse(*text);
  for (const auto& framework : frameworks["frameworks"])
    for (const char* list : {"controls", "tasks", "practices", "requirements"})
      if (framework.contains(list))
        for (const auto& control : framework[list]) known[framework["id"]].insert(control["id"]);
  Result<Checklist> checklist = load_checklist(kShipped);
  REQUIRE(checklist);
  for (const Item& item : checklist->items)
    for (const Control& control : item.controls) {
      INFO(item.id << ": " << control.framework << ":" << control.id);
      CHECK(known[control.framework].contains(control.id));
    }
}

TEST_CASE("all mistakes of a checklist are told at once", "[checklists]") {
  Result<Checklist> checklist = parse_checklist("c.yaml",
                                                "checklist: My List\n"
                                                "version: \"1\"\n"
                                                "title: T\n"
                                                "items:\n"
                                                "  - { id: a, title: A, why: w, controls: [A.8.28], evidence: e, check: { file-exsts: {} } }\n"
                                                "  - { id: a, title: A, why: w, controls: [X:1], evidence: e }\n"
                                                "  - { id: b, title: A, why: w, controls: [X:1], evidence: e, check: { file-matches: { files: [x], pattern: '(' } } }\n"
                                                "  - { id: c, titel: A, why: w, controls: [X:1], evidence: e, manual: { ask: q, role: r } }\n");
  REQUIRE_FALSE(checklist);
  CHECK(to_string(checklist.error()) ==
        "c.yaml:1:12: `My List` is no id: lower-case letters, digits and `-`\n"
        "c.yaml:5:43: expected FRAMEWORK:ID, such as ISO-27001-2022:A.8.28\n"
        "c.yaml:5:74: there is no predicate `file-exsts`; did you mean `file-exists`?\n"
        "c.yaml:6:5: an item has either `check` or `manual`\n"
        "c.yaml:6:5: item `a` is there twice, first in line 5\n"
        "c.yaml:7:108: not a regular expression: missing closing parenthesis at character 2\n"
        "c.yaml:8:5: `title` is missing\n"
        "c.yaml:8:14: unknown key `titel`; did you mean `title`?\n"
        "c.yaml:8:80: unknown key `role`; did you mean `roles`?\n");
}

TEST_CASE("what is no checklist is refused", "[checklists]") {
  for (const char* text : {"", "[]", "{}", "checklist: x", "<html>", "checklist: x\nversion: \"1\"\ntitle: T\nitems: []\n"})
    CHECK_FALSE(parse_checklist("c.yaml", text));
}

TEST_CASE("an answer counts up to its last day, for its release, from the right role", "[checklists]") {
  CHECK(answered(kGood, "2026-01-01", "2.0").judgement.kind == sarif::Kind::Pass);
  CHECK(answered(kGood, "2026-02-01", "2.0").judgement.kind == sarif::Kind::Pass);
  CHECK(answered(kGood, "2026-02-02", "2.0").judgement.kind == sarif::Kind::Review);   // expired
  CHECK(answered(kGood, "2025-12-31", "2.0").judgement.kind == sarif::Kind::Review);   // not given yet
  CHECK(answered(kGood, "2026-01-02", "2.1").judgement.kind == sarif::Kind::Review);   // of another release
  CHECK(answered(kGood, "2026-01-02", "").judgement.kind == sarif::Kind::Pass);        // release not asked
  std::string other = kGood;
  CHECK(answered(other.replace(other.find("lead"), 4, "chef"), "2026-01-02", "2.0").judgement.kind == sarif::Kind::Review);
  std::string fail = kGood;
  CHECK(answered(fail.replace(fail.find("pass"), 4, "fail"), "2026-01-02", "2.0").judgement.kind == sarif::Kind::Fail);
}

TEST_CASE("nobody answers for a machine, twice, or for what is not asked", "[checklists]") {
  Checklist checklist = manual();
  Result<Answers> answers = parse_answers("a.yaml",
                                          "checklist: d\nrelease: \"2.0\"\nanswers:\n"
                                          "  - { item: by-machine, " + kGood + " }\n"
                                          "  - { item: by-hands, " + kGood + " }\n"
                                          "  - { item: by-hand, " + kGood + " }\n"
                                          "  - { item: by-hand, answer: yes, by: '', role: lead, date: 2026-01-02, evidence: e, expires: 2026-01-01 }\n",
                                          checklist);
  REQUIRE_FALSE(answers);
  CHECK(to_string(answers.error()) ==
        "a.yaml:1:12: these are answers to `d`, the checklist is `c`\n"
        "a.yaml:4:13: item `by-machine` is evaluated by machine (file-exists); an answer cannot replace it\n"
        "a.yaml:5:13: checklist `c` has no item `by-hands`; did you mean `by-hand`?\n"
        "a.yaml:7:5: the answer expires (2026-01-01) before it was given (2026-01-02)\n"
        "a.yaml:7:5: item `by-hand` is answered twice, first in line 6\n"
        "a.yaml:7:30: expected one of `pass`, `fail`, `notApplicable`\n"
        "a.yaml:7:39: `by` is empty\n");
}

TEST_CASE("an unanswered item waits for a person, and nothing passes by absence", "[checklists]") {
  Result<Checklist> checklist = load_checklist(kShipped);
  REQUIRE(checklist);
  std::filesystem::path empty = std::filesystem::temp_directory_path() / "sluice-empty-tree";
  std::filesystem::create_directories(empty);
  Result<Tree> tree = Tree::open(empty, {});
  REQUIRE(tree);
  Evaluation evaluation = evaluate(*checklist, Evidence{{}, *tree, *parse_day("2026-01-01")}, std::nullopt, "");
  CHECK(evaluation.count(sarif::Kind::Pass) == 0);
  for (const ItemResult& result : evaluation.results)
    CHECK((result.judgement.kind == sarif::Kind::Review) == result.item.is_manual());
}

TEST_CASE("the evaluation as SARIF has a result for each item, and the same bytes each time", "[checklists]") {
  Result<Checklist> checklist = load_checklist(kShipped);
  REQUIRE(checklist);
  Result<Tree> tree = Tree::open(SLUICE_SOURCE_DIR "/checklists", {});
  REQUIRE(tree);
  Evaluation evaluation = evaluate(*checklist, Evidence{{}, *tree, *parse_day("2026-01-01")}, std::nullopt, "");
  sarif::Log log = to_log(evaluation);
  REQUIRE(log.runs.size() == 1);
  REQUIRE(log.runs[0].results->size() == checklist->items.size());
  for (std::size_t i = 0; i < checklist->items.size(); ++i) {
    const sarif::Result& result = (*log.runs[0].results)[i];
    CHECK(result.rule_id == checklist->items[i].id);
    CHECK((result.level == sarif::Level::Error) == (result.kind == sarif::Kind::Fail));
  }
}
