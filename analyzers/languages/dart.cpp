// Dart 2, grammar tree-sitter-dart: 3's records, patterns and class modifiers are not in it.
//
// The grammar nests little: in `a.b(c)` the `.b` and the `(c)` stand beside `a`, in whatever node
// the expression is part of, and a function's body beside its head. So the children of a node are
// read in groups (an operand with what follows it, a type with its arguments) before they are written.
#include <algorithm>
#include <span>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_dart();

namespace sluice {
namespace {

using Nodes = std::vector<RawIndex>;

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
bool is_type(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"type_identifier", "type_arguments", "function_type", "void_type"};
  return is_one_of(s, raw, kTypes);
}
bool is_word(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"final_builtin", "const_builtin", "inferred_type"};
  return is_one_of(s, raw, kTypes);
}
bool is_operator(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {"additive_operator", "multiplicative_operator", "relational_operator", "equality_operator",
                                         "shift_operator", "bitwise_operator"};
  return is_one_of(s, raw, kTypes);
}
bool is_annotation(const Shaper& s, RawIndex raw) { return s.is(raw, "annotation") || s.is(raw, "marker_annotation"); }

// The node behind a subtree: its next sibling, or one of an ancestor; kNoRaw at the end.
RawIndex behind(const Shaper& s, RawIndex raw) { return s.raw(raw).last < s.raw(0).last ? s.raw(raw).last : kNoRaw; }

// --- groups ---

bool has_comma_between(const Shaper& s, RawIndex first, RawIndex second) {
  for (RawIndex at = s.raw(first).last; at < second; at = s.raw(at).last)
    if (s.text(at) == ",") return true;
  return false;
}

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

void write_group(Shaper& s, const Nodes& group, Role role);

void write_groups(Shaper& s, RawIndex raw, Role role) {
  for (const Nodes& group : groups_of(s, raw)) write_group(s, group, role);
}

void write_step(Shaper& s, const Step& step) {
  if (step.kind == Kind::Member) return s.visit(step.raw, Role::Name);
  if (step.kind == Kind::Index) return write_groups(s, step.raw, Role::Element);
  if (step.kind == Kind::Call) return s.visit(s.child_of_type(step.raw, "arguments"), Role::Arguments);
  for (const Nodes& group : groups_of(s, step.value)) write_group(s, group, Role::Value);
}

// A word or a part of a type.
void write_head_node(Shaper& s, RawIndex raw, Role role) {
  if (s.is_placeholder(raw)) return s.visit(raw, role);
  if (!s.is(raw, "type_arguments") && !s.is(raw, "function_type")) return s.leaf(is_word(s, raw) ? Kind::Modifier : Kind::Name, role, raw);
  s.open(Kind::Type, role, raw);
  write_groups(s, raw, Role::Element);
  s.close();
}

// `io.File`
void write_type_path(Shaper& s, const Nodes& group, Role role) {
  s.open(Kind::Member, role, range_of(s, group));
  for (std::size_t i = 0; i < group.size(); ++i) write_head_node(s, group[i], i == 0 ? Role::Object : Role::Name);
  s.close();
}

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

template <Kind kind, Role role_of_children>
void shape_groups(Shaper& s, RawIndex raw, Role role) {
  s.open(kind, role, raw);
  write_groups(s, raw, role_of_children);
  s.close();
}

void shape_inside(Shaper& s, RawIndex raw, Role role) { write_groups(s, raw, role); }

// --- operators ---

bool is_binary(const Shaper& s, RawIndex raw) {
  constexpr std::string_view kTypes[] = {
      "additive_expression",    "multiplicative_expression", "relational_expression",  "equality_expression",    "shift_expression",      "logical_and_expression",
      "logical_or_expression", "bitwise_and_expression",    "bitwise_or_expression", "bitwise_xor_expression", "if_null_expression"};
  return is_one_of(s, raw, kTypes) && !s.is_placeholder(raw) && !s.raw(raw).cut && !s.raw(raw).error;
}

int precedence_of(std::string_view op) {
  constexpr std::string_view kLevels[] = {" ?? ", " || ", " && ", " == != ", " < > <= >= ", " | ", " ^ ", " & ", " << >> >>> ", " + - ", " * / ~/ % "};
  std::string word = " " + std::string(op) + " ";
  for (std::size_t i = 0; i < std::size(kLevels); ++i)
    if (kLevels[i].find(word) != std::string_view::npos) return static_cast<int>(i);
  return 0;
}

