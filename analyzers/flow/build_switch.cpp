#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

// A case: what leads to it, and what it does.
struct FunctionBuilder::Arm {
  NodeId node{};
  std::vector<NodeId> labels{};
  NodeId guard{};
  std::vector<NodeId> parts{};
  BlockId begin{};       // binds names, looks at the guard
  BlockId body{};        // where the case before it goes on
  BlockId fails{};       // where a guard that does not hold leads
  bool is_arrow = false; // `case 1 -> e`: a value, and never goes on with the next
  bool goes_on = false;  // `fallthrough`
};

namespace {

bool holds_guard(Kind kind) { return kind == Kind::If; }

}  // namespace

std::vector<FunctionBuilder::Arm> FunctionBuilder::arms_of(NodeId node) {
  std::vector<Arm> arms;
  for (NodeId part : unit().children(node)) {
    if (kind(part) == Kind::Block && role(part) != Role::Value) {
      for (Arm& arm : arms_of(part)) arms.push_back(std::move(arm));
      continue;
    }
    // Statements beside the cases (a preprocessor's `#if` stands between) are the last one's.
    if (kind(part) != Kind::Case && role(part) == Role::Element && !arms.empty()) arms.back().parts.push_back(part);
    if (kind(part) != Kind::Case) continue;
    Arm arm{.node = part};
    std::uint32_t after_label = unit().node(part).begin;
    for (NodeId piece : unit().children(part)) {
      if (role(piece) == Role::Condition || (role(piece) == Role::Label && holds_guard(kind(piece)))) arm.guard = piece;
      else if (role(piece) == Role::Label) arm.labels.push_back(piece);
      else if (kind(piece) == Kind::Token && text(piece) == "fallthrough") arm.goes_on = true;
      else arm.parts.push_back(piece);
      if (role(piece) == Role::Label || role(piece) == Role::Condition) after_label = unit().node(piece).end;
    }
    if (!arm.parts.empty() && unit().node(arm.parts[0]).begin >= after_label) {
      std::string_view between = unit().code({after_label, unit().node(arm.parts[0]).begin});
      arm.is_arrow = between.find("->") != std::string_view::npos || between.find("=>") != std::string_view::npos;
    }
    arm.begin = new_block();
    arm.body = new_block();
    arms.push_back(std::move(arm));
  }
  return arms;
}

void FunctionBuilder::switch_statement(NodeId node, Wanted wanted) {
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Init) statement(part);
  ValueId subject = child_value(node, Role::Value);
  NodeId alias = child(node, Role::Alias);
  if (alias.valid() && subject.valid()) assign(alias, subject);
  std::vector<Arm> arms = arms_of(node);
  BlockId end = new_block();
  dispatch(node, subject, arms, end);
  Frame frame{.kind = Frame::Kind::Switch, .node = node, .label = std::exchange(pending_label_, {}), .wanted = wanted};
  if (context_.execution.break_leaves_switch) frame.break_to = end;
  for (const Arm& arm : arms) {
    for (NodeId label : arm.labels) frame.cases.emplace_back(label, arm.begin);
    if (arm.labels.empty()) frame.cases.emplace_back(NodeId{}, arm.begin);
  }
  in_frame(std::move(frame), [&] {
    for (std::size_t i = 0; i < arms.size(); ++i) {
      start_if_reached(arms[i].begin);
      for (NodeId label : arms[i].labels)
        if (is_live() && subject.valid()) bind(label, subject);
      if (is_live() && arms[i].guard.valid()) {
        NodeId guard = arms[i].guard;
        if (holds_guard(kind(guard))) conditions_of(guard, arms[i].body, arms[i].fails);
        else condition(guard, arms[i].body, arms[i].fails);
      }
      arm_body(arms[i], i + 1 < arms.size() ? arms[i + 1].body : end, end, wanted);
    }
  });
  start_if_reached(end);
}

void FunctionBuilder::arm_body(const Arm& arm, BlockId next, BlockId end, Wanted wanted) {
  start_if_reached(arm.body);
  for (NodeId part : arm.parts)
    if (kind(part) == Kind::Function && is_live() && !context_.execution.defines_in_order) define(part);
  for (NodeId part : arm.parts) {
    bool gives = part == arm.parts.back() && wanted.how != Wanted::How::Nothing && !(context_.execution.falls_through && !arm.is_arrow);
    if (gives) deliver(part, wanted);
    else statement(part);
  }
  bool goes_on = arm.goes_on || (context_.execution.falls_through && !arm.is_arrow);
  jump(goes_on ? next : end);
}

// --- which case is taken ---

void FunctionBuilder::dispatch(NodeId node, ValueId subject, std::vector<Arm>& arms, BlockId end) {
  for (Arm& arm : arms)
    if (arm.guard.valid()) arm.fails = end;
  if (text(node) == "select") return choose_any(arms, end);
  if (!subject.valid()) return choose_by_condition(arms, end);
  choose_by_label(subject, arms, end);
}

// Go's `select`: whichever is ready. What it waits for is evaluated in its case.
void FunctionBuilder::choose_any(std::vector<Arm>& arms, BlockId end) {
  BlockId head = current_;
  close({});
  if (!head.valid()) return;
  std::vector<BlockId> ways;
  for (Arm& arm : arms) {
    ways.push_back(arm.begin);
    arm.parts.insert(arm.parts.begin(), arm.labels.begin(), arm.labels.end());
    arm.labels.clear();
  }
  if (ways.empty()) ways.push_back(end);
  for (BlockId way : ways) is_reached_[way.index] = true;
  function_.blocks[head.index].successors = std::move(ways);
}

