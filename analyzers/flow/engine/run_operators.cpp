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
  if (targets.empty() && language_ == Language::Cpp)
    for (ProgramFunctionId each : solver_.meaning(wanted, program_.function(id_).file).functions)
      if (program_.graph_function(each).has_body) targets.push_back({.function = each, .self = kNothing, .closure = {}}), is_free = true;
  if (targets.empty()) return std::nullopt;
  CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = is_free ? std::vector{left, right} : std::vector{right}};
  ValueRef result = kNothing;
  for (std::uint32_t i = 0; i < targets.size() && i < 2; ++i) result = values_.unite(result, apply(parts, targets[i], 430 + i));
  return result;
}

// `text.Quoted()` of C#, where a static class has `static string Quoted(this string text)`.
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
