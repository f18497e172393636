// The two analyses of metavariable-analysis: texts by chance, expressions that go back for ever.
#include <catch2/catch.hpp>

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

TEST_CASE("expressions with two ways round a repetition are found", "[analyzers][pattern]") {
  for (const char* regex : {"(a+)+", "(a*)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a|a)*b", "(a|aa)+$", "(\\w+\\s?)*;", "(.*,)*x", "/([a-z]+)+$/i",
                            "(?:\\d+){2,}x", "([-_]\\\\w+)*@"}) {
    INFO(regex);
    CHECK(backtracks(regex));
  }
  for (const char* regex : {"", "a+b+", "^[0-9]+$", "(a+b)+", "(ab|cd)*", "([a-z])", "(?=a+)+", "(a++)+", "(", "[", "(?<name>a)+", "\\", "([.]\\w+)*@"}) {
    INFO(regex);
    CHECK_FALSE(backtracks(regex));
  }
}

TEST_CASE("an expression made to be slow for the analysis is not", "[analyzers][pattern]") {
  std::string deep(100'000, '(');
  CHECK_FALSE(backtracks(deep));
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += ".*";
  backtracks("(" + wide + ")x");  // ends
  CHECK_FALSE(backtracks(std::string(100'000, 'a')));
}
