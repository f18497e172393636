// Input made to hurt: every language's reader returns, and tells what it could not read.
#include <catch2/catch.hpp>

#include <filesystem>
#include <random>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/raw_tree.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = fs::path(SLUICE_SOURCE_DIR) / "tests/unit/analyzers/languages/samples";

std::vector<Language> languages_with_reader() {
  std::vector<Language> languages;
  for (const LanguageInfo& language : all_languages()) {
    const LanguageDefinition* definition = find_definition(language.language);
    if (definition && (definition->grammar || definition->read)) languages.push_back(language.language);
  }
  return languages;
}

// The tree is whole: every subtree ends where its parent's or before, every node has its parent.
bool is_well_formed(const Unit& unit) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    const Node& node = unit.node({i});
    if (node.last <= i || node.last > unit.size() || node.begin > node.end || node.end > unit.source_text().size()) return false;
    if (i > 0 && (node.parent >= i || unit.node({node.parent}).last < node.last)) return false;
  }
  return unit.size() > 0;
}

Unit read_whole(Language language, std::string_view text) {
  Unit unit = read_unit(language, text, nullptr);  // a hang is ctest's timeout
  INFO(name(language));
  CHECK(is_well_formed(unit));
  return unit;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("truncated files are read", "[analyzers][languages]") {
  for (const auto& entry : fs::directory_iterator(kSamples)) {
    auto language = find_language(entry.path().stem().string());
    auto text = read_file(entry.path());
    REQUIRE(language);
    REQUIRE(text);
    for (std::size_t size = 0; size < text->size(); size += 37) {
      Unit unit = read_unit(*language, std::string_view(*text).substr(0, size), nullptr);
      if (is_well_formed(unit)) continue;
      INFO(entry.path());
      INFO(size);
      CHECK(is_well_formed(unit));
    }
  }
}

TEST_CASE("random bytes are read", "[analyzers][languages]") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 8; ++round) {
    std::string bytes(3000, ' ');
    // Printable in half of the rounds: those reach further into the grammars.
    for (char& c : bytes) c = static_cast<char>(round % 2 == 0 ? random() % 256 : 32 + random() % 95);
    for (Language language : languages_with_reader()) read_whole(language, bytes);
  }
}

TEST_CASE("deep nesting is read", "[analyzers][languages]") {
  for (Language language : languages_with_reader()) {
    // Recovery takes time that grows with the square of the length: for `[` in Scala, for the
    // words below in several grammars.
    for (std::string_view bracket : {"(", "[", "{"})
      read_whole(language, repeated(bracket, language == Language::Scala ? 20'000 : 100'000));
    for (std::string_view word : {"<a>", "{{a", "((a)", "!", "if(a)", "a.b(", "ONBUILD ", "<<A ", "a.", "A.B/", "a + ", "a; "})
      read_whole(language, repeated(word, 10'000 / word.size()));
  }
}

// In the source the clauses are siblings; in the tree each lies in the Else of the one before.
TEST_CASE("a row of branches does not nest without end", "[analyzers][languages]") {
  struct Row {
    Language language;
    const char *first, *next, *last;
  };
  const Row rows[] = {{Language::Python, "if a:\n  b()\n", "elif c:\n  d()\n", "else:\n  e()\n"},
                      {Language::Php, "<?php if (a) { b(); } ", "elseif (c) { d(); } ", "else { e(); }"},
                      {Language::Bash, "if a; then b; ", "elif c; then d; ", "else e; fi\n"},
                      {Language::PowerShell, "if ($a) { b } ", "elseif ($c) { d } ", "else { e }\n"}};
  for (const Row& row : rows) {
    std::string text = row.first;
    for (int i = 0; i < 5000; ++i) text += row.next;
    text += row.last;
    Unit unit = read_unit(row.language, text, nullptr);
    INFO(name(row.language));
    CHECK(std::ranges::count(unit.nodes(), Kind::If, &Node::kind) >= 5001);
    std::uint32_t deepest = 0;
    std::vector<std::uint32_t> depth(unit.size());
    for (std::uint32_t i = 1; i < unit.size(); ++i) deepest = std::max(deepest, depth[i] = depth[unit.parent({i}).index] + 1);
    CHECK(deepest < 1000);
  }
}

// The bound cuts through every construct of a sample: shaper functions meet nodes that lack
// the children their grammar promises.
TEST_CASE("samples are read where the depth bound cuts through them", "[analyzers][languages]") {
  struct Nest {
    const char* sample;
    Language language;
    std::string_view head, open, close;
  };
  constexpr Nest kNests[] = {
      {"c.c", Language::C, "void f(void) {", "{", "}"},   {"cpp.cpp", Language::Cpp, "void f() {", "{", "}"},
      {"csharp.cs", Language::CSharp, "", "namespace A {", "}"}, {"go.go", Language::Go, "func f() {", "{", "}"},
      {"php.php", Language::Php, "<?php ", "{ ?>", "}"},
  };
  for (const Nest& nest : kNests) {
    auto text = read_file(kSamples / nest.sample);
    REQUIRE(text);
    // A level of source is one to three of the tree.
    for (std::size_t levels : {1, 2, 3}) {
      for (std::size_t depth = (kMaxDepth - 100) / levels; depth < kMaxDepth / levels + 4; depth += 4) {
        std::string deep = std::string(nest.head) + repeated(nest.open, depth) + *text + repeated(nest.close, depth);
        Unit unit = read_unit(nest.language, deep, nullptr);
        if (is_well_formed(unit)) continue;
        INFO(nest.sample);
        INFO(depth);
        CHECK(is_well_formed(unit));
      }
    }
  }
}

TEST_CASE("a tree that was cut says so", "[analyzers][languages]") {
  std::string deep = "x = " + repeated("(1 + ", 3000) + "1" + repeated(")", 3000) + "\n";
  for (Language language : {Language::Python, Language::Js}) {
    Unit unit = read_whole(language, deep);
    INFO(name(language));
    CHECK(unit.was_cut());
  }
}

TEST_CASE("what cannot be read is told", "[analyzers][languages]") {
  for (Language language : {Language::Python, Language::Js, Language::Ts}) {
    Unit unit = read_whole(language, "x = 1\n) ] } @@ %%% ((\n");
    INFO(name(language));
    CHECK_FALSE(unit.errors().empty());
  }
}
