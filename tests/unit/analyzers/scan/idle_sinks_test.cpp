// Which sinks are told from the tree alone to hold nobody's data.
#include <catch2/catch.hpp>

#include "analyzers/scan/idle_sinks.h"
#include "analyzers/syntax/embedded.h"

using namespace sluice;

namespace {

// The code that stands between two `@` is what the sink's pattern matched, and what stands between two `#`
// is what a source's did.
struct Marked {
  std::string text;
  ByteRange sink, source;
};

Marked read_marks(std::string_view code) {
  Marked marked;
  std::vector<std::uint32_t> sinks, sources;
  for (char c : code) {
    auto at = static_cast<std::uint32_t>(marked.text.size());
    if (c == '@') sinks.push_back(at);
    else if (c == '#') sources.push_back(at);
    else marked.text += c;
  }
  REQUIRE(sinks.size() == 2);
  marked.sink = {sinks[0], sinks[1]};
  if (sources.size() == 2) marked.source = {sources[0], sources[1]};
  return marked;
}

Rule rule_of(const std::string& source_options) {
  auto rules = parse_rules("r.yaml", "rules:\n  - {id: r, message: m, severity: ERROR, languages: [js, python], mode: taint, pattern-sources: [{pattern: source(...)" + source_options + "}], pattern-sinks: [{pattern: sink(...)}]}\n");
  REQUIRE(rules);
  return rules->front();
}

bool is_dropped(Language language, std::string_view code, bool is_alone = true, const std::string& source_options = "") {
  Marked marked = read_marks(code);
  Names names;
  std::vector<Unit> units = read_units(language, marked.text, &names);
  std::vector<Rule> rules;
  rules.push_back(rule_of(source_options));
  std::vector<flow::EndpointMatch> matches;
  matches.push_back({0, &rules[0].endpoints[0], marked.source, {}});
  matches.push_back({0, &rules[0].endpoints[1], marked.sink, {}});
  drop_idle_sinks(units.front(), rules, is_alone, matches);
  return matches.size() == 1;
}

}  // namespace

TEST_CASE("literals and what the runtime says of the file hold no data", "[analyzers][flow]") {
  CHECK(is_dropped(Language::Js, "f(@'a.txt'@)"));
  CHECK(is_dropped(Language::Js, "f(@`a${1}`@)"));
  CHECK(is_dropped(Language::Js, "f(@__dirname@, 'x')"));
  CHECK(is_dropped(Language::Python, "f(@__file__@)"));
  CHECK_FALSE(is_dropped(Language::Js, "f(@name@)"));
  CHECK_FALSE(is_dropped(Language::Js, "function g(__dirname) { f(@__dirname@) }"));
  CHECK_FALSE(is_dropped(Language::Js, "f(@`a${name}`@)"));
  CHECK_FALSE(is_dropped(Language::Js, "f(@arguments[0]@)"));
  CHECK_FALSE(is_dropped(Language::Js, "f(@this@)"));
  CHECK_FALSE(is_dropped(Language::Js, "f(@() => name@)"));
}

TEST_CASE("a call of what is not of the program holds what its arguments hold", "[analyzers][flow]") {
  CHECK(is_dropped(Language::Js, "const path = require('path'); @path.join(__dirname, 'x')@"));
  CHECK_FALSE(is_dropped(Language::Js, "const path = require('path'); @path.join(base, 'x')@"));
  CHECK_FALSE(is_dropped(Language::Js, "function g(path) { @path.join('x')@ }"));
  SECTION("a function of the file may give anything") {
    CHECK_FALSE(is_dropped(Language::Js, "function read() { return source() }\nf(@read('x')@)"));
    CHECK_FALSE(is_dropped(Language::Python, "def read(x):\n  return source()\nf(@read('x')@)"));
  }
  SECTION("and one of another file, too") {
    CHECK(is_dropped(Language::Python, "from m import read\nf(@read('x')@)", true));
    CHECK_FALSE(is_dropped(Language::Python, "from m import read\nf(@read('x')@)", false));
    CHECK_FALSE(is_dropped(Language::Js, "import { session } from './session'\nf(@session.user@)", false));
    CHECK_FALSE(is_dropped(Language::Js, "import { user } from './session'\nf(@user@)", false));
  }
}

TEST_CASE("an import of JavaScript holds nothing, however it is written", "[analyzers][flow]") {
  CHECK(is_dropped(Language::Js, "let fs = @require('fs')@;", false));
  CHECK_FALSE(is_dropped(Language::Js, "@require(name)@", false));
  CHECK_FALSE(is_dropped(Language::Js, "function g(require) { @require('fs')@ }", false));
}

TEST_CASE("where a source touches the sink there is data", "[analyzers][flow]") {
  CHECK_FALSE(is_dropped(Language::Js, "f(@#'secret'#@)"));
  CHECK_FALSE(is_dropped(Language::Js, "#f(@'secret'@)#"));
  CHECK(is_dropped(Language::Js, "#g()#; f(@'secret'@)"));
}

TEST_CASE("a source that taints what runs after it reaches every sink", "[analyzers][flow]") {
  CHECK_FALSE(is_dropped(Language::Js, "f(@'a'@)", true, ", control: true"));
}
