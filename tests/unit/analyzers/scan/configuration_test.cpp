#include <catch2/catch.hpp>

#include "analyzers/scan/configuration.h"

namespace sluice {
namespace {

constexpr std::string_view kAll =
    "config: [builtin:owasp-top10, rules/a.yaml, /etc/rules]\n"
    "include: src\n"
    "exclude: [a, b]\n"
    "fail-on: never\n"
    "fail-on-incomplete: true\n"
    "strict: true\n"
    "jobs: 3\n"
    "format: json\n"
    "languages:\n"
    "  - { name: stone, extensions: [.st], library: lib/stone.so, table: stone.yaml }\n";

}  // namespace

TEST_CASE("a trusted configuration says everything", "[analyzers][scan]") {
  auto read = parse_configuration("/team/sluice.yaml", kAll, Trust::Trusted);
  REQUIRE(read);
  CHECK(read->rules == std::vector<std::string>{"builtin:owasp-top10", "/team/rules/a.yaml", "/etc/rules"});
  CHECK(read->include == std::vector<std::string>{"src"});
  CHECK(read->exclude == std::vector<std::string>{"a", "b"});
  CHECK(read->fail_on == "never");
  CHECK(read->fail_on_incomplete == true);
  CHECK(read->strict == true);
  CHECK(read->jobs == 3u);
  CHECK(read->format == "json");
  REQUIRE(read->languages.size() == 1);
  const LibraryLanguage& stone = read->languages[0];
  CHECK(stone.names.id == "stone");
  CHECK(stone.names.title == "stone");
  CHECK(stone.names.extensions == std::vector<std::string>{"st"});
  CHECK(stone.library == "/team/lib/stone.so");
  CHECK(stone.symbol == "tree_sitter_stone");
  CHECK(stone.table == "/team/stone.yaml");
  CHECK(stone.place.line == 10);
  CHECK(read->held_back.list().empty());
}

TEST_CASE("one under scan says only what makes a scan stricter", "[analyzers][scan]") {
  auto read = parse_configuration("/tree/sluice.yaml", kAll, Trust::UnderScan);
  REQUIRE(read);
  CHECK(read->rules == std::vector<std::string>{"builtin:owasp-top10", "/tree/rules/a.yaml"});
  CHECK(read->include.empty());
  CHECK(read->exclude.empty());
  CHECK_FALSE(read->fail_on);
  CHECK_FALSE(read->format);
  CHECK(read->languages.empty());
  CHECK(read->fail_on_incomplete == true);
  CHECK(read->strict == true);
  CHECK(read->jobs == 3u);
  CHECK(read->held_back.list().size() == 6);
  for (const Diagnostic& told : read->held_back.list()) {
    CHECK(told.code == "config-not-trusted");
    CHECK(told.place.file == "sluice.yaml");
    CHECK(told.place.line > 0);
  }
  auto stricter = parse_configuration("/tree/sluice.yaml", "fail-on: note\n", Trust::UnderScan);
  REQUIRE(stricter);
  CHECK(stricter->fail_on == "note");
}

TEST_CASE("rules of a configuration under scan stay in the tree", "[analyzers][scan]") {
  for (const char* path : {"../other", "a/../../other", "/tree-of-another", "/"}) {
    INFO(path);
    auto read = parse_configuration("/tree/sluice.yaml", "config: " + std::string(path) + "\n", Trust::UnderScan);
    REQUIRE(read);
    CHECK(read->rules.empty());
    CHECK(read->held_back.list().size() == 1);
  }
  // The tree is where the program was started.
  for (const char* path : {"../other", "/etc"}) {
    INFO(path);
    auto read = parse_configuration("sluice.yaml", "config: [here/a.yaml, " + std::string(path) + "]\n", Trust::UnderScan);
    REQUIRE(read);
    CHECK(read->rules == std::vector<std::string>{"here/a.yaml"});
  }
}

TEST_CASE("mistakes of a configuration are told all at once", "[analyzers][scan]") {
  auto read = parse_configuration("c.yaml", "jobs: 0\nfail-on: often\nlanguages: [{ name: a b, library: x, table: y }]\nexclud: a\n", Trust::Trusted);
  REQUIRE_FALSE(read);
  CHECK(read.error().list.size() == 5);
  CHECK(read.error().list[0].place == Place{"c.yaml", 1, 7});
  CHECK(read.error().list[1].place == Place{"c.yaml", 2, 10});
  CHECK(read.error().list[4].place == Place{"c.yaml", 4, 1});
  CHECK(parse_configuration("c.yaml", "", Trust::UnderScan));
  CHECK_FALSE(parse_configuration("c.yaml", "- a\n", Trust::Trusted));
}

}  // namespace sluice
