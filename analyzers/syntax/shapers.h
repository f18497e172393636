// analyzers/syntax/shapers.h - shaper functions that several languages share.
//
// Each is the `shape` of a NodeShape (analyzers/languages/definition.h).
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/languages/definition.h"

namespace sluice {

// `$X`, `$_`, `$...X`: a metavariable of the rule language, and nothing else.
bool is_metavariable(std::string_view text);

// Call(Member(object, name), Arguments) from one node with fields object?, name, arguments.
void shape_method_call(Shaper& shaper, RawIndex raw, Role role);
// String or Template (Shaper::string).
void shape_string(Shaper& shaper, RawIndex raw, Role role);
// `a.b.c` from its parts, which have no nodes for `a.b`: Member(Member(a, b), c). One part is
// itself. All begin where the first part does.
void write_path(Shaper& shaper, const std::vector<RawIndex>& parts, Role role);
// `"a" "b"`: a Template of the parts, with the text `concat`.
void shape_concatenated(Shaper& shaper, RawIndex raw, Role role);
// `a.b.c` as one node with the names as children: Member(Member(a, b), c).
void shape_dotted(Shaper& shaper, RawIndex raw, Role role);
// A parenthesized expression: what is inside, in its place.
void shape_parenthesized(Shaper& shaper, RawIndex raw, Role role);
// Parameters: a bare name among them becomes a Parameter(Name), as if it had a type.
void shape_parameters(Shaper& shaper, RawIndex raw, Role role);
// A node of modifiers: each token a Modifier, each annotation an Attribute.
void shape_modifiers(Shaper& shaper, RawIndex raw, Role role);
// Binary(Left, Right) of a node whose operands have no fields.
void shape_infix(Shaper& shaper, RawIndex raw, Role role);
// Try(Body, Catch*, Finally?) of a node with these as children: what each is follows from the
// kind that the table gives it.
void shape_try(Shaper& shaper, RawIndex raw, Role role);
// The role of one such child: Catch, Finally or Body.
Role role_in_try(const Shaper& shaper, RawIndex child);
// A body as a Block, and in it what stands behind it, which the grammar leaves to the
// statement around.
void write_block_and(Shaper& shaper, RawIndex body, const std::vector<RawIndex>& behind, Role role);
// One of the clauses that follow the first branch of an If.
struct ElseClause {
  RawIndex clause = kNoRaw;
  RawIndex condition = kNoRaw;  // kNoRaw: the last `else`
  RawIndex body = kNoRaw;
  std::vector<RawIndex> behind{};  // what stands behind the body and belongs to it (PHP's HTML)
};
// `elif c: ...`, `else: ...`: each `elif` is an If inside the Else before it, and what follows
// belongs to it.
void write_else_clauses(Shaper& shaper, std::span<const ElseClause> clauses);
// Pair-like nodes without fields: the first child gets one role, the last the other.
void shape_two(Shaper& shaper, RawIndex raw, Role role, Kind kind, Role first, Role second);
// `c ? a : b` of a node whose three operands have no fields.
void shape_conditional(Shaper& shaper, RawIndex raw, Role role);
// `Some(a)` to be matched looks like the call that makes it: the field `type` is called, the other
// children are its arguments.
void shape_destructured(Shaper& shaper, RawIndex raw, Role role);
// `using X = A.B;`: the field `name` is the Import's Alias, the other children are its Module.
void shape_renaming_import(Shaper& shaper, RawIndex raw, Role role);
// The body of a function that is nothing but a match of what it gets: Block(Switch(cases)).
void write_cases_body(Shaper& shaper, RawIndex raw, void (*write_cases)(Shaper&, RawIndex));
// `#if c ... #else ... #endif`: the branches one after the other, without condition and name.
void shape_conditional_code(Shaper& shaper, RawIndex raw, Role role);
// One VarDef for each child of type `declarator` (fields name, value), each with
// the declaration's modifiers, attributes and type. A single one has the range of
// the whole declaration.
void shape_declaration(Shaper& shaper, RawIndex raw, Role role, std::string_view declarator);

}  // namespace sluice