// Without a subject the labels are conditions.
void FunctionBuilder::choose_by_condition(std::vector<Arm>& arms, BlockId end) {
  BlockId otherwise = end;
  for (Arm& arm : arms) {
    if (arm.labels.empty() && !arm.guard.valid()) otherwise = arm.begin;
    for (NodeId label : arm.labels) {
      BlockId next = new_block();
      condition(label, arm.begin, next);
      start_if_reached(next);
    }
    if (!arm.labels.empty() || !arm.guard.valid()) continue;
    BlockId next = new_block();  // `when` of a language that has its conditions as guards
    condition(arm.guard, arm.begin, next);
    arm.guard = {};
    start_if_reached(next);
  }
  jump(otherwise);
}

// A guard that does not hold leads to the cases behind it, so the choice is made anew there.
void FunctionBuilder::choose_by_label(ValueId subject, std::vector<Arm>& arms, BlockId end) {
  std::size_t first = 0;
  while (true) {
    std::size_t last = first;
    while (last < arms.size() && !arms[last].guard.valid()) ++last;
    BlockId rest = last < arms.size() ? new_block() : end;
    if (last < arms.size()) arms[last].fails = rest, ++last;
    std::vector<BlockId> ways;
    std::vector<std::vector<ValueId>> labels;
    BlockId otherwise = rest;
    for (std::size_t i = first; i < last; ++i) {
      std::vector<ValueId> values = labels_of(arms[i], subject);
      if (values.empty() && !arms[i].guard.valid()) {
        otherwise = arms[i].begin;
      } else {
        if (values.empty()) values.push_back(emit(Op::Unknown, arms[i].node, {subject}));
        ways.push_back(arms[i].begin);
        labels.push_back(std::move(values));
      }
    }
    // A default stands anywhere; it is taken when none of all labels fits.
    bool is_default_early = otherwise != rest && last < arms.size();
    ways.push_back(is_default_early ? rest : otherwise);
    labels.emplace_back();
    if (is_live()) {
      Block& head = function_.blocks[current_.index];
      head.subject = subject;
      head.labels = std::move(labels);
      head.successors = ways;
      head.end = static_cast<std::uint32_t>(function_.steps.size());
      for (BlockId way : ways) is_reached_[way.index] = true;
      current_ = {};
    }
    if (last >= arms.size()) {
      if (rest == end) return;
      start(rest);
      jump(otherwise != rest ? otherwise : end);
      return;
    }
    start(rest);
    first = last;
    if (is_default_early) end = otherwise;
  }
}

std::vector<ValueId> FunctionBuilder::labels_of(const Arm& arm, ValueId subject) {
  std::vector<ValueId> values;
  for (NodeId label : arm.labels) {
    bool is_any = kind(label) == Kind::Name && (text(label) == "_" || (context_.execution.names_in_patterns_bind && role(label) == Role::Label));
    if (is_any) return {};
    bool is_choice = kind(label) == Kind::Other && unit().first_child(label).valid();
    for (NodeId part : unit().children(label)) {
      Kind what = kind(part);
      is_choice &= what == Kind::Number || what == Kind::String || what == Kind::Boolean || what == Kind::Null;
    }
    if (!is_choice) values.push_back(label_value(label, subject));
    else for (NodeId part : unit().children(label)) values.push_back(expression(part));
  }
  return values;
}

ValueId FunctionBuilder::label_value(NodeId label, ValueId subject) {
  // `case RED:` of an enum whose name nobody writes.
  bool is_bare = unit().language() == Language::Java && kind(label) == Kind::Name && !unit().declaration(label).valid() && !unit().canonical(label).valid();
  if (is_bare) return emit(Op::Constant, label, {}, unit().node(label).text);
  switch (kind(label)) {
    case Kind::Number: case Kind::String: case Kind::Character: case Kind::Boolean: case Kind::Null: case Kind::Symbol:
    case Kind::Name: case Kind::Member: case Kind::Template: case Kind::Call: case Kind::Regex:
      return expression(label);
    case Kind::Unary:
      if (text(label) == "-" || text(label) == "+" || text(label) == "!") return expression(label);
      break;
    case Kind::Binary:
      if (!is_one_of(text(label), "and or | in is not")) return expression(label);
      break;
    default: break;
  }
  return emit(Op::Unknown, label, {subject});
}

// --- the names in a pattern ---

void FunctionBuilder::bind(NodeId pattern, ValueId subject) {
  switch (kind(pattern)) {
    case Kind::Name:
      if (context_.execution.names_in_patterns_bind && text(pattern) != "_") assign_name(pattern, subject);
      return;
    case Kind::VarDef:
      if (NodeId word = child(pattern, Role::Name); word.valid()) assign(word, subject);
      return;
    case Kind::Array: case Kind::Tuple: case Kind::Map: case Kind::Spread: return assign(pattern, subject);
    case Kind::Other: return bind_other(pattern, subject);
    default: return;
  }
}

// `Point(x=0, y=b)`, `{"k": v}`: pieces with a key; of others who knows.
void FunctionBuilder::bind_other(NodeId pattern, ValueId subject) {
  ValueId key;
  for (NodeId part : unit().children(pattern)) {
    NodeId first = unit().first_child(part);
    NodeId second = first.valid() ? unit().next_sibling(first) : NodeId{};
    bool is_keyed = kind(part) == Kind::Other && second.valid() && kind(first) == Kind::Name && !unit().next_sibling(second).valid();
    if (role(part) == Role::Key) key = expression(part);
    else if (role(part) == Role::Value) bind(part, emit(Op::Element, part, {subject, key}));
    else if (is_keyed) bind(second, emit(Op::Field, part, {subject}, unit().node(first).text));
    else if (kind(part) != Kind::Name || !unit().next_sibling(part).valid()) bind(part, emit(Op::Unknown, part, {subject}));
  }
}

}  // namespace sluice::flow