// The grammar nests operators to the right, whatever they are: `a - b + c` is `a - (b + c)` to
// it. They are read as the row they are written in.
struct Row {
  std::vector<Nodes> operands;
  std::vector<std::string_view> operators;  // between them
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

void write_row(Shaper& s, const Row& row, std::size_t begin, std::size_t end, Role role) {
  if (end - begin == 1) return write_group(s, row.operands[begin], role);
  // The last of the loosest is the outermost: all bind to the left.
  std::size_t split = begin;
  for (std::size_t i = begin; i + 1 < end; ++i)
    if (precedence_of(row.operators[i]) <= precedence_of(row.operators[split])) split = i;
  NodeId id = s.open(Kind::Binary, role, ByteRange{range_of(s, row.operands[begin]).begin, range_of(s, row.operands[end - 1]).end});
  s.out().set_text(id, row.operators[split]);
  write_row(s, row, begin, split + 1, Role::Left);
  write_row(s, row, split + 1, end, Role::Right);
  s.close();
}

void shape_binary(Shaper& s, RawIndex raw, Role role) {
  Row row;
  collect(s, raw, row);
  if (row.operands.empty() || row.operators.size() + 1 != row.operands.size()) return s.visit_by_table(raw, role);
  if (row.operands.size() <= kLongest) return write_row(s, row, 0, row.operands.size(), role);
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
  if (s.child_of_type(raw, "template_substitution") == kNoRaw) return s.string(raw, role);
  std::string_view whole = s.text(raw), content = string_content(whole);
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

// --- statements ---

// `for (var i = 0; ...)`, `for (final x in xs)`
void shape_for(Shaper& s, RawIndex raw, Role role) {
  RawIndex parts = s.child_of_type(raw, "for_loop_parts");
  bool is_each = parts != kNoRaw && s.has_token(parts, "in");
  NodeId loop = s.open(is_each ? Kind::ForEach : Kind::For, role, raw);
  if (is_each) {
    for (RawIndex child : s.named_children(parts))
      if (s.is(child, "type_identifier")) s.visit(child, Role::Type);
    RawIndex name = s.field(parts, "name");
    s.visit(name == kNoRaw ? s.child_of_type(parts, "identifier") : name, Role::Target);
    write_field(s, parts, "value", Role::Value);
  } else if (s.is_placeholder(s.first_named(parts))) {
    s.visit(s.first_named(parts), Role::Init);
  } else {
    write_field(s, parts, "init", Role::Init);
    write_field(s, parts, "condition", Role::Condition);
    write_field(s, parts, "update", Role::Update);
  }
  RawIndex body = s.field(raw, "body");
  if (s.is(raw, "for_statement")) s.visit_block(body, Role::Body);
  else write_field(s, raw, "body", Role::Body);
  if (!is_each) s.complete_loop_header(loop);
  s.close();
}

// `try { } on T catch (e, s) { } finally { }`: a clause is its type, its names and its block.
void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  s.visit(s.field(raw, "body"), Role::Body);
  Nodes clause;
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "body")) continue;
    if (s.is(child, "finally_clause")) {
      s.visit(child, Role::Finally);
      continue;
    }
    clause.push_back(child);
    if (!s.is(child, "block")) continue;
    s.open(Kind::Catch, Role::Catch, range_of(s, clause));
    for (const Nodes& group : groups_of(s, clause)) {
      if (is_type(s, group[0])) write_type(s, group, Role::Type);
      else if (s.is(group[0], "catch_clause")) s.visit_children(s.child_of_type(group[0], "catch_parameters"), Role::Name);
      else s.visit(group[0], Role::Body);
    }
    s.close();
    clause.clear();
  }
  s.close();
}

// Labels and statements stand one after the other.
void shape_switch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Switch, role, raw);
  s.visit(s.field(raw, "condition"), Role::Value);
  Nodes cases;
  if (RawIndex body = s.field(raw, "body"); body != kNoRaw) cases = s.named_children(body);
  bool is_open = false;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!s.is(cases[i], "switch_label")) {
      s.visit_statement(cases[i], Role::Element);
      continue;
    }
    if (is_open) s.close();
    std::size_t last = i;
    while (last + 1 < cases.size() && !s.is(cases[last + 1], "switch_label")) ++last;
    s.open(Kind::Case, Role::Element, ByteRange{s.raw(cases[i]).begin, s.raw(cases[last]).end});
    for (const Nodes& group : groups_of(s, cases[i]))
      if (!s.is(group[0], "case_builtin")) write_group(s, group, Role::Label);
    is_open = true;
  }
  if (is_open) s.close();
  s.close();
}

