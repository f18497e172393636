// What a number that a stranger chose does where the code itself uses it, in languages that do not look: it makes
// arithmetic overflow, ends loops late, names places outside of an array, loses its upper half or its sign.
//
// Models say which harm is meant by what code does, as they do of calls: `number: { operator+: { sink: overflow at arg0 } }`.
// A number is what a variable that is declared as one holds, and what was read as one (`atoi`, `%d`).
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

bool has_any(std::string_view code, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return code.find(word) != std::string_view::npos; });
}

// `unsigned int`, `size_t`, `short`; no pointers, no arrays, no templates.
bool is_whole_type(std::string_view code) {
  if (code.empty() || has_any(code, {"*", "[", "<", "float", "double", "char"})) return false;
  return has_any(code, {"int", "long", "short", "unsigned", "size_t", "DWORD", "WORD", "UINT", "LONG", "off_t"});
}

bool is_unsigned_type(std::string_view code) {
  const bool is_marked = has_any(code, {"unsigned", "size_t", "uint", "DWORD", "WORD", "UINT"});
  return is_marked && !code.starts_with("ssize_t") && is_whole_type(code);
}

// A character and a short number hold less than an `int`.
bool is_narrow_type(std::string_view code) { return !has_any(code, {"*", "[", "<", "long"}) && has_any(code, {"char", "short", "int8_t", "int16_t"}); }

}  // namespace

// How the type of the variable is spelled that is read here, or the type that it is converted to.
std::string_view Run::type_code(ValueId at) const {
  if (!at.valid()) return {};
  const Step& step = function_.steps[at.index];
  if (step.op == Op::Convert && step.node.valid()) {
    const NodeId type = file_.unit->child(step.node, Role::Type);
    return type.valid() ? file_.unit->code(type) : std::string_view();
  }
  if (step.op != Op::Load && step.op != Op::Store) return {};
  const NodeId name = file_.graph->variables[step.variable.index].declaration;
  const NodeId around = name.valid() ? file_.unit->parent(name) : NodeId{};
  const NodeId type = around.valid() ? file_.unit->child(around, Role::Type) : NodeId{};
  return type.valid() ? file_.unit->code(type) : std::string_view();
}

bool Run::is_whole_number(ValueId at) const { return is_whole_type(type_code(at)); }

bool Run::is_unsigned(ValueId at) const {
  const NodeId node = function_.steps[at.index].node;
  const bool is_size = node.valid() && file_.unit->code(node).starts_with("sizeof");
  return is_size || is_unsigned_type(type_code(at));
}

// What `abs` and its like are given; not valid: it is none of these.
ValueId Run::magnitude_of(ValueId at) const {
  for (int depth = 0; at.valid() && depth < 3; ++depth) {
    const Step& step = function_.steps[at.index];
    if (step.op == Op::Convert) {
      at = operand_id(step, 0);
      continue;
    }
    if (step.op != Op::Call) return {};
    const Call& call = function_.calls[step.number];
    static constexpr std::string_view kMagnitudes[] = {"abs", "labs", "llabs", "imaxabs", "fabs", "fabsf"};
    const bool is_one = call.arguments.size() == 1 && std::ranges::find(kMagnitudes, text(call.name)) != std::end(kMagnitudes);
    return is_one ? call.arguments[0].value : ValueId{};
  }
  return {};
}

// `i < count` of a `for` or a `while`.
bool Run::ends_loop(const Step& test) const {
  if (!test.node.valid() || file_.unit->node(test.node).role != Role::Condition) return false;
  const Kind around = file_.unit->node(file_.unit->parent(test.node)).kind;
  return around == Kind::For || around == Kind::While || around == Kind::DoWhile;
}

