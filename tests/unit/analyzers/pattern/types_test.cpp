// Types as they are written, compared, and of expressions.
#include "analyzers/unit/types.h"

#include <catch2/catch.hpp>

#include "analyzers/pattern/typed_hole.h"
#include "analyzers/syntax/shaper.h"

using namespace sluice;

namespace {

bool fits(std::string_view found, std::string_view wanted) { return is_type(parse_type_name(found), parse_type_name(wanted)); }

// Whether the last node with that code has the type.
bool has(Language language, std::string_view code, std::string_view expression, std::string_view type) {
  Unit unit = read_unit(language, code, nullptr);
  Types types(unit);
  NodeId last;
  for (std::uint32_t i = 1; i < unit.size(); ++i)
    if (unit.code(NodeId{i}) == expression && unit.node({i}).kind != Kind::ExprStmt) last = {i};
  INFO(code);
  REQUIRE(last.valid());
  return types.has_type(last, parse_type_name(type));
}

}  // namespace

TEST_CASE("types agree by name, pointers and arrays", "[analyzers][unit]") {
  CHECK(fits("java.lang.Runtime", "Runtime"));
  CHECK(fits("Runtime", "java.lang.Runtime"));
  CHECK_FALSE(fits("MyRuntime", "Runtime"));
  CHECK(fits("*http.Request", "*net/http.Request") == false);  // `/` is no part of a type that is written
  CHECK(fits("net.http.Request*", "*http.Request"));
  CHECK_FALSE(fits("http.Request", "*http.Request"));
  CHECK(fits("const char *", "char*"));
  CHECK(fits("Cookie[]", "javax.servlet.http.Cookie[]"));
  CHECK_FALSE(fits("Cookie[]", "Cookie"));
  CHECK(fits("List<String>", "List"));
  CHECK(fits("List<String>", "List<$T>"));
  CHECK_FALSE(fits("List<String>", "List<Integer>"));
  CHECK(fits("Integer", "int"));
  CHECK(fits("std::string", "std.string"));
  CHECK(fits("struct foo *", "foo*"));
  CHECK_FALSE(fits("", ""));
}

TEST_CASE("what must be said for something to be of a type", "[analyzers][unit]") {
  auto needed = [](std::string_view type) {
    const TypeName wanted = parse_type_name(type);
    return std::string(needed_name(wanted));
  };
  CHECK(needed("java.io.PrintWriter") == "PrintWriter");
  CHECK(needed("*net/http.Request") == "Request");
  CHECK(needed("List<$T>") == "List");
  // A literal has these types, or another name means the same.
  for (const char* type : {"String", "java.lang.String", "int", "java.lang.Integer", "Boolean", "str", "number", "$T"}) CHECK(needed(type).empty());
}

TEST_CASE("an expression has the type its file says", "[analyzers][unit]") {
  CHECK(has(Language::Java, "class A { void f(Runtime r) { r.exec(); use(r); } }", "r", "Runtime"));
  CHECK(has(Language::Java, "class A { Runtime r; void f() { use(this.r); } }", "this.r", "Runtime"));
  CHECK(has(Language::Java, "class A { void f() { var r = new Runtime(); use(r); } }", "r", "Runtime"));
  CHECK_FALSE(has(Language::Java, "class A { Runtime r; void f(Other r) { use(r); } }", "r", "Runtime"));
  CHECK(has(Language::Java, "class A { void f(int i) { use(\"a\" + i); } }", "\"a\" + i", "String"));
  CHECK_FALSE(has(Language::Java, "class A { void f() { use(g()); } }", "g()", "String"));
  CHECK(has(Language::Go, "package a\nfunc f() { r := &http.Request{}\n use(r) }", "r", "*http.Request"));
  CHECK(has(Language::Go, "package a\nfunc f() { r := new(T)\n use(r) }", "r", "*T"));
  CHECK(has(Language::Ts, "function f(a: string) { use(a) }", "a", "string"));
  CHECK(has(Language::Python, "def f(a: int):\n  use(a)\n", "a", "int"));
  CHECK(has(Language::Python, "x = Foo()\nuse(x)\n", "x", "Foo"));
  CHECK(has(Language::C, "int f(char *p) { return p == q; }", "p", "char *"));
  CHECK(has(Language::CSharp, "class A { void F(System.Random r) { Use(r); } }", "r", "Random"));
}

TEST_CASE("a typed metavariable is told from parameters", "[analyzers][pattern]") {
  auto hole = typed_hole_at(Language::Java, "(java.util.List<String> $X).get(0)", 0);
  REQUIRE(hole);
  CHECK(hole->name == "$X");
  CHECK(hole->type == "java.util.List<String>");
  CHECK(hole->end == 27);
  CHECK_FALSE(typed_hole_at(Language::Java, "void f(String $X) { }", 6));
  CHECK_FALSE(typed_hole_at(Language::Java, "catch (Exception $E) { }", 6));
  CHECK_FALSE(typed_hole_at(Language::Java, "(String $X) -> $X", 0));
  CHECK_FALSE(typed_hole_at(Language::Java, "(String) $X", 0));
  CHECK(typed_hole_at(Language::Java, "return (String $X);", 7));
  CHECK(typed_hole_at(Language::C, "(char *$X) == 0", 0)->type == "char *");
  CHECK(typed_hole_at(Language::Go, "($R : *http.Request).A", 0)->type == "*http.Request");
  CHECK_FALSE(typed_hole_at(Language::Ts, "($R: string) => $R", 0));
  CHECK(typed_hole_at(Language::Python, "sleep($X: float)", 6)->type == "float");
  CHECK_FALSE(typed_hole_at(Language::Python, "def sleep($X: float):", 10));
  CHECK_FALSE(typed_hole_at(Language::Python, "{$X: float}", 1));
  CHECK_FALSE(typed_hole_at(Language::Bash, "(echo $X)", 0));
}
