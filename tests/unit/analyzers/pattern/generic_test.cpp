#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <map>
#include <random>

#include "analyzers/pattern/generic/comments.h"
#include "analyzers/pattern/generic/generic_pattern.h"
#include "analyzers/pattern/generic/space_matcher.h"

using namespace sluice;

namespace {

// The matched pieces of the text; a metavariable as `|$X=value`.
std::vector<std::string> found(std::string_view pattern, std::string_view text, GenericOptions options = {}) {
  Names names;
  auto compiled = compile_generic_pattern(pattern, options, names, {"test", 1, 1});
  if (!compiled) return {compiled.error().list.front().code};
  GenericText target(text);
  GenericMatches matches = compiled->find(target);
  std::vector<std::string> out;
  for (const GenericMatch& match : matches.list) {
    out.emplace_back(text.substr(match.range.begin, match.range.end - match.range.begin));
    for (const Binding& binding : match.bindings.list())
      out.back() += fmt::format("|{}={}", names.text(binding.variable), text.substr(binding.range.begin, binding.range.end - binding.range.begin));
  }
  if (matches.met_limit) out.emplace_back("limit");
  return out;
}

using Found = std::vector<std::string>;

GenericOptions alien(bool multiline = true) {
  GenericOptions options;
  options.engine = GenericOptions::Engine::Aliengrep;
  options.multiline = multiline;
  return options;
}

}  // namespace

TEST_CASE("a lone `...` is the text, as far as it reaches", "[analyzers][generic]") {
  CHECK(found("...", "a b\nc\n") == Found{"a b\nc"});
  GenericOptions line;
  line.ellipsis_max_span = 0;
  CHECK(found("...", "a b\nc\n", line) == Found{"a b"});
  CHECK(found("...", "").empty());
}

TEST_CASE("generic: words are whole, layout is not looked at", "[analyzers][pattern]") {
  CHECK(found("raw", "raw rawer draw RAW") == Found{"raw"});
  CHECK(found("a = b", "a=b a\n=\n  b") == Found{"a=b", "a\n=\n  b"});
  CHECK(found("a-b", "a - b; a_b") == Found{"a - b"});
  CHECK(found("gr\xc3\xbc\xc3\x9f", "gr\xc3\xbc\xc3\x9f") == Found{"gr\xc3\xbc\xc3\x9f"});
}

TEST_CASE("generic: a metavariable is one word, the same word everywhere", "[analyzers][pattern]") {
  CHECK(found("$A = $B", "x = 1; y = -2") == Found{"x = 1|$A=x|$B=1"});
  CHECK(found("$A == $A", "x == y, y == y") == Found{"y == y|$A=y"});
  CHECK(found("${$V}", "${HOME} $(HOME)") == Found{"${HOME}|$V=HOME"});
  CHECK(found("$host", "$host host") == Found{"$host"});
}

TEST_CASE("generic: an ellipsis takes as little as it can", "[analyzers][pattern]") {
  CHECK(found("f(...)", "f(a(b), c)") == Found{"f(a(b)"});
  CHECK(found("<%= ... %>", "<%= a %> <%= b %>") == Found{"<%= a %>", "<%= b %>"});
  // Two starts, one end: the shorter one.
  CHECK(found("a ... c", "a a b c") == Found{"a b c"});
  CHECK(found("a $...M c", "a x, y c") == Found{"a x, y c|$...M=x, y"});
  CHECK(found("a $...M c", "a c") == Found{"a c|$...M="});
  CHECK(found("$...M = $...M;", "a b = a b; a = b;") == Found{"a b = a b;|$...M=a b"});
  CHECK(found("[$...M] = [$...M];", "[a b] = [a b]; [a] = [b];") == Found{"[a b] = [a b];|$...M=a b"});
}

TEST_CASE("generic: an ellipsis ends after its span of lines", "[analyzers][pattern]") {
  std::string ten = "a" + std::string(10, '\n') + "b", eleven = "a" + std::string(11, '\n') + "b";
  CHECK(found("a ... b", ten) == Found{ten});
  CHECK(found("a ... b", eleven) == Found{});
  CHECK(found("a ... ... b", eleven) == Found{eleven});
  CHECK(found("a\n...\n...\nb", eleven) == Found{eleven});
  GenericOptions line;
  line.ellipsis_max_span = 0;
  CHECK(found("a ... b", "a x b\na\nb", line) == Found{"a x b"});
  CHECK(found("key=$...V", "key=a,b\nother=c", line) == Found{"key=a,b|$...V=a,b"});
}

