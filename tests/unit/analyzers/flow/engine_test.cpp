// The tables of the flow engine: values that are made once, what data was cleaned for, what is worked out
// from constants. What the whole engine finds is tested by tests/flow and tests/rules.
#include <catch2/catch.hpp>

#include "analyzers/flow/engine/constant.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/trace.h"
#include "analyzers/flow/engine/value.h"

using namespace sluice;
using namespace sluice::flow;

namespace {

Taint taint_of(std::uint32_t step, CleanSet cleaned = kUncleaned, std::uint32_t rank = kFirstRank) {
  return {Atom::of_model({7}, step, Origin::Remote), cleaned, {}, rank};
}

Value tainted(std::vector<Taint> taints) {
  Value value;
  value.taints = std::move(taints);
  value.is_unknown = true;
  return value;
}

}  // namespace

TEST_CASE("an atom keeps what it is made of", "[flow]") {
  Atom atom = Atom::of_model({123456}, 4000, Origin::File);
  CHECK_FALSE(atom.is_input());
  CHECK_FALSE(atom.is_point());
  CHECK(atom.function().index == 123456);
  CHECK(atom.step() == 4000);
  CHECK(atom.origin() == Origin::File);
  Atom point = Atom::of_point({3}, 2, 9);
  CHECK(point.is_point());
  CHECK(point.point() == 9);
  Atom input = Atom::of_input({42});
  CHECK(input.is_input());
  CHECK(input.input().index == 42);
  // Sources come before inputs: a list that is cut loses inputs first.
  CHECK(atom < input);
}

TEST_CASE("data that came two ways is clean of what both ways cleaned", "[flow]") {
  CleanSets sets;
  CleanSet html = sets.with_harms(kUncleaned, one(Harm::Xss));
  CleanSet both_harms = sets.with_harms(html, one(Harm::Sql));
  CHECK(sets.both(html, both_harms) == html);
  CHECK(sets.both(html, kUncleaned) == kUncleaned);
  CHECK(sets.either(html, sets.with_harms(kUncleaned, one(Harm::Sql))) == both_harms);
  CHECK(sets.without_harms(both_harms, one(Harm::Sql)) == html);
  CleanSet by_rule = sets.with_rule(kUncleaned, 5);
  CHECK(sets.has_rule(by_rule, 5));
  CHECK_FALSE(sets.has_rule(by_rule, 4));
  CHECK_FALSE(sets.has_harm(by_rule, Harm::Xss));
}

TEST_CASE("equal values are one, and united ones hold what both may be", "[flow]") {
  CleanSets sets;
  ValuePool pool(sets);
  Symbols symbols;
  Value text, other;
  text.constants = {symbols.intern("sa")};
  other.constants = {symbols.intern("sb")};
  ValueRef a = pool.add(text), b = pool.add(other);
  CHECK(pool.add(text) == a);
  CHECK(pool.unite(a, kNothing) == a);
  CHECK(pool.unite(kNothing, b) == b);
  CHECK(pool[pool.unite(a, b)].constants.size() == 2);
  CHECK(pool.unite(a, b) == pool.unite(b, a));

  CleanSet html = sets.with_harms(kUncleaned, one(Harm::Xss));
  ValueRef dirty = pool.add(tainted({taint_of(1)})), clean = pool.add(tainted({taint_of(1, html), taint_of(2)}));
  const Value& joined = pool[pool.unite(dirty, clean)];
  REQUIRE(joined.taints.size() == 2);
  CHECK(joined.taints[0].cleaned == kUncleaned);
}

TEST_CASE("of two ways to the same place the shorter is kept, whatever came first", "[flow]") {
  CleanSets sets;
  ValuePool pool(sets);
  Taint longer = taint_of(1, kUncleaned, 0x05000000), shorter = taint_of(1, kUncleaned, 0x02000000);
  ValueRef a = pool.add(tainted({longer})), b = pool.add(tainted({shorter}));
  CHECK(pool[pool.unite(a, b)].taints[0].rank == 0x02000000);
  CHECK(pool[pool.unite(b, a)].taints[0].rank == 0x02000000);
}

TEST_CASE("a value that may be too many constants is unknown", "[flow]") {
  CleanSets sets;
  ValuePool pool(sets);
  Symbols symbols;
  ValueRef all = kNothing;
  for (std::size_t i = 0; i <= kMostConstants; ++i) {
    Value value;
    value.constants = {symbols.intern("n" + std::to_string(i))};
    all = pool.unite(all, pool.add(value));
  }
  CHECK(pool[all].is_unknown);
  CHECK(pool[all].constants.empty());
}

TEST_CASE("what is worked out from constants is what the languages say", "[flow]") {
  auto whole = [](std::int64_t value) { return Known::of(value); };
  auto text = [](const char* value) { return Known::of(std::string(value)); };
  // 7 / 2 and -7 / 2: whole in Java, a fraction in JavaScript, rounded down in Ruby and by Python's `//`.
  CHECK(known_binary("/", whole(7), whole(2), Language::Java) == whole(3));
  CHECK(known_binary("/", whole(7), whole(2), Language::Js) == Known::of_real(3.5));
  CHECK(known_binary("/", whole(-7), whole(2), Language::Java) == whole(-3));
  CHECK(known_binary("/", whole(-7), whole(2), Language::Ruby) == whole(-4));
  CHECK(known_binary("//", whole(-7), whole(2), Language::Python) == whole(-4));
  CHECK(known_binary("%", whole(-7), whole(3), Language::Java) == whole(-1));
  CHECK(known_binary("%", whole(-7), whole(3), Language::Python) == whole(2));
  CHECK_FALSE(known_binary("/", whole(1), whole(0), Language::Java).has_value());
  CHECK_FALSE(known_binary("+", whole(INT64_MAX), whole(1), Language::Java).has_value());
  CHECK(known_binary("+", text("a"), whole(1), Language::Java) == text("a1"));
  CHECK_FALSE(known_binary("+", text("a"), whole(1), Language::Python).has_value());
  CHECK(known_binary(".", text("a"), whole(1), Language::Php) == text("a1"));
  CHECK(known_binary("in", text("b"), text("abc"), Language::Python) == Known::truth(true));
  CHECK(is_true(text(""), Language::Python) == std::optional(false));
  CHECK(is_true(text(""), Language::Ruby) == std::optional(true));
  CHECK(is_true(text("0"), Language::Php) == std::optional(false));
  CHECK(known_element(text("ABC"), whole(-1), Language::Python) == text("C"));
  CHECK_FALSE(known_element(text("ABC"), whole(-1), Language::Java).has_value());
  CHECK(parse_known(spell(text("x"))) == text("x"));
  CHECK(parse_known(spell(whole(-12))) == whole(-12));
}

TEST_CASE("names of other files are found by how they end", "[flow]") {
  CHECK(with_dots("a/b::C\\d") == "a.b.C.d");
  CHECK(last_part("a.b.c") == "c");
  CHECK(common_parts("src.helpers.utils", "helpers.utils") == 2);
  CHECK(common_parts("utils", "helpers.utils") == 1);
  CHECK(common_parts("src.helpers.utils", "pers.utils") == 0);
  CHECK(common_parts("a.b", "a.c") == 0);
}
