// Calls that are not written as calls of a method: operators of classes, methods that C# adds to types,
// `std::make_unique<T>(x)`, and the accessors of records.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

// What Python calls the method of an operator.
std::string_view python_operator(std::string_view op) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {{"+", "__add__"}, {"-", "__sub__"}, {"*", "__mul__"}, {"/", "__truediv__"}, {"//", "__floordiv__"}, {"%", "__mod__"},
                                                                            {"|", "__or__"}, {"&", "__and__"}, {"^", "__xor__"}, {"<<", "__lshift__"}, {">>", "__rshift__"}, {"@", "__matmul__"}};
  for (const auto& [each, name] : kNames)
    if (each == op) return name;
  return {};
}

}  // namespace

// `a + b` where the class of a, or a function for such classes, says what that is.
std::optional<ValueRef> Run::own_operator(const Step& step) {
  ValueRef left = operand(step, 0), right = operand(step, 1);
  const Value of = values_[left];
  if (of.objects.empty() || step.count != 2) return std::nullopt;
  std::string op(text(step.name)), name = op;
  if (language_ == Language::Python) name = python_operator(op);
  else if (language_ == Language::Cpp) name = "operator" + op;
  else if (language_ == Language::CSharp) name = "operator " + op;
  else if (language_ != Language::Ruby) return std::nullopt;
  Symbol wanted = name.empty() ? Symbol{} : program_.symbol(name);
  if (!wanted.valid()) return std::nullopt;
  std::vector<Target> targets;
  bool is_free = false;
  for (ObjectId id : of.objects)
    for (ClassId type : classes(objects_[id].type))
      for (ProgramFunctionId each : program_.methods(type, wanted))
        if (program_.graph_function(each).has_body) {
          targets.push_back({.function = each, .self = object_value(id), .closure = {}});
          is_free |= language_ == Language::CSharp;
        }
  // Those that belong to no class are for things of the program.
  auto is_own = [&](ValueRef value) { return std::ranges::any_of(values_[value].objects, [&](ObjectId id) { return objects_[id].is_input() || !classes(objects_[id].type).empty(); }); };
  if (targets.empty() && language_ == Language::Cpp && (is_own(left) || is_own(right)))
    for (ProgramFunctionId each : solver_.meaning(wanted, program_.function(id_).file).functions)
      if (program_.graph_function(each).has_body) targets.push_back({.function = each, .self = kNothing, .closure = {}}), is_free = true;
  if (targets.empty()) return std::nullopt;
  CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = is_free ? std::vector{left, right} : std::vector{right}};
  ValueRef result = kNothing;
  for (std::uint32_t i = 0; i < targets.size() && i < 2; ++i) result = values_.unite(result, apply(parts, targets[i], 430 + i));
  return result;
}

// `stream << x`, `stream >> x`: what a library's type does with an operator.
std::optional<ValueRef> Run::library_operator(const Step& step) {
  if (language_ != Language::Cpp || step.count != 2) return std::nullopt;
  const ValueRef left = through(operand(step, 0)), right = operand(step, 1);
  const std::string name = "operator" + std::string(text(step.name));
  std::vector<Symbol> types;
  for (ObjectId id : values_[left].objects) types.push_back(objects_[id].type);
  types.push_back(values_[left].type);
  for (Symbol type : types) {
    std::span<const Model> models = models_for(type, name);
    if (models.empty()) continue;
    Call call;
    call.receiver = operand_id(step, 0);
    call.arguments.push_back({.value = operand_id(step, 1)});
    return apply_models(models, {.step = current_step_, .call = &call, .receiver = left, .receiver_step = call.receiver, .arguments = {right}, .plain_arguments = {}});
  }
  return std::nullopt;
}