TEST_CASE("generic: a last ellipsis goes on to the end of the block", "[analyzers][pattern]") {
  CHECK(found("b ...", "a:\n  b c\n  d\ne") == Found{"b c\n  d"});
  CHECK(found("b ...", "f(a, b, c) d") == Found{"b, c"});
  CHECK(found("... c", "a b c\n  b c") == Found{"a b c", "b c"});
}

TEST_CASE("generic: an indented part is a block, as a whole", "[analyzers][pattern]") {
  std::string_view pattern = "server {\n  ...\n  listen $P;\n  ...\n}";
  CHECK(found(pattern, "server {\n  a;\n  listen 1;\n  b;\n}") == Found{"server {\n  a;\n  listen 1;\n  b;\n}|$P=1"});
  CHECK(found(pattern, "server { listen 2; }") == Found{"server { listen 2; }|$P=2"});
  CHECK(found("f(\n  ...\n);", "f(x); f(); f(x) + g(y);") == Found{"f(x);", "f();"});
  CHECK(found("a ... {\n  ...\n}", "a b {\n}\na c {\n  d\n}") == Found{"a b {\n}", "a c {\n  d\n}"});
  CHECK(found(pattern, "server {\na;\nlisten 1;\n}") == Found{});
  CHECK(found("a\n  b\n", "a\n  b\n  c\n") == Found{});
  CHECK(found("a\n  b\nd\n", "a\n  b\nd\n") == Found{"a\n  b\nd"});
  CHECK(found("a\n  b\n    c\n  d\n", "a\n\tb\n\t\tc\n\td\n") == Found{"a\n\tb\n\t\tc\n\td"});
  // Without indentation in the pattern that of the text means nothing.
  CHECK(found("a b c", "a\n  b\nc") == Found{"a\n  b\nc"});
}

TEST_CASE("generic: comments can be taken out, places stay", "[analyzers][pattern]") {
  using Comments = GenericOptions::Comments;
  CHECK(without_comments("a # b\nc", Comments::Shell) == "a    \nc");
  CHECK(without_comments("a /* \n */ b // c", Comments::C) == "a    \n    b // c");
  CHECK(without_comments("a // b\nc /* d", Comments::Cpp) == "a     \nc     ");
  GenericOptions shell;
  shell.comments = Comments::Shell;
  CHECK(found("a b", "a # b\nb", shell) == Found{"a # b\nb"});
}

TEST_CASE("generic: a pattern that says nothing is a mistake", "[analyzers][pattern]") {
  CHECK(found("...", "a", alien()) == Found{"pattern-empty"});
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "a ";
  CHECK(found(many, "a") == Found{"pattern-too-long"});
}

TEST_CASE("generic: aliengrep keeps brackets in pairs where it can", "[analyzers][pattern]") {
  CHECK(found("f(...)", "f(a(b), c) + g(d)", alien()) == Found{"f(a(b), c)"});
  CHECK(found("f(...)", "f(a ( b)", alien()) == Found{"f(a ( b)"});
  CHECK(found("a { ... b; ... }", "a { c; } a { b; }", alien()) == Found{"a { b; }"});
  CHECK(found("a ... b", "a ) b a ( b", alien()) == Found{"a ( b"});
  CHECK(found("a ... { ... b; ... }", "x { a { c; } } x { a { b; } }", alien()) == Found{"a { b; }"});
  CHECK(found("$X = $...V;", "a = b(c;\nd);", alien()) == Found{"a = b(c;\nd);|$X=a|$...V=b(c;\nd)"});
  CHECK(found("$A == $A", "x == y, y == y", alien()) == Found{"y == y|$A=y"});
  CHECK(found("raw", "draw raw", alien()) == Found{"raw"});
  CHECK(found("a\n  ...\nb", "a x b", alien()) == Found{"a x b"});
  CHECK(found("f(...", "f(a, b) c", alien()) == Found{"f(a, b"});
}

