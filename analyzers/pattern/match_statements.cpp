// Lists of statements: `A; ...; B` and what a statement pattern finds inside statements.
//
//   a();              // A
//   if (c) { b(); }   // B is nested in a later statement: it counts
//   d();              // what follows B in the pattern may also be out here
//
// Once a `...` was there, the rest of the list in which the sequence began is looked at as if
// nested statements stood in one row. Without it, statements must be neighbours.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {

// The body of something: all of it, until a `...` was there.
void Matcher::match_body(const Children& ps, NodeId list, Next next) {
  NodeId first = first_of_role(list, Role::Element);
  Cursor cursor{.list = list, .at = first, .after = first.valid() ? first.index : unit_.node(list).last, .must_end = true};
  match_statements(ps, 0, cursor, next);
}

// Matches ps[i...] from the cursor on.
void Matcher::match_statements(const Children& ps, std::size_t i, const Cursor& cursor, Next next) {
  if (!spend()) return;
  if (i == ps.size()) {
    if (cursor.must_end && !cursor.is_free && cursor.at.valid()) return;
    sequence_end_ = cursor.end;
    return next();
  }
  switch (node(ps[i]).kind) {
    case Kind::SequenceHole: return match_statement_run(ps, i, cursor, next);
    case Kind::Ellipsis: return match_after_ellipsis(ps, i + 1, cursor, next);
    default: break;
  }
  NodeId t = cursor.at;
  if (!t.valid()) return;
  match(ps[i], t, [&] { match_statements(ps, i + 1, behind(t, cursor), next); });
}

Matcher::Cursor Matcher::behind(NodeId t, Cursor cursor) const {
  cursor.end = unit_.node(t).end;
  cursor.at = unit_.next_sibling(t);
  const bool goes_deep = cursor.is_free && pattern_.options.go_deeper_stmt;
  cursor.after = goes_deep ? t.index + 1 : unit_.node(t).last;
  if (cursor.at.valid() || !goes_deep) return cursor;
  // In one row with what is nested, the next one may stand further out.
  auto all = index_.statements();
  auto later = std::ranges::lower_bound(all, unit_.node(t).last);
  if (later != all.end() && *later < unit_.node(cursor.list).last) cursor.at = {*later};
  return cursor;
}

std::uint32_t Matcher::end_of_list(NodeId list) const {
  NodeId last{unit_.node(list).last - 1};
  while (last.valid() && unit_.parent(last) != list) last = unit_.parent(last);
  return last.valid() ? unit_.node(last).end : unit_.node(list).end;
}

// What follows `...` is any later statement, also one nested in a later one.
void Matcher::match_after_ellipsis(const Children& ps, std::size_t i, const Cursor& cursor, Next next) {
  Cursor free = cursor;
  free.is_free = true;
  while (i < ps.size() && is_ellipsis(ps[i])) ++i;
  if (i == ps.size()) {
    // The last `...` reaches the end of the list, also from a statement nested in its last one.
    free.end = std::max(cursor.end, end_of_list(cursor.list));
    sequence_end_ = free.end;
    return next();
  }
  unless_dead_end(ps, i, cursor.list.index, cursor.after, next, [&](Next go_on) { match_later(ps, i, free, go_on); });
}

// ps[i] is any statement from the cursor on.
void Matcher::match_later(const Children& ps, std::size_t i, const Cursor& cursor, Next next) {
  // With another `...` behind, a later statement that binds nothing leads to nothing new.
  bool first_will_do = i + 1 < ps.size() && is_ellipsis(ps[i + 1]);
  bool is_done = false;
  auto all = index_.statements();
  std::uint32_t last = unit_.node(cursor.list).last;
  std::size_t bound = bindings_.list().size();
  for (auto at = std::ranges::lower_bound(all, cursor.after); at != all.end() && *at < last && !gave_up_ && !is_done; ++at) {
    NodeId t{*at};
    if (!pattern_.options.go_deeper_stmt && unit_.parent(t) != cursor.list) continue;
    if (node(ps[i]).kind == Kind::SequenceHole) {
      Cursor at_run = cursor;
      at_run.at = t;
      match_statement_run(ps, i, at_run, next);
      continue;
    }
    if (!may_match(ps[i], t)) continue;
    match(ps[i], t, [&] {
      if (is_done) return;
      is_done = first_will_do && bindings_.list().size() == bound;
      match_statements(ps, i + 1, behind(t, cursor), next);
    });
  }
}

void Matcher::match_statement_run(const Children& ps, std::size_t i, const Cursor& cursor, Next next) {
  Children run;
  Cursor at = cursor;
  while (!gave_up_) {
    bind_run(node(ps[i]), run, 0, run.size(), [&] { match_statements(ps, i + 1, at, next); });
    if (!at.at.valid()) return;
    run.push_back(at.at.index);
    NodeId t = at.at;
    at.at = unit_.next_sibling(t);
    at.after = unit_.node(t).last;
    at.end = unit_.node(t).end;
  }
}

// `foo($X);` is a statement that does it, also `x = foo(1);` and `return bar(foo(1));`.
void Matcher::match_statement(const PatternNode& pattern, NodeId t, Next next) {
  Kind kind = unit_.node(t).kind;
  bool is_statement = kind == Kind::ExprStmt || kind == Kind::VarDef || kind == Kind::Return || kind == Kind::Throw;
  const auto* value = group_of(pattern, Role::Value);
  if (!value) {
    if (kind == Kind::ExprStmt && unit_.node(t).text == pattern.name) match_children(pattern, t, next);
    return;
  }
  std::uint32_t inner = value->children[0];
  if (!is_statement) return match(inner, t, next);  // languages whose blocks hold expressions
  if (kind == Kind::VarDef) match(inner, t, next);
  bool goes_deep = node(inner).kind != Kind::Name && node(inner).kind != Kind::DeepEllipsis && pattern_.options.implicit_deep_exprstmt;
  for (NodeId child : unit_.children(t)) {
    if (unit_.node(child).role != Role::Value) continue;
    if (goes_deep) match_within(inner, child, next);
    else if (kind == Kind::ExprStmt || node(inner).kind == Kind::DeepEllipsis) match(inner, child, next);
  }
}

