#include "analyzers/syntax/shapers.h"

#include <algorithm>

#include "analyzers/syntax/shaper.h"

namespace sluice {

bool is_metavariable(std::string_view text) {
  if (!text.starts_with('$')) return false;
  text.remove_prefix(1);
  if (text.starts_with("...")) text.remove_prefix(3);
  if (text.empty() || !((text[0] >= 'A' && text[0] <= 'Z') || text[0] == '_')) return false;
  for (char c : text)
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return true;
}

void shape_method_call(Shaper& shaper, RawIndex raw, Role role) {
  RawIndex object = shaper.field(raw, "object");
  RawIndex name = shaper.field(raw, "name");
  shaper.open(Kind::Call, role, raw);
  if (object == kNoRaw) {
    shaper.visit(name, Role::Callee);
  } else {
    shaper.open(Kind::Member, Role::Callee, {shaper.raw(object).begin, shaper.raw(name == kNoRaw ? object : name).end});
    shaper.visit(object, Role::Object);
    shaper.visit(name, Role::Name);
    shaper.close();
  }
  shaper.visit(shaper.field(raw, "arguments"), Role::Arguments);
  shaper.close();
}

void shape_string(Shaper& shaper, RawIndex raw, Role role) { shaper.string(raw, role); }

void write_path(Shaper& shaper, const std::vector<RawIndex>& all_parts, Role role) {
  // A list in the grammar becomes a nest: one that is too long is cut.
  constexpr std::size_t kLongest = 400;
  std::vector<RawIndex> parts(all_parts.begin(), all_parts.begin() + static_cast<std::ptrdiff_t>(std::min(all_parts.size(), kLongest)));
  if (parts.size() < all_parts.size()) shaper.out().mark_cut();
  if (parts.empty()) return;
  if (parts.size() == 1) return shaper.visit(parts[0], role);
  std::uint32_t begin = shaper.raw(parts[0]).begin;
  for (std::size_t i = parts.size() - 1; i > 0; --i)
    shaper.open(Kind::Member, i == parts.size() - 1 ? role : Role::Object, ByteRange{begin, shaper.raw(parts[i]).end});
  shaper.visit(parts[0], Role::Object);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    shaper.visit(parts[i], Role::Name);
    shaper.close();
  }
}

void shape_concatenated(Shaper& shaper, RawIndex raw, Role role) {
  NodeId id = shaper.open(Kind::Template, role, raw);
  shaper.out().set_text(id, "concat");
  shaper.visit_children(raw);
  shaper.close();
}

void shape_dotted(Shaper& shaper, RawIndex raw, Role role) { write_path(shaper, shaper.named_children(raw), role); }

void shape_parenthesized(Shaper& shaper, RawIndex raw, Role role) { shaper.visit_children(raw, role); }

void shape_parameters(Shaper& shaper, RawIndex raw, Role role) {
  shaper.open(Kind::Parameters, role, raw);
  for (RawIndex child : shaper.named_children(raw)) {
    bool is_bare_name = shaper.kind_of(child) == Kind::Name && !shaper.is_stand_in(child);
    if (is_bare_name) shaper.open(Kind::Parameter, Role::Element, child);
    shaper.visit(child, is_bare_name ? Role::Name : Role::Element);
    if (is_bare_name) shaper.close();
  }
  shaper.close();
}

void shape_modifiers(Shaper& shaper, RawIndex raw, Role) {
  for (RawIndex child : shaper.all_children(raw)) {
    if (shaper.raw(child).named) shaper.visit(child, Role::Attribute);
    else shaper.leaf(Kind::Modifier, Role::Modifier, child);
  }
}

void shape_infix(Shaper& shaper, RawIndex raw, Role role) {
  NodeId id = shaper.open(Kind::Binary, role, raw);
  for (RawIndex child : shaper.all_children(raw))
    if (!shaper.raw(child).named) {
      shaper.out().set_text(id, shaper.text(child));
      break;
    }
  std::vector<RawIndex> operands = shaper.named_children(raw);
  for (std::size_t i = 0; i < operands.size(); ++i) shaper.visit(operands[i], i == 0 ? Role::Left : Role::Right);
  shaper.close();
}

Role role_in_try(const Shaper& shaper, RawIndex child) {
  switch (shaper.kind_of(child)) {
    case Kind::Catch: return Role::Catch;
    case Kind::Finally: return Role::Finally;
    default: return Role::Body;
  }
}

void shape_try(Shaper& shaper, RawIndex raw, Role role) {
  shaper.open(Kind::Try, role, raw);
  for (RawIndex child : shaper.named_children(raw)) shaper.visit(child, role_in_try(shaper, child));
  shaper.close();
}

void write_block_and(Shaper& shaper, RawIndex body, const std::vector<RawIndex>& behind, Role role) {
  if (behind.empty()) return shaper.visit_block(body, role);
  shaper.open(Kind::Block, role, ByteRange{shaper.raw(body).begin, shaper.raw(behind.back()).end});
  if (shaper.kind_of(body) == Kind::Block) shaper.visit_children(body);
  else shaper.visit(body, Role::Element);
  for (RawIndex each : behind) shaper.visit(each, Role::Element);
  shaper.close();
}