void shape_assertion(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.child_of_type(raw, "assertion_arguments");
  s.open(Kind::Call, role, raw);
  s.out().leaf(Kind::Name, Role::Callee, {s.raw(raw).begin, s.raw(raw).begin + 6}, "assert");
  s.open(Kind::Arguments, Role::Arguments, arguments);
  write_groups(s, arguments, Role::Element);
  s.close();
  s.close();
}

// --- definitions ---

// The words and the type of a declaration.
void write_head(Shaper& s, const Nodes& head) {
  for (const Nodes& group : groups_of(s, head)) {
    if (is_annotation(s, group[0])) s.visit(group[0], Role::Attribute);
    else if (is_word(s, group[0])) s.leaf(Kind::Modifier, Role::Modifier, group[0]);
    else write_type(s, group, Role::Type);
  }
}

// `x = e` of a list: a VarDef with what the list begins with.
void write_declared(Shaper& s, RawIndex raw, ByteRange range, Role role, const Nodes& head) {
  s.open(Kind::VarDef, role, range);
  write_head(s, head);
  std::vector<Nodes> groups = groups_of(s, raw);
  for (std::size_t i = 0; i < groups.size(); ++i) write_group(s, groups[i], i == 0 ? Role::Name : Role::Value);
  s.close();
}

void write_list(Shaper& s, RawIndex list, Role role, const Nodes& head, RawIndex whole) {
  Nodes names = s.named_children(list);
  ByteRange range = s.range_of(list);
  if (!head.empty()) range.begin = s.raw(head.front()).begin;
  if (whole != kNoRaw) range = s.range_of(whole);
  for (RawIndex name : names) write_declared(s, name, names.size() == 1 ? range : s.range_of(name), role, head);
}

bool is_name_list(const Shaper& s, RawIndex raw) {
  return s.is(raw, "initialized_identifier_list") || s.is(raw, "static_final_declaration_list") || s.is(raw, "identifier_list");
}

// `final T x = e, y;` in a function: the first is in the definition, the others in lists.
void shape_variables(Shaper& s, RawIndex raw, Role role) {
  RawIndex definition = s.child_of_type(raw, "initialized_variable_definition");
  Nodes head, others;
  for (RawIndex child : s.named_children(definition)) {
    if (s.is(child, "initialized_identifier")) others.push_back(child);
    else if (s.raw(child).field == 0) head.push_back(child);
  }
  s.open(Kind::VarDef, role, raw);
  write_head(s, head);
  s.visit(s.field(definition, "name"), Role::Name);
  write_field(s, definition, "value", Role::Value);
  s.close();
  for (RawIndex other : others) write_declared(s, other, s.range_of(other), role, head);
}

// At the top of a file the words, the type and the names of a declaration are children of the
// program: the first of them writes all.
enum class Place : std::uint8_t { First, Later, Inside };
Place place_in_declaration(const Shaper& s, RawIndex raw) {
  RawIndex before = kNoRaw;
  for (RawIndex child : s.named_children(0)) {
    bool is_later = before != kNoRaw && (is_word(s, before) || is_type(s, before));
    if (child == raw) return is_later ? Place::Later : Place::First;
    before = child;
  }
  return Place::Inside;
}

// A word or a type, or the whole declaration that begins with it.
void shape_head(Shaper& s, RawIndex raw, Role role) {
  Nodes head;
  RawIndex at = raw;
  for (; at != kNoRaw && (is_word(s, at) || is_type(s, at)); at = behind(s, at)) head.push_back(at);
  bool may_declare = role == Role::Element && at != kNoRaw && is_name_list(s, at);
  Place place = may_declare ? place_in_declaration(s, raw) : Place::Inside;
  if (place == Place::First) return write_list(s, at, role, head, kNoRaw);
  if (place == Place::Later) return;
  write_head_node(s, raw, role);
}

void shape_list_of_names(Shaper&, RawIndex, Role) {}  // written by what it follows

