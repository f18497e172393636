// analyzers/languages/joined_table.h - a language's table, read from YAML.
//
//   nodes:                              # what becomes of each node of the grammar
//     identifier: Name                  # a kind of analyzers/unit/kind.h
//     comment: comment                  # or `splice`, `drop`
//     call_expression:
//       { kind: Call, fields: { function: Callee }, rest: Arguments, gather: { Arguments: Arguments } }
//   pattern:                            # how a rule's pattern becomes code the grammar reads
//     contexts: [{}, { before: "fn f() void {", after: "}" }]
//     ellipsis: ["@", "@;"]
//
// All words: docs/adding-a-language.md. Nodes and fields that the grammar does not have are
// mistakes; all mistakes are told, each with its place.
#pragma once
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/languages/joined_shape.h"
#include "base/result.h"

namespace sluice {

// The definition and all it refers to: it does not move.
struct JoinedTable {
  LanguageDefinition definition;  // without `language`

  std::deque<std::string> texts;
  std::deque<JoinedShape> more;
  std::vector<NodeShape> shapes;
  std::vector<FieldRole> fields;
  std::vector<std::string_view> tokens, interpolations, implied_names, ellipsis, metavariable;
  std::vector<PatternWrapper> wrappers;
};

Result<std::unique_ptr<JoinedTable>> parse_joined_table(const std::string& file, std::string_view text, const TSLanguage* (*grammar)());

}  // namespace sluice
