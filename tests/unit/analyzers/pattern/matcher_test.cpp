// What patterns find. Expected texts are what the rule language's users see reported.
#include "analyzers/pattern/matcher.h"

#include <catch2/catch.hpp>

#include "analyzers/syntax/shaper.h"

using namespace sluice;

namespace {

struct Found {
  std::vector<std::string> texts;
  bool gave_up = false;
};

Found find(Language language, std::string_view pattern_text, std::string_view code, std::uint64_t steps = kStepsPerPattern) {
  Names names;
  auto pattern = compile_pattern(language, pattern_text, names, {"p.yaml", 1, 1});
  INFO(pattern_text);
  REQUIRE(pattern);
  Unit unit = read_unit(language, code, &names);
  UnitIndex index(unit);
  PatternMatches matches = find_matches(*pattern, unit, index, steps);
  Found found;
  found.gave_up = matches.gave_up;
  for (const PatternMatch& match : matches.list) found.texts.emplace_back(unit.code(match.range));
  return found;
}

using Texts = std::vector<std::string>;
Texts python(std::string_view pattern, std::string_view code) { return find(Language::Python, pattern, code).texts; }
Texts java(std::string_view pattern, std::string_view code) { return find(Language::Java, pattern, code).texts; }

}  // namespace

TEST_CASE("arguments match one by one, `...` any number of them", "[analyzers][pattern]") {
  CHECK(python("f($X)", "f(1)\nf(1, 2)\nf()\n") == Texts{"f(1)"});
  CHECK(python("f(...)", "f(1)\nf(1, 2)\nf()\ng()\n") == Texts{"f(1)", "f(1, 2)", "f()"});
  CHECK(python("f(..., 2, ...)", "f(1)\nf(1, 2)\nf(2, 3)\n") == Texts{"f(1, 2)", "f(2, 3)"});
  CHECK(python("f($X, $X)", "f(a, a)\nf(a, b)\nf(a.b(1), a.b( 1 ))\n") == Texts{"f(a, a)", "f(a.b(1), a.b( 1 ))"});
}

TEST_CASE("keyword arguments match by name, each needs an answer", "[analyzers][pattern]") {
  CHECK(python("f(a=1)", "f(a=1)\nf(a=1, b=2)\nf(1)\n") == Texts{"f(a=1)"});
  CHECK(python("f(..., shell=True, ...)", "f(c, shell=True)\nf(shell=True, cwd=d)\nf(c, shell=False)\n") ==
        Texts{"f(c, shell=True)", "f(shell=True, cwd=d)"});
  CHECK(python("f($X)", "f(a=1)\n").empty());
}

TEST_CASE("a name means what its import says", "[analyzers][pattern]") {
  CHECK(python("os.system(...)", "from os import system as s\ns(x)\n") == Texts{"s(x)"});
  CHECK(python("os.system(...)", "import os as o\no.system(x)\n") == Texts{"o.system(x)"});
  CHECK(python("os.$F(...)", "from os import popen\npopen(x)\nclosed(x)\n") == Texts{"popen(x)"});
  CHECK(python("os.system(...)", "system(x)\n").empty());
  CHECK(java("javax.crypto.Cipher.getInstance(...)", "import javax.crypto.Cipher;\nclass A { Object c = Cipher.getInstance(\"x\"); }\n") ==
        Texts{"Cipher.getInstance(\"x\")"});
}

TEST_CASE("literals match by value, and names that stand for one", "[analyzers][pattern]") {
  CHECK(java("f(16)", "class A { void m() { f(0x10); f(16L); f(17); } }") == Texts{"f(0x10)", "f(16L)"});
  CHECK(python("f('a')", "f(\"a\")\nf('b')\n") == Texts{"f(\"a\")"});
  CHECK(python("f(\"...\")", "f('a')\nf('a' + 'b')\nf(x)\nf(f'{x}')\n") == Texts{"f('a')", "f('a' + 'b')"});
  CHECK(python("f(\"a\")", "k = 'a'\nf(k)\n") == Texts{"f(k)"});
  CHECK(python("f(\"a\")", "k = 'a'\nk = 'b'\nf(k)\n").empty());
  CHECK(python("f(\"=~/^md[0-9]$/\")", "f('md5')\nf('sha1')\n") == Texts{"f('md5')"});
}

TEST_CASE("strings with code in them", "[analyzers][pattern]") {
  CHECK(python("f(f\"...\")", "f(f'a {x}')\nf('a')\n") == Texts{"f(f'a {x}')"});
  CHECK(python("f(f\"...{$X}...\")", "f(f'a {x} b')\nf(f'{x}')\n") == Texts{"f(f'a {x} b')", "f(f'{x}')"});
}

