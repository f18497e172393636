// Patterns that are data: tables/*.yaml say what each must match and what not.
#include <catch2/catch.hpp>

#include "analyzers/pattern/matcher.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"
#include "base/yaml.h"

using namespace sluice;

namespace {

std::string text_of(const yaml::Node& row, std::string_view key) {
  const yaml::Node* node = row.find(key);
  return node ? std::string(node->scalar()) : std::string();
}

// The code in what the language wants around it.
std::string in_frame(const yaml::Node* frames, const yaml::Node& row, std::string code) {
  std::string place = row.has("in") ? text_of(row, "in") : "statement";
  const yaml::Node* own = frames ? frames->find(text_of(row, "language")) : nullptr;
  std::string frame = own ? text_of(*own, place) : "";
  std::size_t at = frame.find('@');
  return at == std::string::npos ? code : frame.replace(at, 1, code);
}

std::size_t count_matches(const Pattern& pattern, Language language, std::string_view code, const Names& names) {
  Unit unit = read_unit(language, code, &names);
  INFO(dump(unit));
  CHECK(unit.errors().empty());
  UnitIndex index(unit);
  PatternMatches found = find_matches(pattern, unit, index);
  CHECK_FALSE(found.gave_up);
  return found.list.size();
}

void check_row(const yaml::Node* frames, const yaml::Node& row) {
  auto language = find_language(text_of(row, "language"));
  REQUIRE(language);
  auto code_language = row.has("as") ? find_language(text_of(row, "as")) : language;
  REQUIRE(code_language);
  Names names;
  auto pattern = compile_pattern(*language, text_of(row, "pattern"), names, row.place());
  INFO(text_of(row, "language") << ": " << text_of(row, "pattern"));
  CHECK(pattern);
  if (!pattern) return;
  std::string code = in_frame(frames, row, text_of(row, "code")), other = in_frame(frames, row, text_of(row, "not"));
  INFO(code);
  CHECK(count_matches(*pattern, *code_language, code, names) > 0);
  INFO("not: " << other);
  CHECK(count_matches(*pattern, *code_language, other, names) == 0);
}

void check_table(const std::string& file) {
  std::string path = SLUICE_SOURCE_DIR "/tests/unit/analyzers/pattern/tables/" + file;
  auto text = read_file(path);
  REQUIRE(text);
  auto document = yaml::Document::parse(path, *text);
  REQUIRE(document);
  const yaml::Node* rows = document->root().find("rows");
  REQUIRE(rows);
  for (const yaml::Pair& subject : rows->pairs()) {
    INFO(subject.key.scalar());
    for (const yaml::Node& row : subject.value.items()) check_row(document->root().find("frames"), row);
  }
}

}  // namespace

TEST_CASE("`...` in every position of every language", "[analyzers][pattern][table]") { check_table("ellipses.yaml"); }

TEST_CASE("what means the same in every language", "[analyzers][pattern][table]") { check_table("equivalences.yaml"); }