TEST_CASE("generic: aliengrep in single-line mode and with its options", "[analyzers][pattern]") {
  CHECK(found("a ... b", "a\nb a x b", alien(false)) == Found{"a x b"});
  CHECK(found("a .... b", "a\nx\nb", alien(false)) == Found{"a\nx\nb"});
  CHECK(found("a\nb", "a b a \r\n b", alien(false)) == Found{"a \r\n b"});
  CHECK(found("key = ...", "key = a b\nc", alien(false)) == Found{"key = a b"});
  CHECK(found("... = x", "a b = x c = x\n  d = x", alien(false)) == Found{"a b = x", "  d = x"});
  CHECK(found("... = x", "a\nb = x", alien()) == Found{"a\nb = x"});
  CHECK(found("say ...;", "say \"a;b\";", alien(false)) == Found{"say \"a;b\";"});
  GenericOptions options = alien();
  options.caseless = true;
  options.extra_word_characters = "-";
  options.extra_braces = "<>";
  CHECK(found("x-Key ...;", "X-KEY <a;b>; x-key-2 c;", options) == Found{"X-KEY <a;b>;"});
}

TEST_CASE("generic: text made to be slow ends", "[analyzers][pattern]") {
  std::string brackets(50'000, '('), words;
  CHECK(read_text_blocks(brackets).size() == 50'000);
  for (int i = 0; i < 20'000; ++i) words += "a ";
  CHECK(found("a ... a ... a ... a ... b", words + " c").empty());
  CHECK(found("a $...A b $...B a $...C c", words).empty());
  CHECK(found("$A ... $A ... $A b", words + "c b") == Found{"limit"});
  // A run of brackets that nothing closes: refused or told, not tried in all ways.
  Found alien_found = found("f(...)", "f" + brackets.substr(0, 5'000), alien());
  CHECK((alien_found.empty() || alien_found == Found{"limit"}));
}

namespace {

// The obvious way: all ways to fill the dots, by recursion; flat patterns only.
bool ends_at(const std::vector<SpacePart>& parts, std::size_t part, const std::vector<std::string>& words, std::size_t at, std::size_t end,
             std::string value) {
  if (part == parts.size()) return at == end;
  if (parts[part].type == SpacePart::Type::Dots) {
    for (std::size_t to = at; to <= end; ++to)
      if (ends_at(parts, part + 1, words, to, end, value)) return true;
    return false;
  }
  if (at >= end) return false;
  if (parts[part].type == SpacePart::Type::Word) return words[at] == parts[part].text && ends_at(parts, part + 1, words, at + 1, end, value);
  return (value.empty() || value == words[at]) && ends_at(parts, part + 1, words, at + 1, end, words[at]);
}

}  // namespace

TEST_CASE("generic: the matcher finds what the obvious one finds", "[analyzers][pattern]") {
  std::mt19937 random(7);
  auto pick = [&](const char* const* from, std::size_t count) { return std::string(from[random() % count]); };
  constexpr const char* kWords[] = {"a", "b", "c"};
  constexpr const char* kParts[] = {"a", "b", "c", "...", "$X", "..."};
  for (int round = 0; round < 3'000; ++round) {
    std::vector<std::string> words;
    std::string text, pattern = pick(kWords, 3);
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0, count = random() % 8; i <= count; ++i) {
      words.push_back(pick(kWords, 3));
      text += words.back() + " ";
      ends.push_back(static_cast<std::uint32_t>(text.size()) - 1);
    }
    for (std::size_t i = 0, count = random() % 4; i < count; ++i) pattern += " " + pick(kParts, 6);
    pattern += " " + pick(kWords, 3);  // no last ellipsis: its end is another matter
    SpacePattern parsed = *parse_space_pattern(pattern, {});
    // From each start the first end; of one end the last start.
    std::map<std::size_t, std::size_t> expected;
    for (std::size_t start = 0; start < words.size(); ++start)
      for (std::size_t end = start + 1; end <= words.size(); ++end)
        if (ends_at(parsed.parts, 0, words, start, end, "")) {
          expected[end] = start;
          break;
        }
    SpaceMatches got = find_space_matches(parsed, read_text_blocks(text), text, 10);
    INFO(pattern << " in " << text);
    REQUIRE(got.list.size() == expected.size());
    std::size_t i = 0;
    for (auto [end, start] : expected) CHECK(got.list[i++].range.end == ends[end - 1]);
  }
}

TEST_CASE("generic: aliengrep gives up an ellipsis in few steps", "[analyzers][pattern]") {
  std::string text = "a { long_word_after_word ";
  for (int i = 0; i < 100; ++i) text += "some_words (that { nothing } ends) ";
  CHECK(found("a ... { ... never; ... }", text + "}", alien()).empty());
}
