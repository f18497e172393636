// Tables of languages that join. The grammar here is one that is built in; a real library is in
// tests/e2e/joined_language.sh.
#include <catch2/catch.hpp>

#include "analyzers/languages/joined.h"
#include "analyzers/languages/joined_table.h"

extern "C" const TSLanguage* tree_sitter_lua();

namespace sluice {
namespace {

std::string mistakes_of(std::string_view table) {
  auto parsed = parse_joined_table("t.yaml", table, tree_sitter_lua);
  return parsed ? "" : to_string(parsed.error());
}

const NodeShape& shape_of(const JoinedTable& table, std::string_view type) {
  for (const NodeShape& shape : table.shapes)
    if (shape.type == type) return shape;
  FAIL("no row for " << type);
  return table.shapes.front();
}

}  // namespace

TEST_CASE("a table of a joined language is read whole", "[analyzers][languages]") {
  auto parsed = parse_joined_table("t.yaml", R"yaml(
nodes:
  comment: comment
  identifier: Name
  parenthesized_expression: splice
  string: { kind: String, content: content }
  function_call: { kind: Call, fields: { name: Callee }, gather: { Arguments: Arguments } }
  for_statement: { kind: For, statement: true, places: [Init, Body], text: first-token }
tokens: ["end"]
bare-expressions: true
equivalences: { nested-blocks: true }
pattern:
  contexts: [{ before: "f(", after: ")", head: true }]
  ellipsis: "@"
  keywords: [if, end]
  typed-metavariable: name-first
)yaml",
                                   tree_sitter_lua);
  REQUIRE(parsed);
  const JoinedTable& table = **parsed;
  CHECK(shape_of(table, "comment").make == Make::Comment);
  CHECK(shape_of(table, "identifier").make == Make::Leaf);
  CHECK(shape_of(table, "parenthesized_expression").make == Make::Splice);
  const NodeShape& call = shape_of(table, "function_call");
  CHECK(call.kind == Kind::Call);
  CHECK(call.fields[0].field == "name");
  CHECK(call.fields[0].role == Role::Callee);
  REQUIRE(call.joined);
  CHECK(call.joined->gather == std::vector<std::pair<Role, Kind>>{{Role::Arguments, Kind::Arguments}});
  const NodeShape& loop = shape_of(table, "for_statement");
  CHECK(loop.text == TextFrom::FirstToken);
  CHECK(loop.joined->is_statement);
  CHECK(loop.joined->places == std::vector<Role>{Role::Init, Role::Body});
  const LanguageDefinition& definition = table.definition;
  CHECK(definition.has_bare_expressions);
  CHECK(definition.equivalences.finds_nested_blocks);
  CHECK(definition.tokens.size() == 1);
  REQUIRE(definition.pattern.wrappers.size() == 1);
  CHECK(definition.pattern.wrappers[0].is_head);
  CHECK(definition.pattern.keywords == "if end");
  CHECK(definition.pattern.typed_hole == TypedHoleForm::NameFirst);
  CHECK(definition.pattern.metavariable[0] == "@");
}

TEST_CASE("all mistakes of a table are told at their places", "[analyzers][languages]") {
  CHECK(mistakes_of("nodes:\n  identifer: Name\n  string: Strin\n  block: { kind: Block, fields: { bdy: Body }, places: Body }\n") ==
        "t.yaml:2:3: there is no node of the grammar called `identifer`; did you mean `identifier`?\n"
        "t.yaml:3:11: there is no kind `Strin`; did you mean `String`?\n"
        "t.yaml:4:35: there is no field of the grammar called `bdy`; did you mean `body`?\n"
        "t.yaml:4:56: `places` is a list of roles\n");
  CHECK(mistakes_of("{}") == "t.yaml:1:1: `nodes` is missing\n");
  CHECK(mistakes_of("nodes: 3") == "t.yaml:1:8: `nodes` is a mapping from the grammar's nodes to kinds\n");
  CHECK(mistakes_of("nodes: {}\npattern: { ellipsis: [a] }\n") == "t.yaml:2:22: the stand-in `a` has no `@`, which is where its word goes\n");
  CHECK(mistakes_of("nodes: { block: Hole }") == "t.yaml:1:17: there is no kind `Hole`\n");
  CHECK(mistakes_of("nodes: [") != "");
}

TEST_CASE("a language joins once, and under a name that is free", "[analyzers][languages]") {
  NewLanguage wanted{.id = "Teststones", .title = "Test Stones", .aliases = {"tst"}, .extensions = {"teststone"}, .file_names = {"Stonefile"}, .interpreters = {"stone"}};
  auto joined = join_language(wanted);
  REQUIRE(joined);
  CHECK(find_language("teststones") == *joined);
  CHECK(find_language("TST") == *joined);
  CHECK(info(*joined).title == "Test Stones");
  CHECK(all_languages().back().id == "teststones");
  CHECK(language_of("a/b.teststone").language == *joined);
  CHECK(language_of("a/Stonefile").language == *joined);
  CHECK(language_of("run", "#!/usr/bin/env stone3\n").language == *joined);
  CHECK(covers(Language::Generic, *joined));
  CHECK_FALSE(join_language(wanted));
  CHECK_FALSE(join_language({.id = "python", .title = "P", .aliases = {}, .extensions = {"pp"}, .file_names = {}, .interpreters = {}}));
  wanted.id = "otherstones";
  CHECK(join_language(wanted).error() == "the extension .teststone is that of teststones");
}

TEST_CASE("a library that is none is told where it was named", "[analyzers][languages]") {
  LibraryLanguage wanted;
  wanted.library = "/nowhere/at-all.so";
  wanted.place = {"c.yaml", 4, 7};
  auto joined = join_library(wanted);
  REQUIRE_FALSE(joined);
  CHECK(to_string(joined.error()).starts_with("c.yaml:4:7: the library cannot be loaded: "));
}

}  // namespace sluice