// What models say that a number does there.
void Run::ask_number(ValueId at, std::string_view member) {
  if (!at.valid()) return;
  const Value& what = values_[at_[at.index]];
  if (what.taints.empty() && what.objects.empty()) return;
  std::span<const Model> models = solver_.models(language_, program_.symbol("number"), program_.symbol(member));
  if (models.empty()) return;
  std::vector<Taint> taints = deep({at_[at.index]});
  constexpr Harms kOfText = one(Harm::Sql) | one(Harm::Command) | one(Harm::Xss);
  if (!is_whole_number(at)) std::erase_if(taints, [&](const Taint& taint) { return (program_.clean_sets().harms(taint.cleaned) & kOfText) != kOfText; });
  if (taints.empty()) return;
  CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = {unknown_with(std::move(taints))}};
  for (const Model& model : models)
    for (const ModelSink& sink : model.effects.sinks) ask_sink(sink, parts, kNothing);
}

void Run::ask_arithmetic(const Step& step) {
  const std::string_view op = text(step.name);
  const std::string member = "operator" + std::string(op);
  if (op == "++" || op == "--") return ask_number(operand_id(step, 0), member);
  if (step.count != 2) return;
  if (op == "+" || op == "*" || op == "-") {
    // Of pointers and what lies between them nothing is said.
    const ValueId left = operand_id(step, 0), right = operand_id(step, 1);
    if (has_any(type_code(left), {"*", "["}) || has_any(type_code(right), {"*", "["})) return;
    ask_number(left, member);
    if (op != "-" && right != left) ask_number(right, member);
  } else if (op == "/" || op == "%") {
    ask_number(operand_id(step, 1), member);
  } else if ((op == "<" || op == "<=" || op == ">" || op == ">=") && ends_loop(step)) {
    const bool is_less = op.starts_with('<');
    const ValueId end = operand_id(step, is_less ? 1 : 0), counted = operand_id(step, is_less ? 0 : 1);
    const bool counts_down = one_known(at_[counted.index]).has_value() && function_.steps[counted.index].op == Op::Constant;
    if (!counts_down && values_[at_[counted.index]].taints.empty()) ask_number(end, "loop-end");
  }
}

// `array[n]`, where the thing is no map of a library or of the program.
void Run::ask_index(const Step& step) {
  if (step.count < 2) return;
  const Symbol type = values_[operand(step, 0)].type;
  const bool is_class = type.valid() && (!classes(type).empty() || !program_.models().find_type(language_, program_.text(type)).empty());
  if (!is_class) ask_number(operand_id(step, 1), "index");
}

// `(short)n`
void Run::ask_narrowing(const Step& step) {
  if (!step.node.valid()) return;
  const NodeId type = file_.unit->child(step.node, Role::Type);
  const bool is_narrow = type.valid() && is_narrow_type(file_.unit->code(type)) && !is_narrow_type(type_code(operand_id(step, 0)));
  if (is_narrow) ask_number(operand_id(step, 0), "narrowing");
}

// What the result cannot do: what it was made of was told where it was made, and a rest is small.
Harms Run::ruled_out_by_arithmetic(const Step& step) const {
  if (language_ != Language::C && language_ != Language::Cpp) return 0;
  const std::string_view op = text(step.name);
  const bool is_bound = step.count == 2 && one_known(operand(step, 1)).has_value();
  if (op == "%" && is_bound) return kHarmsOfLargeNumbers;
  if (op == "&" && is_bound) return kHarmsOfNumbers & ~one(Harm::Division);
  if (op == "/" || op == ">>") return one(Harm::Overflow);
  return op == "+" || op == "-" || op == "*" || op == "++" || op == "--" ? one(Harm::Overflow) | one(Harm::Underflow) : 0;
}

// In a variable that has no sign.
ValueRef Run::without_sign(const Step& store, ValueRef value) {
  const Value& what = values_[value];
  if ((language_ != Language::C && language_ != Language::Cpp) || what.taints.empty() || !store.node.valid()) return value;
  if (!is_unsigned_type(type_code({current_step_}))) return value;
  Value clean = what;
  for (Taint& taint : clean.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, one(Harm::NegativeSize));
  return values_.add(std::move(clean));
}

}  // namespace sluice::flow