namespace {

// Later stages recurse: more clauses than that stand in a row, not within each other.
constexpr std::size_t kNestedClauses = 200;

std::uint32_t end_of(const Shaper& shaper, const ElseClause& clause) {
  return shaper.raw(clause.behind.empty() ? clause.clause : clause.behind.back()).end;
}

void write_clauses_in_row(Shaper& shaper, std::span<const ElseClause> clauses) {
  shaper.open(Kind::Block, Role::Else, ByteRange{shaper.raw(clauses.front().clause).begin, end_of(shaper, clauses.back())});
  for (const ElseClause& each : clauses) {
    shaper.open(Kind::If, Role::Element, ByteRange{shaper.raw(each.clause).begin, end_of(shaper, each)});
    shaper.visit(each.condition, Role::Condition);
    write_block_and(shaper, each.body, each.behind, each.condition == kNoRaw ? Role::Else : Role::Then);
    shaper.close();
  }
  shaper.close();
}

}  // namespace

void write_else_clauses(Shaper& shaper, std::span<const ElseClause> clauses) {
  if (clauses.empty()) return;
  const ElseClause& first = clauses.front();
  if (first.condition == kNoRaw) return write_block_and(shaper, first.body, first.behind, Role::Else);
  if (clauses.size() > kNestedClauses) return write_clauses_in_row(shaper, clauses);
  ByteRange range{shaper.raw(first.clause).begin, end_of(shaper, clauses.back())};
  shaper.open(Kind::Block, Role::Else, range);
  shaper.open(Kind::If, Role::Element, range);
  shaper.visit(first.condition, Role::Condition);
  write_block_and(shaper, first.body, first.behind, Role::Then);
  write_else_clauses(shaper, clauses.subspan(1));
  shaper.close();
  shaper.close();
}

void shape_two(Shaper& shaper, RawIndex raw, Role role, Kind kind, Role first, Role second) {
  shaper.open(kind, role, raw);
  std::vector<RawIndex> children = shaper.named_children(raw);
  for (std::size_t i = 0; i < children.size(); ++i) shaper.visit(children[i], i == 0 ? first : second);
  shaper.close();
}

void shape_declaration(Shaper& shaper, RawIndex raw, Role role, std::string_view declarator) {
  std::vector<RawIndex> shared, declarators;
  for (RawIndex child : shaper.named_children(raw)) (shaper.is(child, declarator) ? declarators : shared).push_back(child);
  for (RawIndex each : declarators) {
    shaper.open(Kind::VarDef, role, declarators.size() == 1 ? raw : each);
    for (RawIndex child : shared) shaper.visit(child, shaper.field(raw, "type") == child ? Role::Type : Role::Modifier);
    shaper.visit_children(each, Role::Element);
    shaper.close();
  }
  if (declarators.empty()) {
    shaper.open(Kind::VarDef, role, raw);
    shaper.visit_children(raw, Role::Element);
    shaper.close();
  }
}

void shape_conditional(Shaper& shaper, RawIndex raw, Role role) {
  constexpr Role kRoles[] = {Role::Condition, Role::Then, Role::Else};
  std::vector<RawIndex> parts = shaper.named_children(raw);
  shaper.open(Kind::Conditional, role, raw);
  for (std::size_t i = 0; i < parts.size() && i < std::size(kRoles); ++i) shaper.visit(parts[i], kRoles[i]);
  shaper.close();
}

void shape_destructured(Shaper& shaper, RawIndex raw, Role role) {
  RawIndex type = shaper.field(raw, "type");
  shaper.open(Kind::Call, role, raw);
  shaper.visit(type, Role::Callee);
  shaper.open(Kind::Arguments, Role::Arguments, ByteRange{shaper.raw(type).end, shaper.raw(raw).end});
  for (RawIndex child : shaper.named_children(raw))
    if (child != type) shaper.visit(child, Role::Element);
  shaper.close();
  shaper.close();
}

void shape_renaming_import(Shaper& shaper, RawIndex raw, Role role) {
  RawIndex name = shaper.field(raw, "name");
  shaper.open(Kind::Import, role, raw);
  for (RawIndex child : shaper.named_children(raw))
    if (child != name) shaper.visit(child, Role::Module);
  shaper.visit(name, Role::Alias);
  shaper.close();
}

void write_cases_body(Shaper& shaper, RawIndex raw, void (*write_cases)(Shaper&, RawIndex)) {
  shaper.open(Kind::Block, Role::Body, raw);
  shaper.open(Kind::Switch, Role::Element, raw);
  write_cases(shaper, raw);
  shaper.close();
  shaper.close();
}

void shape_conditional_code(Shaper& shaper, RawIndex raw, Role role) {
  RawIndex condition = shaper.field(raw, "condition");
  RawIndex name = shaper.field(raw, "name");
  for (RawIndex child : shaper.all_children(raw)) {
    bool is_code = child != condition && child != name && (shaper.raw(child).named || shaper.raw(child).error);
    if (is_code) shaper.visit(child, role);
  }
}

}  // namespace sluice
