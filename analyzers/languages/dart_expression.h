// analyzers/languages/dart_expression.h - expressions and types of Dart, read in groups.
//
// The grammar nests little: in `a.b(c)` the `.b` and the `(c)` stand beside `a`, in whatever node
// the expression is part of. So the children of a node are read in groups (an operand with what
// follows it, a type with its arguments) before they are written.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"

namespace sluice::dart {

using Nodes = std::vector<RawIndex>;

bool is_type(const Shaper& s, RawIndex raw);
// `final`, `const`, `var`
bool is_word(const Shaper& s, RawIndex raw);

// An operand with its suffixes, a type with its arguments, or a node alone.
std::vector<Nodes> groups_of(const Shaper& s, const Nodes& nodes);
std::vector<Nodes> groups_of(const Shaper& s, RawIndex raw);
ByteRange range_of(const Shaper& s, const Nodes& group);

void write_group(Shaper& s, const Nodes& group, Role role);
void write_groups(Shaper& s, RawIndex raw, Role role);
// The groups of a node's children that are its field of that name.
void write_field(Shaper& s, RawIndex raw, std::string_view name, Role role);
void write_type(Shaper& s, const Nodes& group, Role role);
// A word or a part of a type.
void write_head_node(Shaper& s, RawIndex raw, Role role);

template <Kind kind, Role role_of_children>
void shape_groups(Shaper& s, RawIndex raw, Role role) {
  s.open(kind, role, raw);
  write_groups(s, raw, role_of_children);
  s.close();
}
// What is inside, in its place.
void shape_inside(Shaper& s, RawIndex raw, Role role);
void shape_binary(Shaper& s, RawIndex raw, Role role);
// `-a`, `!a`, `++a`, `a++`
void shape_unary(Shaper& s, RawIndex raw, Role role);
void shape_assignment(Shaper& s, RawIndex raw, Role role);
void shape_conditional(Shaper& s, RawIndex raw, Role role);
// `a as T`, `a is T`, `a is! T`
void shape_typed(Shaper& s, RawIndex raw, Role role);
void shape_dart_string(Shaper& s, RawIndex raw, Role role);
// `{a: 1}` is a Map, `{a}` a Set.
void shape_braces(Shaper& s, RawIndex raw, Role role);
void shape_list(Shaper& s, RawIndex raw, Role role);
void shape_pair(Shaper& s, RawIndex raw, Role role);
void shape_named_argument(Shaper& s, RawIndex raw, Role role);
// `new T<U>.name(a)`, `const T(a)`
void shape_new(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::dart
