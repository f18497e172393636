// Runs the table predicate_cases.yaml.
#include "checklists/predicate.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "base/file.h"

using namespace sluice;
using namespace sluice::checklists;

namespace {

const std::string kFolder = SLUICE_SOURCE_DIR "/tests/unit/checklists/";

Scan scan(std::string_view name) {
  ScanRun run;
  run.tool = "Sluice";
  run.coverage = Coverage{100, 100, 0, 0};
  run.rules = {{"sql", {89}}, {"secret", {798}}};
  if (name == "dirty") {
    ScanResult open, quiet;
    open.rule = quiet.rule = "sql";
    open.level = quiet.level = sarif::Level::Error;
    open.cwes = quiet.cwes = {89};
    quiet.suppressed = quiet.suppression_explained = true;
    run.results = {open, quiet};
    run.coverage = Coverage{100, 90, 10, 0};
  }
  if (name == "failed") run.incomplete = {"the tool says that it failed"};
  if (name == "silent") run.rules.clear(), run.coverage.reset();
  return {std::string(name) + ".sarif", "", {run}};
}

// A folder of its own that is gone afterwards.
struct TemporaryTree {
  std::filesystem::path root = std::filesystem::temp_directory_path() / "sluice-predicate-test";
  TemporaryTree() { clear(); }
  ~TemporaryTree() { std::filesystem::remove_all(root); }
  void clear() const {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root);
  }
  void add(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream(root / path, std::ios::binary) << text;
  }
};

}  // namespace

TEST_CASE("the table of predicates", "[checklists]") {
  Result<std::string> text = read_file(kFolder + "predicate_cases.yaml");
  REQUIRE(text);
  Result<yaml::Document> document = yaml::Document::parse("predicate_cases.yaml", *text);
  REQUIRE(document);
  TemporaryTree temporary;
  for (const yaml::Node& node : document->root().items()) {
    INFO(fmt::format("predicate_cases.yaml:{}: {}", node.place().line, node.find("name")->scalar()));
    temporary.clear();
    if (const yaml::Node* files = node.find("files"))
      for (const yaml::Pair& file : files->pairs()) temporary.add(file.key.scalar(), file.value.scalar());
    std::vector<Scan> scans;
    if (const yaml::Node* names = node.find("scans"))
      for (const yaml::Node& name : names->items()) scans.push_back(scan(name.scalar()));
    Errors errors;
    PredicatePtr predicate = read_predicate(*node.find("check"), errors);
    INFO(to_string(errors));
    REQUIRE(errors.empty());
    Result<Tree> tree = Tree::open(temporary.root, {});
    REQUIRE(tree);
    Judgement judgement = predicate->judge(Evidence{scans, *tree, *parse_day("2026-03-01")});
    INFO(judgement.message);
    CHECK(sarif::to_string(judgement.kind) == node.find("kind")->scalar());
    CHECK_FALSE(judgement.message.empty());
    if (const yaml::Node* says = node.find("says")) CHECK(judgement.message.find(says->scalar()) != std::string::npos);
  }
}

TEST_CASE("links are not followed, and a tree that was not read whole does not pass", "[checklists]") {
  TemporaryTree temporary;
  temporary.add("inside/a.ini", "x");
  std::filesystem::create_symlink("/etc/hostname", temporary.root / "link.ini");
  std::filesystem::create_directory_symlink("/etc", temporary.root / "etc");
  Result<Tree> tree = Tree::open(temporary.root, {});
  REQUIRE(tree);
  CHECK(tree->matching({"**"}) == std::vector<std::string>{"inside/a.ini"});
  CHECK(tree->incomplete().empty());
  std::string deep;
  for (int i = 0; i < 70; ++i) deep += "d/";
  temporary.add(deep + "b.ini", "x");
  tree = Tree::open(temporary.root, {});
  REQUIRE(tree);
  CHECK_FALSE(tree->incomplete().empty());
  Errors errors;
  auto document = yaml::Document::parse("c.yaml", "file-lacks: { files: ['*.ini'], pattern: y }");
  Judgement judgement = read_predicate(document->root(), errors)->judge(Evidence{{}, *tree, {}});
  CHECK(judgement.kind == sarif::Kind::Open);
}

TEST_CASE("every kind of predicate of the list has a file, and every file is in the list", "[checklists]") {
  std::vector<std::string> listed;
  for (std::string_view name : predicate_names()) {
    std::string file(name);
    std::ranges::replace(file, '-', '_');
    if (name != "all" && name != "any") listed.push_back(file);
  }
  for (const std::string& name : listed) {
    // file_lacks is the other side of file_matches.
    std::string file = name == "file_lacks" ? "file_matches" : name;
    CHECK(std::filesystem::exists(SLUICE_SOURCE_DIR "/checklists/predicates/" + file + ".cpp"));
  }
  for (const auto& entry : std::filesystem::directory_iterator(SLUICE_SOURCE_DIR "/checklists/predicates")) {
    std::string stem = entry.path().stem().string();
    if (entry.path().extension() != ".cpp" || stem == "scans" || stem == "files") continue;
    CHECK(std::ranges::find(listed, stem) != listed.end());
  }
}
