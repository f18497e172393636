// The two analyses of metavariable-analysis: texts by chance, expressions that go back for ever.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "analyzers/pattern/entropy.h"
#include "analyzers/pattern/redos.h"

using namespace sluice;

TEST_CASE("keys look random, words and stand_ins do not", "[analyzers][pattern]") {
  for (const char* key : {"q8Zt3vX1pLk90WmJr2Ycs7Dh", "4f9c1b7e0d2a8835c6e1f07b9d3a", "123567890123456789012345678901234567890"}) {
    INFO(key);
    CHECK(is_random(key));
  }
  for (const char* text : {"", "short1!", "this is an ordinary sentence of some length", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "<your secret here>",
                           "com.example.application.configuration", "--------------------------------"}) {
    INFO(text);
    CHECK_FALSE(is_random(text));
  }
}

// By the criteria in redos.h, worked out by hand.
TEST_CASE("expressions are told by how ambiguous they are", "[analyzers][pattern]") {
  struct Case {
    Ambiguity ambiguity;
    std::vector<const char*> regexes;
  };
  const Case kCases[] = {
      {Ambiguity::Exponential,
       {"(a+)+", "(a*)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a|a)*b", "(a|aa)+$", "(\\w+\\s?)*;", "(.*,)*x", "/([a-z]+)+$/i", "(?:\\d+){2,}x",
        "([-_]\\\\w+)*@"}},
      {Ambiguity::Polynomial,
       {"\\s+\\s+$", "a*a*b", "a*b?a*c", ".*.*=", "^\\s*(.*)\\s*;$", "(ab)*(ab)+c", "\\w+\\d+x", "(a|b)*[bc]*d", "x*y*(xy?)*z"}},
      {Ambiguity::Bounded,
       {"", "a+b+", "^[0-9]+$", "(a+b)+", "(ab|cd)*", "([a-z])", "(?=a+)+", "(a++)+", "(", "[", "(?<name>a)+", "\\", "([.]\\w+)*@",
        // One border only, or none that can move: what is between is read once.
        "\\s+$", "(a|b)*c[^abc]*d", "\\d+\\.\\d+$", "(ab)*(ba)*c", "\\w+\\s\\w+$", "a*a", "a{1,9}a{1,9}b",
        // Nothing can fail behind it.
        "a*a*", "\\s*\\s*"}},
  };
  for (const Case& each : kCases)
    for (const char* regex : each.regexes) {
      INFO(regex);
      CHECK(ambiguity_of(regex) == each.ambiguity);
    }
}

TEST_CASE("an expression made to be slow for the analysis is not", "[analyzers][pattern]") {
  std::string deep(100'000, '(');
  CHECK(ambiguity_of(deep) == Ambiguity::Bounded);
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += ".*";
  ambiguity_of("(" + wide + ")x");  // ends
  CHECK(ambiguity_of(std::string(100'000, 'a')) == Ambiguity::Bounded);
  std::string distinct;
  for (char c = 'a'; c <= 'z'; ++c) distinct += std::string("(") + c + ".)*";
  ambiguity_of(distinct + "0");  // ends
}