void write_body(Shaper& s, RawIndex raw) {
  if (raw == kNoRaw) return;
  RawIndex block = s.child_of_type(raw, "block");
  if (block != kNoRaw) return s.visit(block, Role::Body);
  s.open(Kind::Block, Role::Body, raw);
  for (const Nodes& group : groups_of(s, raw)) {
    s.open(Kind::ExprStmt, Role::Element, range_of(s, group));
    write_group(s, group, Role::Value);
    s.close();
  }
  s.close();
}

void write_signature(Shaper& s, RawIndex signature) {
  bool has_name = s.field(signature, "name") != kNoRaw;
  Nodes names;  // `A.named` of a constructor
  for (RawIndex child : s.named_children(signature))
    if (s.is(child, "identifier") && (!has_name || s.has_field(child, "name"))) names.push_back(child);
  write_path(s, names, Role::Name);
  for (const Nodes& group : groups_of(s, signature)) {
    RawIndex first = group[0];
    if (is_type(s, first)) write_type(s, group, Role::ReturnType);
    else if (s.is(first, "formal_parameter_list")) s.visit(first, Role::Parameters);
    else if (s.is(first, "identifier")) continue;
    else if (s.is(first, "qualified")) s.visit(first, Role::Name);
    else if (s.is(first, "initializers") || s.is(first, "redirection")) s.visit(first, Role::Init);
    else if (s.is(first, "binary_operator")) s.leaf(Kind::Name, Role::Name, first);
    else if (!is_word(s, first)) write_signature(s, first);
  }
}

// A head with the body behind it.
void write_function(Shaper& s, RawIndex signature, RawIndex body, Role role, const Nodes& annotations) {
  std::uint32_t begin = s.raw(annotations.empty() ? signature : annotations.front()).begin;
  s.open(Kind::Function, role, ByteRange{begin, s.raw(body == kNoRaw ? signature : body).end});
  for (RawIndex annotation : annotations) s.visit(annotation, Role::Attribute);
  for (RawIndex child : s.all_children(signature))
    if (!s.raw(child).named && s.text(child) == "static") s.leaf(Kind::Modifier, Role::Modifier, child);
  write_signature(s, signature);
  write_body(s, body);
  s.close();
}

// A function at the top of a file, or in one; its body is what follows.
void shape_signature(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = behind(s, raw);
  write_function(s, raw, s.is(body, "function_body") ? body : kNoRaw, role, {});
}

void shape_body(Shaper&, RawIndex, Role) {}  // written by the head before it

void shape_local_function(Shaper& s, RawIndex raw, Role role) {
  RawIndex lambda = s.child_of_type(raw, "lambda_expression");
  Nodes annotations;
  for (RawIndex child : s.named_children(raw))
    if (is_annotation(s, child)) annotations.push_back(child);
  write_function(s, s.field(lambda, "parameters"), s.field(lambda, "body"), role, annotations);
}

void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  s.visit(s.field(raw, "parameters"), Role::Parameters);
  write_body(s, s.field(raw, "body"));
  s.close();
}

// Fields, constructors and methods without a body.
void write_member(Shaper& s, RawIndex raw, Role role, const Nodes& annotations) {
  Nodes head = annotations;
  RawIndex list = kNoRaw;
  for (RawIndex child : s.named_children(raw)) {
    if (is_name_list(s, child)) list = child;
    else if (is_word(s, child) || is_type(s, child)) head.push_back(child);
  }
  if (list != kNoRaw) write_list(s, list, role, head, raw);
  else write_function(s, raw, kNoRaw, role, annotations);
}

void shape_class_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  Nodes annotations, members = s.named_children(raw);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_annotation(s, members[i]) && !s.is_placeholder(members[i])) {
      annotations.push_back(members[i]);
      continue;
    }
    bool has_body = i + 1 < members.size() && s.is(members[i + 1], "function_body");
    if (s.is_placeholder(members[i])) s.visit(members[i], Role::Element);
    else if (s.is(members[i], "method_signature")) write_function(s, members[i], has_body ? members[i + 1] : kNoRaw, Role::Element, annotations);
    else if (s.is(members[i], "declaration")) write_member(s, members[i], Role::Element, annotations);
    else s.visit(members[i], Role::Element);
    annotations.clear();
  }
  s.close();
}

void shape_member(Shaper& s, RawIndex raw, Role role) { write_member(s, raw, role, {}); }

