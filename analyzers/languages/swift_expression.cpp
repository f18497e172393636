#include "analyzers/languages/swift_expression.h"

#include "analyzers/languages/operator_row.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::swift {

// --- operators where they belong ---
//
// The grammar binds `!` closer than what follows it (`!a.b()` is `(!a).b()` to it) and `==`
// looser than `&&`. So a sign before a chain is written around the whole chain, and a row of
// operators is put together again by Swift's own precedence.
namespace {

bool is_chain(const Shaper& s, RawIndex raw) { return s.is(raw, "call_expression") || s.is(raw, "navigation_expression"); }

// The first child of a node stands right behind it.
bool begins_chain(const Shaper& s, RawIndex raw) { return raw > 0 && is_chain(s, raw - 1); }

// The sign that the chain begins with; kNoRaw for none.
RawIndex find_sign(const Shaper& s, RawIndex chain) {
  RawIndex at = chain;
  while (is_chain(s, at) && !s.is_stand_in(at) && at + 1 < s.raw(at).last) ++at;
  return s.is(at, "prefix_expression") && !s.is_stand_in(at) && at != chain ? at : kNoRaw;
}

// The chain without its sign.
ByteRange range_of_chain(const Shaper& s, RawIndex chain) {
  RawIndex sign = find_sign(s, chain);
  RawIndex first = sign == kNoRaw ? chain : s.field(sign, "target");
  return {s.raw(first == kNoRaw ? chain : first).begin, s.raw(chain).end};
}

void write_chain(Shaper& s, RawIndex raw, Role role, void (*write)(Shaper&, RawIndex, Role)) {
  RawIndex sign = begins_chain(s, raw) ? kNoRaw : find_sign(s, raw);
  if (sign == kNoRaw) return write(s, raw, role);
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.text(s.field(sign, "operation")));
  write(s, raw, Role::Operand);
  s.close();
}

constexpr std::string_view kBinaryTypes[] = {
    "additive_expression",    "multiplicative_expression", "comparison_expression", "equality_expression",       "conjunction_expression",
    "disjunction_expression", "bitwise_operation",         "range_expression",      "nil_coalescing_expression"};

bool is_binary(const Shaper& s, RawIndex raw) {
  for (std::string_view type : kBinaryTypes)
    if (s.is(raw, type)) return !s.is_stand_in(raw);
  return false;
}

// As the standard library declares the groups, loosest first.
int precedence_of(std::string_view op) {
  if (op == "||") return 1;
  if (op == "&&") return 2;
  if (op == "==" || op == "!=" || op == "===" || op == "!==" || op == "<" || op == ">" || op == "<=" || op == ">=") return 3;
  if (op == "??") return 4;
  if (op == "..." || op == "..<") return 5;
  if (op == "+" || op == "-" || op == "|" || op == "^" || op.starts_with("&+") || op.starts_with("&-")) return 6;
  if (op == "<<" || op == ">>") return 8;
  return 7;
}

using Row = OperatorRow<RawIndex>;

struct RowRules {
  Shaper& s;
  int precedence(std::string_view op) const { return precedence_of(op); }
  bool binds_right(std::string_view op) const { return op == "??"; }
  ByteRange range(RawIndex operand) const { return s.range_of(operand); }
  void write(RawIndex operand, Role role) const { s.visit(operand, role); }
};

void collect_row(const Shaper& s, RawIndex raw, Row& row) {
  if (!is_binary(s, raw)) return row.operands.push_back(raw);
  RawIndex op = s.field(raw, "op");
  std::vector<RawIndex> sides;
  for (RawIndex child : s.named_children(raw))
    if (child != op) sides.push_back(child);
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (i > 0) row.operators.push_back(s.is(raw, "nil_coalescing_expression") ? std::string_view("??") : s.text(op));
    collect_row(s, sides[i], row);
  }
}

}  // namespace

void shape_operators(Shaper& s, RawIndex raw, Role role) {
  Row row;
  collect_row(s, raw, row);
  if (!row.operands.empty()) write_operator_row(s, row, 0, row.operands.size(), role, RowRules{s});
}

// --- expressions ---
namespace {

// `f(a) { b }`, `a[b]`: what follows is a suffix; a trailing closure is the last argument.
void write_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex suffix = s.child_of_type(raw, "call_suffix");
  if (suffix == kNoRaw) suffix = s.child_of_type(raw, "constructor_suffix");
  RawIndex arguments = s.child_of_type(suffix, "value_arguments");
  bool is_index = arguments != kNoRaw && s.has_token(arguments, "[");
  s.open(is_index ? Kind::Index : Kind::Call, role, range_of_chain(s, raw));
  s.visit(s.first_named(raw), is_index ? Role::Object : Role::Callee);
  if (is_index) {
    s.visit_children(arguments);
  } else if (suffix != kNoRaw) {
    s.open(Kind::Arguments, Role::Arguments, suffix);
    for (RawIndex part : s.named_children(suffix)) {
      if (s.is(part, "value_arguments")) s.visit_children(part);
      else s.visit(part, Role::Element);
    }
    s.close();
  }
  s.close();
}

}  // namespace

