#include "analyzers/languages/dart_expression.h"

#include <algorithm>
#include <span>

#include "analyzers/languages/operator_row.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::dart {
namespace {

// The grammar's lists become nests: longer ones are cut, as trees that are too deep.
constexpr std::size_t kLongest = 400;

bool is_one_of(const Shaper& s, RawIndex raw, std::span<const std::string_view> types) {
  return raw != kNoRaw && std::ranges::find(types, s.type(raw)) != types.end();
}

bool is_suffix(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"selector", "cascade_section", "unconditional_assignable_selector",
                                         "conditional_assignable_selector", "argument_part"};
  return is_one_of(s, raw, kTypes);
}

bool is_operator(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"additive_operator", "multiplicative_operator", "relational_operator", "equality_operator",
                                         "shift_operator", "bitwise_operator"};
  return is_one_of(s, raw, kTypes);
}

}  // namespace

bool is_type(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"type_identifier", "type_arguments", "function_type", "void_type"};
  return is_one_of(s, raw, kTypes);
}

bool is_word(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"final_builtin", "const_builtin", "inferred_type"};
  return is_one_of(s, raw, kTypes);
}

// --- groups ---

namespace {

bool has_comma_between(const Shaper& s, RawIndex first, RawIndex second) {
  for (RawIndex at = s.raw(first).last; at < second; at = s.raw(at).last)
    if (s.text(at) == ",") return true;
  return false;
}

}  // namespace

// An operand with its suffixes, a type with its arguments, or a node alone.
std::vector<Nodes> groups_of(const Shaper& s, const Nodes& nodes) {
  std::vector<Nodes> groups;
  for (RawIndex node : nodes) {
    bool continues_type = !groups.empty() && is_type(s, node) && is_type(s, groups.back().back()) && !s.is(node, "void_type") &&
                          !has_comma_between(s, groups.back().back(), node);
    bool continues = !groups.empty() && (is_suffix(s, node) || continues_type);
    if (continues) groups.back().push_back(node);
    else groups.push_back({node});
  }
  return groups;
}

std::vector<Nodes> groups_of(const Shaper& s, RawIndex raw) { return groups_of(s, s.named_children(raw)); }

ByteRange range_of(const Shaper& s, const Nodes& group) { return {s.raw(group.front()).begin, s.raw(group.back()).end}; }

namespace {

// What follows an operand, without the nodes around it: `.b`, `[i]`, `(a)`, and `= e` of a cascade.
struct Step {
  Kind kind = Kind::Member;
  RawIndex raw = kNoRaw;  // the name, the index_selector, the argument_part
  std::uint32_t end = 0;
  Nodes value;            // of an assignment
};

void add_steps(const Shaper& s, RawIndex raw, std::vector<Step>& steps);

void add_cascade(const Shaper& s, RawIndex raw, std::vector<Step>& steps) {
  Step assignment{Kind::Assign, raw, s.raw(raw).end, {}};
  for (RawIndex child : s.named_children(raw)) {
    bool is_part = s.is(child, "cascade_selector") || is_suffix(s, child);
    if (is_part && assignment.value.empty()) add_steps(s, child, steps);
    else assignment.value.push_back(child);
  }
  if (!assignment.value.empty()) steps.push_back(std::move(assignment));
}

void add_steps(const Shaper& s, RawIndex raw, std::vector<Step>& steps) {
  if (s.is(raw, "cascade_section")) return add_cascade(s, raw, steps);
  if (s.is(raw, "argument_part")) return steps.push_back({Kind::Call, raw, s.raw(raw).end, {}});
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "identifier")) steps.push_back({Kind::Member, child, s.raw(child).end, {}});
    else if (s.is(child, "index_selector")) steps.push_back({Kind::Index, child, s.raw(child).end, {}});
    else add_steps(s, child, steps);
  }
}

}  // namespace

void write_groups(Shaper& s, RawIndex raw, Role role) {
  for (const Nodes& group : groups_of(s, raw)) write_group(s, group, role);
}

namespace {

void write_step(Shaper& s, const Step& step) {
  if (step.kind == Kind::Member) return s.visit(step.raw, Role::Name);
  if (step.kind == Kind::Index) return write_groups(s, step.raw, Role::Element);
  if (step.kind == Kind::Call) return s.visit(s.child_of_type(step.raw, "arguments"), Role::Arguments);
  for (const Nodes& group : groups_of(s, step.value)) write_group(s, group, Role::Value);
}

}  // namespace

// A word or a part of a type.
void write_head_node(Shaper& s, RawIndex raw, Role role) {
  if (s.is_stand_in(raw)) return s.visit(raw, role);
  if (!s.is(raw, "type_arguments") && !s.is(raw, "function_type")) return s.leaf(is_word(s, raw) ? Kind::Modifier : Kind::Name, role, raw);
  s.open(Kind::Type, role, raw);
  write_groups(s, raw, Role::Element);
  s.close();
}