// Through what evaluates its parts always: arguments, receivers, assigned values.
void Matcher::match_within(std::uint32_t p, NodeId t, Next next) {
  match(p, t, next);
  bool may_stop = false;  // behind its left side
  switch (unit_.node(t).kind) {
    case Kind::Binary: {
      std::string_view op = unit_.text(t);
      may_stop = op == "&&" || op == "||" || op == "and" || op == "or" || op == "??" || op == "?:";
      break;
    }
    case Kind::Call: case Kind::New: case Kind::Arguments: case Kind::Assign: case Kind::Await: case Kind::Array:
    case Kind::Tuple: case Kind::Member: case Kind::Index: case Kind::KeywordArgument: case Kind::Cast: case Kind::Spread:
    case Kind::Unary: case Kind::Yield: case Kind::Map: case Kind::Pair:
      break;
    default: return;
  }
  for (NodeId child : unit_.children(t)) {
    Role role = unit_.node(child).role;
    bool is_part = role != Role::Name && role != Role::Target && role != Role::Type && (role != Role::Body || unit_.node(child).kind == Kind::Map);
    if (may_stop) is_part = role == Role::Left;
    if (is_part && !gave_up_) match_within(p, child, next);
  }
}

// `x => e` against `(x) => { return e; }` or `{ ... }`.
void Matcher::match_expression_body(const PatternNode& block, NodeId t, Next next) {
  bool is_body = unit_.node(t).role == Role::Body && unit_.node(unit_.parent(t)).kind == Kind::Lambda;
  const auto* elements = group_of(block, Role::Element);
  if (!is_body || !elements) return;
  std::uint32_t only = UINT32_MAX;
  for (std::uint32_t p : elements->children) {
    if (is_ellipsis(p)) continue;
    if (only != UINT32_MAX) return;
    only = p;
  }
  if (only == UINT32_MAX) return next();
  const PatternNode& statement = node(only);
  if (statement.kind == Kind::Hole) return match(only, t, next);
  const auto* value = group_of(statement, Role::Value);
  if (!value || (statement.kind != Kind::Return && statement.kind != Kind::ExprStmt)) return;
  if (statement.kind == Kind::Return) return match(value->children[0], t, next);
  match_within(value->children[0], t, next);
}

// The other way round: `(x) => { return e; }` against `x => e`.
void Matcher::match_return_body(std::uint32_t p, NodeId block, Next next) {
  bool is_body = unit_.node(block).role == Role::Body && unit_.node(unit_.parent(block)).kind == Kind::Lambda;
  NodeId only = unit_.first_child(block);
  if (!is_body || !only.valid() || unit_.next_sibling(only).valid() || unit_.node(only).kind != Kind::Return) return;
  if (NodeId value = unit_.child(only, Role::Value); value.valid()) match(p, value, next);
}

// A statement whose value the function or lambda around it gives back without saying `return`:
// the last of a body, also in the branches that it ends with; an expression instead of a body.
bool Matcher::is_returned(NodeId t) const {
  bool is_kept = same_.last_value == LastValue::ReturnedWithoutSemicolon && !unit_.code(t).ends_with(';');
  bool ends_bodies = same_.last_value == LastValue::Returned || is_kept;
  for (NodeId at = t; !unit_.next_sibling(at).valid();) {
    NodeId list = unit_.parent(at);
    NodeId owner = list.valid() ? unit_.parent(list) : NodeId{};
    if (!owner.valid() || (unit_.node(list).kind != Kind::Block && unit_.node(list).kind != Kind::Case)) return false;
    Kind kind = unit_.node(owner).kind;
    if (kind == Kind::Function || kind == Kind::Lambda) {
      // An assignment is no value in Kotlin.
      bool is_whole = unit_.node(list).begin == unit_.node(at).begin && unit_.node(list).end == unit_.node(at).end;
      NodeId value = unit_.child(t, Role::Value);
      bool is_instead = is_whole && same_.has_bracketed_bodies && unit_.node(value).kind != Kind::Assign;
      return unit_.node(list).role == Role::Body && (ends_bodies || is_instead);
    }
    if (kind != Kind::If && kind != Kind::Switch && kind != Kind::Block && kind != Kind::Try && kind != Kind::Catch) return false;
    if (!ends_bodies) return false;
    // From a branch on to the whole of it; the other branches do not matter.
    at = kind == Kind::Catch ? unit_.parent(owner) : owner;
    if (unit_.node(at).role != Role::Element) at = unit_.parent(at);
  }
  return false;
}

// `return $X` against what is returned without a word.
void Matcher::match_implicit_return(const PatternNode& pattern, NodeId t, Next next) {
  const auto* asked = group_of(pattern, Role::Value);
  if (!asked || !pattern_.options.implicit_return) return;
  const Node& target = unit_.node(t);
  if (target.kind == Kind::ExprStmt) {
    NodeId value = unit_.child(t, Role::Value);
    bool is_answer = value.valid() && is_returned(t);
    return is_answer ? match(asked->children[0], value, next) : void();
  }
  bool is_body = target.role == Role::Body && target.kind != Kind::Block && unit_.node(unit_.parent(t)).kind == Kind::Lambda;
  if (is_body) match(asked->children[0], t, next);
}

}  // namespace sluice