void shape_call(Shaper& s, RawIndex raw, Role role) { write_chain(s, raw, role, write_call); }

// `a`, `name: a`
void shape_argument(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  if (name == kNoRaw) {
    for (RawIndex child : s.named_children(raw)) s.visit(child, role);
    return;
  }
  s.open(Kind::KeywordArgument, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, child == name ? Role::Name : Role::Value);
  s.close();
}
namespace {

void write_member(Shaper& s, RawIndex raw, Role role) {
  RawIndex target = s.field(raw, "target");
  if (target == kNoRaw) target = s.first_named(raw);
  s.open(Kind::Member, role, range_of_chain(s, raw));
  s.visit(target, Role::Object);
  RawIndex suffix = s.field(raw, "suffix");
  if (s.is_stand_in(suffix)) s.visit(suffix, Role::Name);
  else if (suffix != kNoRaw) s.visit_children(suffix, Role::Name);
  s.close();
}

}  // namespace

void shape_member(Shaper& s, RawIndex raw, Role role) { write_chain(s, raw, role, write_member); }

void shape_binary(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Binary, role, raw);
  RawIndex op = s.field(raw, "op");
  s.out().set_text(id, s.text(op));
  bool is_first = true;
  for (RawIndex child : s.named_children(raw)) {
    if (child == op) continue;
    s.visit(child, is_first ? Role::Left : Role::Right);
    is_first = false;
  }
  s.close();
}

void shape_unary(Shaper& s, RawIndex raw, Role role) {
  RawIndex op = s.field(raw, "operation");
  // The sign stands around the chain already.
  if (s.is(raw, "prefix_expression") && begins_chain(s, raw)) return s.visit(s.field(raw, "target"), role);
  // `a!` is a.
  if (s.text(op) == "!" && s.is(raw, "postfix_expression")) return s.visit(s.field(raw, "target"), role);
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.text(op));
  s.visit(s.field(raw, "target"), Role::Operand);
  s.close();
}

void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, s.text(s.field(raw, "operator")));
  for (RawIndex child : s.named_children(raw))
    if (!s.has_field(child, "operator")) s.visit(child, s.has_field(child, "target") ? Role::Target : Role::Value);
  s.close();
}

// `a as? T`
void shape_cast(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Cast, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "as_operator")) continue;
    s.visit(child, s.has_field(child, "expr") ? Role::Value : Role::Type);
  }
  s.close();
}

// `[a: b]`: keys and values side by side.
void shape_dictionary(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Map, role, raw);
  for (std::size_t i = 0; i < parts.size();) {
    bool is_pair = s.has_field(parts[i], "key") && i + 1 < parts.size();
    if (!is_pair) {
      s.visit(parts[i++], Role::Element);
      continue;
    }
    s.open(Kind::Pair, Role::Element, ByteRange{s.raw(parts[i]).begin, s.raw(parts[i + 1]).end});
    s.visit(parts[i], Role::Key);
    s.visit(parts[i + 1], Role::Value);
    s.close();
    i += 2;
  }
  s.close();
}

// `(1, b: 2)`: in parentheses alone it is what is inside.
void shape_tuple(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() == 1) return s.visit(parts[0], role);
  s.open(Kind::Tuple, role, raw);
  for (RawIndex part : parts)
    if (!s.has_field(part, "name")) s.visit(part, Role::Element);
  s.close();
}

// `#"a"#`
void shape_raw_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t open = text.find('"'), close = text.rfind('"');
  s.string(raw, role, open < close ? text.substr(open + 1, close - open - 1) : std::string_view());
}

// `#selector(a)`, `#available(iOS 13, *)`
void shape_hash_call(Shaper& s, RawIndex raw, Role role) {
  std::size_t length = s.text(raw).find('(');
  if (length == std::string_view::npos) return s.leaf(Kind::Name, role, raw);
  std::uint32_t begin = s.raw(raw).begin, open = begin + static_cast<std::uint32_t>(length);
  s.open(Kind::Call, role, raw);
  s.out().leaf(Kind::Name, Role::Callee, {begin, open}, s.text(raw).substr(0, length));
  s.open(Kind::Arguments, Role::Arguments, ByteRange{open, s.raw(raw).end});
  s.visit_children(raw);
  s.close();
  s.close();
}

// `#name(a)`
void shape_macro(Shaper& s, RawIndex raw, Role role) {
  RawIndex suffix = s.child_of_type(raw, "call_suffix");
  s.open(Kind::Call, role, raw);
  s.visit(s.child_of_type(raw, "simple_identifier"), Role::Callee);
  s.visit(suffix, Role::Arguments);
  s.close();
}

void shape_arguments(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Arguments, role, raw);
  for (RawIndex part : s.named_children(raw)) {
    if (s.is(part, "value_arguments") && !s.is_stand_in(part)) s.visit_children(part);
    else s.visit(part, Role::Element);
  }
  s.close();
}

// `...a`, `a...`
void shape_open_range(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.has_token(raw, "..<") ? "..<" : "...");
  s.visit_children(raw, Role::Operand);
  s.close();
}

}  // namespace sluice::swift