void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, s.is(raw, "class_definition") ? "class" : s.is(raw, "enum_declaration") ? "enum" : s.is(raw, "mixin_declaration") ? "mixin" : "extension");
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named && s.text(child) == "abstract") s.leaf(Kind::Modifier, Role::Modifier, child);
  for (const Nodes& group : groups_of(s, raw)) {
    if (is_type(s, group[0])) write_type(s, group, Role::Parent);
    else if (is_annotation(s, group[0])) s.visit(group[0], Role::Attribute);
    else if (s.is(group[0], "identifier")) s.visit(group[0], Role::Name);
    else if (s.is(group[0], "type_parameters")) s.visit(group[0], Role::TypeParameter);
    else s.visit(group[0], s.is(group[0], "class_body") || s.has_field(group[0], "body") ? Role::Body : Role::Parent);
  }
  s.close();
}

void shape_parents(Shaper& s, RawIndex raw, Role) { write_groups(s, raw, Role::Parent); }

// `T x`, `this.x`, `required T x`, `T f(int)`; a default stands behind it, beside it.
void write_parameter(Shaper& s, RawIndex raw, const Nodes& value) {
  std::uint32_t end = s.raw(value.empty() ? raw : value.back()).end;
  s.open(Kind::Parameter, Role::Element, ByteRange{s.raw(raw).begin, end});
  RawIndex inner = s.child_of_type(raw, "constructor_param");
  if (inner == kNoRaw) inner = s.child_of_type(raw, "super_formal_parameter");
  RawIndex holder = inner == kNoRaw ? raw : inner;
  for (const Nodes& group : groups_of(s, holder)) {
    RawIndex first = group[0];
    if (is_annotation(s, first)) s.visit(first, Role::Attribute);
    else if (is_word(s, first) || s.is(first, "this") || s.is(first, "super")) s.leaf(Kind::Modifier, Role::Modifier, first);
    else if (is_type(s, first)) write_type(s, group, Role::Type);
    else if (s.is(first, "identifier")) s.visit(first, Role::Name);
    else s.visit(first, Role::Modifier);
  }
  for (const Nodes& group : groups_of(s, value)) write_group(s, group, Role::Value);
  s.close();
}

void write_parameters(Shaper& s, RawIndex raw) {
  Nodes nodes = s.named_children(raw);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (s.is(nodes[i], "optional_formal_parameters") && !s.is_placeholder(nodes[i])) {
      write_parameters(s, nodes[i]);
      continue;
    }
    if (!s.is(nodes[i], "formal_parameter") || s.is_placeholder(nodes[i])) {
      s.visit(nodes[i], Role::Element);
      continue;
    }
    Nodes value;
    RawIndex parameter = nodes[i];
    while (i + 1 < nodes.size() && !s.is(nodes[i + 1], "formal_parameter") && !s.is(nodes[i + 1], "optional_formal_parameters")) value.push_back(nodes[++i]);
    write_parameter(s, parameter, value);
  }
}

void shape_parameter_list(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  write_parameters(s, raw);
  s.close();
}

// `import 'a' as b show c, d;`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "identifier")) s.visit(child, Role::Alias);
    else if (!s.is(child, "combinator")) s.visit(child, Role::Module);
    else if (s.has_token(child, "show"))
      for (RawIndex name : s.named_children(child)) {
        s.open(Kind::ImportedName, Role::Element, name);
        s.visit(name, Role::Name);
        s.close();
      }
  }
  s.close();
}

// `super(x)`, `y = 2` behind a constructor's head.
void shape_initializer(Shaper& s, RawIndex raw, Role) {
  for (const Nodes& group : groups_of(s, raw)) {
    bool is_super = s.is(group[0], "arguments");
    if (!is_super) {
      write_group(s, group, Role::Init);
      continue;
    }
    s.open(Kind::Call, Role::Init, raw);
    s.out().leaf(Kind::Name, Role::Callee, {s.raw(raw).begin, s.raw(raw).begin + 5}, "super");
    s.visit(group[0], Role::Arguments);
    s.close();
  }
}

// `: this.named(x)`
void shape_redirection(Shaper& s, RawIndex raw, Role role) {
  Nodes path;
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "arguments")) path.push_back(child);
  s.open(Kind::Call, role, raw);
  write_path(s, path, Role::Callee);
  s.visit(s.child_of_type(raw, "arguments"), Role::Arguments);
  s.close();
}