namespace {

// `io.File`
void write_type_path(Shaper& s, const Nodes& group, Role role) {
  s.open(Kind::Member, role, range_of(s, group));
  for (std::size_t i = 0; i < group.size(); ++i) write_head_node(s, group[i], i == 0 ? Role::Object : Role::Name);
  s.close();
}

}  // namespace

void write_type(Shaper& s, const Nodes& group, Role role) {
  if (group.size() == 1) return write_head_node(s, group[0], role);
  bool is_path = std::ranges::all_of(group, [&](RawIndex part) { return s.is(part, "type_identifier"); });
  if (is_path) return write_type_path(s, group, role);
  s.open(Kind::Type, role, range_of(s, group));
  for (RawIndex part : group) write_head_node(s, part, Role::Element);
  s.close();
}

void write_group(Shaper& s, const Nodes& group, Role role) {
  if (is_type(s, group[0])) return write_type(s, group, role);
  std::vector<Step> steps;
  for (std::size_t i = 1; i < group.size(); ++i) add_steps(s, group[i], steps);
  if (steps.size() > kLongest) {
    steps.resize(kLongest);
    s.out().mark_cut();
  }
  for (std::size_t i = steps.size(); i-- > 0;) {
    NodeId id = s.open(steps[i].kind, role, ByteRange{s.raw(group[0]).begin, steps[i].end});
    if (steps[i].kind == Kind::Assign) s.out().set_text(id, "=");
    role = steps[i].kind == Kind::Call ? Role::Callee : steps[i].kind == Kind::Assign ? Role::Target : Role::Object;
  }
  s.visit(group[0], role);
  for (const Step& step : steps) {
    write_step(s, step);
    s.close();
  }
}

// The groups of a node's children that are its field of that name.
void write_field(Shaper& s, RawIndex raw, std::string_view name, Role role) {
  Nodes nodes;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, name)) nodes.push_back(child);
  for (const Nodes& group : groups_of(s, nodes)) write_group(s, group, role);
}

void shape_inside(Shaper& s, RawIndex raw, Role role) { write_groups(s, raw, role); }

// --- operators ---

namespace {

bool is_binary(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {
      "additive_expression",    "multiplicative_expression", "relational_expression",  "equality_expression",    "shift_expression",      "logical_and_expression",
      "logical_or_expression", "bitwise_and_expression",    "bitwise_or_expression", "bitwise_xor_expression", "if_null_expression"};
  return is_one_of(s, raw, kTypes) && !s.is_stand_in(raw) && !s.raw(raw).cut && !s.raw(raw).error;
}

// The grammar nests operators to the right, whatever they are: `a - b + c` is `a - (b + c)` to
// it. They are read as the row they are written in; all bind to the left.
using Row = OperatorRow<Nodes>;

struct RowRules {
  Shaper& s;
  int precedence(std::string_view op) const {
    constexpr std::string_view kLevels[] = {" ?? ", " || ", " && ", " == != ", " < > <= >= ", " | ", " ^ ", " & ", " << >> >>> ", " + - ", " * / ~/ % "};
    return precedence_in(kLevels, op);
  }
  bool binds_right(std::string_view) const { return false; }
  ByteRange range(const Nodes& operand) const { return range_of(s, operand); }
  void write(const Nodes& operand, Role role) const { write_group(s, operand, role); }
};

void collect(const Shaper& s, RawIndex raw, Row& row) {
  std::vector<std::string_view> operators;
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named || is_operator(s, child)) operators.push_back(s.text(child));
  std::size_t count = 0;
  for (Nodes& group : groups_of(s, raw)) {
    if (is_operator(s, group[0])) continue;
    if (count > 0) row.operators.push_back(count <= operators.size() ? operators[count - 1] : std::string_view());
    ++count;
    if (group.size() == 1 && is_binary(s, group[0])) collect(s, group[0], row);
    else row.operands.push_back(std::move(group));
  }
}

}  // namespace

void shape_binary(Shaper& s, RawIndex raw, Role role) {
  Row row;
  collect(s, raw, row);
  if (row.operands.empty() || row.operators.size() + 1 != row.operands.size()) return s.visit_by_table(raw, role);
  if (row.operands.size() <= kLongest) return write_operator_row(s, row, 0, row.operands.size(), role, RowRules{s});
  s.out().mark_cut();
  s.open(Kind::Binary, role, raw);
  for (const Nodes& operand : row.operands) write_group(s, operand, Role::Left);
  s.close();
}