// The destructors of its class and of those above it.
void Run::destroy(ObjectId id) {
  std::vector<ClassId> line = classes(objects_[id].type);
  for (std::uint32_t i = 0; i < line.size() && i < 8; ++i) {
    const ProgramClass& of = program_.class_of(line[i]);
    for (ClassId parent : of.parent_classes)
      if (std::ranges::find(line, parent) == line.end()) line.push_back(parent);
    auto found = of.methods.find(program_.symbol("~" + std::string(program_.text(of.name))).index);
    if (found == of.methods.end()) continue;
    for (ProgramFunctionId each : found->second)
      if (each != id_ && program_.graph_function(each).has_body) apply({.step = current_step_, .arguments = {}, .plain_arguments = {}}, {.function = each, .self = object_value(id), .closure = {}}, 450 + i);
  }
}

// At the end of a C++ function what it has made goes, but what it gives back and what `new` made.
void Run::leave_scope() {
  if (language_ != Language::Cpp) return;
  std::vector<ObjectId> going;
  for (const auto& [id, content] : state_.things) {
    const Object& object = objects_[id];
    bool is_given_back = std::ranges::find(values_[result_].objects, id) != values_[result_].objects.end();
    if (object.kind == Object::Kind::Made && object.is_value && object.type.valid() && !is_given_back) going.push_back(id);
  }
  for (ObjectId id : going) destroy(id);
}

// `text.Quoted()` of C#, where a static class has `static string Quoted(this string text)`.
// PHP: `$a + $b` of arrays has what $b has, and what $a has instead.
std::optional<ValueRef> Run::union_of_maps(const Step& step) {
  if (language_ != Language::Php || text(step.name) != "+" || step.count != 2) return std::nullopt;
  auto is_map = [&](ValueRef value) {
    const Value& what = values_[value];
    return what.objects.size() == 1 && !what.is_unknown && what.taints.empty() && objects_[what.objects[0]].kind == Object::Kind::Made && !objects_[what.objects[0]].is_opaque;
  };
  const ValueRef left = operand(step, 0), right = operand(step, 1);
  if (!is_map(left) || !is_map(right)) return std::nullopt;
  ValueRef made = object_value(make(current_step_, 0xdb0, {}, false));
  objects_.edit(values_[made].objects[0]).is_value = true;
  spread_into(made, right);
  spread_into(made, left);
  return made;
}

std::optional<ValueRef> Run::added_method(const CallParts& parts) {
  if (language_ != Language::CSharp || !parts.call->receiver.valid()) return std::nullopt;
  ValueRef result = kNothing;
  std::uint32_t number = 0;
  for (ProgramFunctionId each : program_.added_methods(program_.symbol(file_, parts.call->name))) {
    if (number >= 2 || program_.graph_function(each).parameters.size() < parts.arguments.size() + 1) continue;
    CallParts inner{.step = parts.step, .arguments = {}, .plain_arguments = {parts.receiver}};
    inner.plain_arguments.insert(inner.plain_arguments.end(), parts.arguments.begin(), parts.arguments.end());
    result = values_.unite(result, apply(inner, {.function = each, .self = kNothing, .closure = {}}, 440 + number++));
  }
  return number > 0 ? std::optional(result) : std::nullopt;
}

// `std::make_unique<T>(x)` makes a T.
std::optional<ValueRef> Run::made_by_template(const CallParts& parts) {
  if (language_ != Language::Cpp || !parts.call->callee.valid()) return std::nullopt;
  std::string_view name = text(parts.call->name);
  if (name != "make_unique" && name != "make_shared") return std::nullopt;
  std::string_view code = file_.unit->code(parts.call->node);
  code = code.substr(0, code.find('('));
  std::size_t begin = code.find('<'), end = code.rfind('>');
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return std::nullopt;
  std::vector<ClassId> found = classes(program_.symbol(with_dots(code.substr(begin + 1, end - begin - 1))));
  if (found.empty()) return std::nullopt;
  ValueRef made = construct(parts, found[0]);
  for (ObjectId id : values_[made].objects) objects_.edit(id).is_value = false;
  return made;
}

}  // namespace sluice::flow