// `String text` of a function's type
void shape_typed_name(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  for (const Nodes& group : groups_of(s, raw)) write_group(s, group, is_type(s, group[0]) ? Role::Type : Role::Name);
  s.close();
}

void shape_field_initializer(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, "=");
  bool is_named = false;
  for (const Nodes& group : groups_of(s, raw)) {
    if (s.is(group[0], "this")) continue;
    write_group(s, group, is_named ? Role::Value : Role::Target);
    is_named = true;
  }
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "identifier_dollar_escaped", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .shape = shape_head},
    {.type = "void_type", .shape = shape_head},
    {.type = "type_arguments", .shape = shape_head},
    {.type = "function_type", .shape = shape_head},
    {.type = "inferred_type", .shape = shape_head},
    {.type = "final_builtin", .shape = shape_head},
    {.type = "const_builtin", .shape = shape_head},
    {.type = "parameter_type_list", .kind = Kind::Parameters},
    {.type = "normal_parameter_type", .make = Make::Splice},
    {.type = "typed_identifier", .kind = Kind::Parameter, .shape = shape_typed_name},
    {.type = "type_parameters", .make = Make::Splice, .rest = Role::TypeParameter},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "type_bound", .kind = Kind::Type, .shape = shape_groups<Kind::Type, Role::Element>},
    {.type = "scoped_identifier", .kind = Kind::Member, .fields = {{{"scope", Role::Object}, {"name", Role::Name}}}},
    {.type = "qualified", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "dotted_identifier_list", .kind = Kind::Member, .shape = shape_dotted},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = shape_dart_string},
    {.type = "decimal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hex_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "decimal_floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "symbol_literal", .kind = Kind::Symbol, .make = Make::Leaf},
    {.type = "list_literal", .kind = Kind::Array, .shape = shape_list},
    {.type = "set_or_map_literal", .kind = Kind::Map, .shape = shape_braces},
    {.type = "pair", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "spread_element", .kind = Kind::Spread, .shape = shape_groups<Kind::Spread, Role::Value>},
    {.type = "if_element", .kind = Kind::Comprehension, .shape = shape_groups<Kind::Comprehension, Role::Element>},
    {.type = "for_element", .kind = Kind::For, .shape = shape_for},
    // Expressions
    {.type = "parenthesized_expression", .make = Make::Splice, .shape = shape_inside},
    {.type = "assignable_expression", .make = Make::Splice, .shape = shape_inside},
    {.type = "argument", .make = Make::Splice, .shape = shape_inside},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "named_argument", .kind = Kind::KeywordArgument, .shape = shape_named_argument},
    {.type = "additive_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "multiplicative_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "relational_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "equality_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "shift_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "logical_and_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "logical_or_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "bitwise_and_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "bitwise_or_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "bitwise_xor_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "if_null_expression", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "unary_expression", .kind = Kind::Unary, .shape = shape_unary},
    {.type = "postfix_expression", .kind = Kind::Unary, .shape = shape_unary},
    {.type = "await_expression", .kind = Kind::Await, .shape = shape_groups<Kind::Await, Role::Value>},
    {.type = "throw_expression", .kind = Kind::Throw, .shape = shape_groups<Kind::Throw, Role::Value>},
    {.type = "throw_expression_without_cascade", .kind = Kind::Throw, .shape = shape_groups<Kind::Throw, Role::Value>},
    {.type = "assignment_expression", .kind = Kind::Assign, .shape = shape_assignment},
    {.type = "assignment_expression_without_cascade", .kind = Kind::Assign, .shape = shape_assignment},
    {.type = "conditional_expression", .kind = Kind::Conditional, .shape = shape_conditional},
    {.type = "type_cast_expression", .kind = Kind::Cast, .shape = shape_typed},
    {.type = "type_test_expression", .kind = Kind::Binary, .shape = shape_typed},
    {.type = "new_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "const_object_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "constructor_invocation", .kind = Kind::New, .shape = shape_new},
    {.type = "function_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .shape = shape_groups<Kind::ExprStmt, Role::Value>},
    {.type = "local_variable_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "local_function_declaration", .kind = Kind::Function, .shape = shape_local_function},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .shape = shape_for},
    {.type = "switch_statement", .kind = Kind::Switch, .shape = shape_switch},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_try},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "return_statement", .kind = Kind::Return, .shape = shape_groups<Kind::Return, Role::Value>},
    {.type = "yield_statement", .kind = Kind::Yield, .shape = shape_groups<Kind::Yield, Role::Value>},
    {.type = "yield_each_statement", .kind = Kind::Yield, .shape = shape_groups<Kind::Yield, Role::Value>},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "assert_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "assertion", .kind = Kind::Call, .shape = shape_assertion},
    // Definitions
    {.type = "import_or_export", .make = Make::Splice},
    {.type = "library_import", .make = Make::Splice},
    {.type = "library_export", .kind = Kind::Import, .shape = shape_import},
    {.type = "import_specification", .kind = Kind::Import, .shape = shape_import},
    {.type = "configurable_uri", .make = Make::Splice},
    {.type = "uri", .make = Make::Splice},
    {.type = "configuration_uri", .make = Make::Drop},
    {.type = "library_name", .kind = Kind::Package, .rest = Role::Name},
    {.type = "part_directive", .kind = Kind::Import, .rest = Role::Module},
    {.type = "part_of_directive", .kind = Kind::Package, .rest = Role::Name},
    {.type = "class_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "mixin_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "extension_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "superclass", .kind = Kind::Type, .shape = shape_parents},
    {.type = "mixins", .kind = Kind::Type, .shape = shape_parents},
    {.type = "interfaces", .kind = Kind::Type, .shape = shape_parents},
    {.type = "mixin_application_class", .make = Make::Splice},
    {.type = "mixin_application", .kind = Kind::Type, .shape = shape_parents},
    {.type = "class_body", .kind = Kind::Block, .shape = shape_class_body},
    {.type = "extension_body", .kind = Kind::Block, .shape = shape_class_body},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "enum_constant", .kind = Kind::VarDef},
    {.type = "type_alias", .kind = Kind::VarDef, .shape = shape_groups<Kind::VarDef, Role::Type>},
    {.type = "declaration", .kind = Kind::VarDef, .shape = shape_member},
    {.type = "method_signature", .kind = Kind::Function, .shape = shape_signature},
    {.type = "function_signature", .kind = Kind::Function, .shape = shape_signature},
    {.type = "getter_signature", .kind = Kind::Function, .shape = shape_signature},
    {.type = "setter_signature", .kind = Kind::Function, .shape = shape_signature},
    {.type = "function_body", .kind = Kind::Block, .shape = shape_body},
    {.type = "initialized_identifier_list", .kind = Kind::VarDef, .shape = shape_list_of_names},
    {.type = "static_final_declaration_list", .kind = Kind::VarDef, .shape = shape_list_of_names},
    {.type = "identifier_list", .kind = Kind::VarDef, .shape = shape_list_of_names},
    {.type = "formal_parameter_list", .kind = Kind::Parameters, .shape = shape_parameter_list},
    {.type = "initializers", .make = Make::Splice, .rest = Role::Init},
    {.type = "initializer_list_entry", .kind = Kind::Call, .shape = shape_initializer},
    {.type = "field_initializer", .kind = Kind::Assign, .shape = shape_field_initializer},
    {.type = "redirection", .kind = Kind::Call, .shape = shape_redirection},
    {.type = "annotation", .kind = Kind::Attribute},
    {.type = "marker_annotation", .kind = Kind::Attribute},
    {.type = "script_tag", .make = Make::Comment},
    {.type = "comment", .make = Make::Comment},
    {.type = "documentation_comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "void slf() { ", .after = " }"},
    {.before = "void slf() { slf(", .after = "); }"},  // an expression is one node as an argument only
    {.before = "", .after = ""},                  {.before = "void slf() { ", .after = "; }"},
    {.before = "class SlW { ", .after = " }"},    {.before = "", .after = " {}"},              {.before = "class SlW { ", .after = "; }"}};
constexpr std::string_view kEllipsis[] = {"@", "@;", "int @", "int @;", "@: @", "@;;"};
constexpr std::string_view kMetavariable[] = {"@", "int @", "@;"};

}  // namespace

const LanguageDefinition& dart_definition() {
  static constexpr LanguageDefinition kDart{
      .language = Language::Dart,
      .grammar = tree_sitter_dart,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .dollar_in_names = true, .interpolation = "${", .spread_before_name = true},
      .restarts_behind_errors = true,
      .is_full = true,
  };
  return kDart;
}

}  // namespace sluice