// `-a`, `!a`, `++a`, `a++`
void shape_unary(Shaper& s, RawIndex raw, Role role) {
  Nodes operand;
  std::string_view op;
  for (RawIndex child : s.named_children(raw)) {
    bool is_op = s.is(child, "prefix_operator") || s.is(child, "postfix_operator") || s.is(child, "increment_operator") ||
                 s.is(child, "minus_operator") || s.is(child, "tilde_operator");
    if (is_op) op = s.text(child);
    else operand.push_back(child);
  }
  bool has_operator = !op.empty();
  if (has_operator) s.out().set_text(s.open(Kind::Unary, role, raw), op);
  for (const Nodes& group : groups_of(s, operand)) write_group(s, group, has_operator ? Role::Operand : role);
  if (has_operator) s.close();
}

void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, s.text(s.field(raw, "operator")));
  s.visit(s.field(raw, "left"), Role::Target);
  write_field(s, raw, "right", Role::Value);
  s.close();
}

void shape_conditional(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Conditional, role, raw);
  Nodes condition;
  for (RawIndex child : s.named_children(raw))
    if (s.raw(child).field == 0) condition.push_back(child);
  for (const Nodes& group : groups_of(s, condition)) write_group(s, group, Role::Condition);
  write_field(s, raw, "consequence", Role::Then);
  write_field(s, raw, "alternative", Role::Else);
  s.close();
}

// `a as T`, `a is T`, `a is! T`
void shape_typed(Shaper& s, RawIndex raw, Role role) {
  bool is_cast = s.is(raw, "type_cast_expression");
  NodeId id = s.open(is_cast ? Kind::Cast : Kind::Binary, role, raw);
  for (const Nodes& group : groups_of(s, raw)) {
    RawIndex test = group[0];
    if (!s.is(test, "type_cast") && !s.is(test, "type_test")) {
      write_group(s, group, is_cast ? Role::Value : Role::Left);
      continue;
    }
    if (!is_cast) s.out().set_text(id, s.text(s.child_of_type(test, "is_operator")));
    for (const Nodes& type : groups_of(s, test))
      if (is_type(s, type[0])) write_type(s, type, is_cast ? Role::Type : Role::Right);
  }
  s.close();
}

// --- literals ---

// The text between two pieces of code has no node of its own.
void shape_dart_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view whole = s.text(raw), content = string_content(whole);
  // In a pattern `"$X"` is the content of a text, not the code `$X` in one.
  bool is_hole = s.is_pattern() && is_metavariable(content);
  if (is_hole || s.child_of_type(raw, "template_substitution") == kNoRaw) return s.string(raw, role);
  auto at = s.raw(raw).begin + static_cast<std::uint32_t>(content.data() - whole.data());
  std::uint32_t end = at + static_cast<std::uint32_t>(content.size());
  auto write_text = [&](std::uint32_t begin, std::uint32_t stop) {
    if (begin >= stop) return;
    std::string_view text = whole.substr(begin - s.raw(raw).begin, stop - begin);
    s.out().leaf(s.is_pattern() && text == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, {begin, stop}, text);
  };
  s.open(Kind::Template, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (!s.is(child, "template_substitution")) continue;
    write_text(at, s.raw(child).begin);
    s.open(Kind::Interpolation, Role::Element, child);
    write_groups(s, child, Role::Value);
    s.close();
    at = s.raw(child).end;
  }
  write_text(at, end);
  s.close();
}

// `{a: 1}` is a Map, `{a}` a Set.
void shape_braces(Shaper& s, RawIndex raw, Role role) {
  std::vector<Nodes> groups = groups_of(s, raw);
  bool has_pair = std::ranges::any_of(groups, [&](const Nodes& group) { return s.is(group[0], "pair"); });
  bool is_map = groups.empty() || has_pair;
  s.open(is_map ? Kind::Map : Kind::Set, role, raw);
  for (const Nodes& group : groups)
    if (!is_type(s, group[0]) && !is_word(s, group[0])) write_group(s, group, Role::Element);
  s.close();
}

void shape_list(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Array, role, raw);
  for (const Nodes& group : groups_of(s, raw))
    if (!is_type(s, group[0]) && !is_word(s, group[0])) write_group(s, group, Role::Element);
  s.close();
}

void shape_pair(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Pair, role, raw);
  write_field(s, raw, "key", Role::Key);
  write_field(s, raw, "value", Role::Value);
  s.close();
}

void shape_named_argument(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::KeywordArgument, role, raw);
  for (const Nodes& group : groups_of(s, raw)) {
    if (s.is(group[0], "label")) s.visit_children(group[0], Role::Name);
    else write_group(s, group, Role::Value);
  }
  s.close();
}

// `new T<U>.name(a)`, `const T(a)`
void shape_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  for (const Nodes& group : groups_of(s, raw)) {
    if (is_type(s, group[0])) write_type(s, group, Role::Type);
    else if (!is_word(s, group[0])) s.visit(group[0], s.is(group[0], "arguments") ? Role::Arguments : Role::Modifier);
  }
  s.close();
}

}  // namespace sluice::dart