TEST_CASE("statements: `...` looks at later ones and into nested ones, never outward", "[analyzers][pattern]") {
  CHECK(python("a()\n...\nb()", "a()\nx = 1\nb()\n") == Texts{"a()\nx = 1\nb()"});
  CHECK(python("a()\n...\nb()", "a()\nif c:\n    b()\n") == Texts{"a()\nif c:\n    b()"});
  CHECK(python("a()\n...\nb()", "if c:\n    a()\nb()\n").empty());
  CHECK(python("a()\nb()", "a()\nx = 1\nb()\n").empty());
  CHECK(python("$X = get()\n...\nuse($X)", "x = get()\ny = get()\nuse(y)\n") == Texts{"y = get()\nuse(y)"});
}

TEST_CASE("a body must match whole, until a `...` was there", "[analyzers][pattern]") {
  CHECK(python("def $F():\n  return 1", "def a():\n    return 1\ndef b():\n    x()\n    return 1\n") == Texts{"def a():\n    return 1"});
  CHECK(python("def $F():\n  ...\n  return 1", "def b():\n    x()\n    return 1\n    y()\n").size() == 1);
  CHECK(java("if ($X) { ... foo(); }", "class A { void m() { if (a) { b(); foo(); c(); } } }").size() == 1);
}

TEST_CASE("braces around one statement make no difference", "[analyzers][pattern]") {
  CHECK(java("if ($X) { foo(); }", "class A { void m() { if (a) foo(); if (b) { foo(); } if (c) bar(); } }").size() == 2);
}

TEST_CASE("modifiers, annotations, types and else are more than asked for", "[analyzers][pattern]") {
  CHECK(java("void $F(...) { ... }", "class A { @B public static void m(int x) throws E { } }").size() == 1);
  CHECK(java("public $T $F(...) { ... }", "class A { private int a() { return 1; } public int b() { return 1; } }").size() == 1);
  CHECK(java("if ($X) { ... }", "class A { void m() { if (a) b(); else c(); } }").size() == 1);
  CHECK(java("class $C { ... int $F = 1; ... }", "class A { String s; final int n = 1; void m() {} }").size() == 1);
}

TEST_CASE("a definition is an assignment, `+=` is not", "[analyzers][pattern]") {
  CHECK(java("$X = foo()", "class A { void m() { int a = foo(); b = foo(); c += foo(); } }") == Texts{"int a = foo();", "b = foo()"});
}

TEST_CASE("a statement pattern also finds its call inside others, an expression pattern only itself", "[analyzers][pattern]") {
  CHECK(java("foo(...);", "class A { void m() { foo(1); int y = bar(foo(2)); return foo(3); } }") ==
        Texts{"foo(1);", "int y = bar(foo(2));", "return foo(3);"});
  CHECK(java("foo(...)", "class A { void m() { int y = bar(foo(2)); } }") == Texts{"foo(2)"});
  CHECK(java("foo(...);", "class A { void m() { if (a || foo(1)) { } } }").empty());
}

TEST_CASE("casts and parentheses of the code are looked through", "[analyzers][pattern]") {
  CHECK(java("f($X + 1)", "class A { void m() { f((int) (a + 1)); } }").size() == 1);
}

TEST_CASE("`<... e ...>` is e at any depth, not in the body of a lambda", "[analyzers][pattern]") {
  CHECK(python("f(<... x ...>)", "f(a + g(x))\nf(y)\n") == Texts{"f(a + g(x))"});
  CHECK(java("f(<... x ...>)", "class A { void m() { f(() -> { g(x); }); f(g(x)); } }") == Texts{"f(g(x))"});
}

TEST_CASE("a pattern that meets its step limit says so and finds nothing", "[analyzers][pattern]") {
  std::string code;
  for (int i = 0; i < 200; ++i) code += "a()\n";
  Found found = find(Language::Python, "$A()\n...\n$B()\n...\n$C()\n...\nz($A, $B, $C)", code, 10'000);
  CHECK(found.gave_up);
  CHECK(found.texts.empty());
}

TEST_CASE("what is no code of the language is refused where it stands", "[analyzers][pattern]") {
  Names names;
  auto pattern = compile_pattern(Language::Python, "def f(:", names, {"r.yaml", 7, 14});
  REQUIRE_FALSE(pattern);
  CHECK(to_string(pattern.error()) == "r.yaml:7:14: the pattern is not Python code: `def f(:`; it is understood up to line 1, column 7: `:`\n");
  CHECK_FALSE(compile_pattern(Language::Text, "x", names, {"r.yaml", 1, 1}));
  CHECK_FALSE(compile_pattern(Language::Java, "   ", names, {"r.yaml", 1, 1}));
}

TEST_CASE("thousands of nested brackets are matched on without falling over", "[analyzers][pattern]") {
  std::string code = "x = " + std::string(20'000, '[') + std::string(20'000, ']') + "\nf(1)\n";
  CHECK(python("f($X)", code).size() <= 1);
}
