// What a test is about: a value in another form, or a place (`request.path`) that is read anew behind the test.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

// Calls that give the same text in another form.
bool keeps_text(std::string_view name) {
  static constexpr std::string_view kNames[] = {"str", "toString", "to_s", "String", "strval", "ToString", "lower", "upper", "toLowerCase", "toUpperCase", "ToLower", "ToUpper", "downcase", "strip", "trim", "Trim", "getPath", "getCanonicalPath", "getAbsolutePath", "as_posix", "string"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

}  // namespace

// The variable whose text a value is, perhaps in another form or a piece of it.
Run::Base Run::base_of(ValueId id) {
  Base base;
  for (int depth = 0; id.valid() && depth < 6; ++depth) {
    const Step& step = function_.steps[id.index];
    switch (step.op) {
      case Op::Load: case Op::Store:
        base.step = id;
        return base;
      case Op::Convert: id = operand_id(step, 0); break;
      case Op::Element:
        if (step.count != 2 || function_.steps[operand_id(step, 1).index].op != Op::Unknown) return {{}, place_of(id), false};
        base.is_piece = true;
        id = operand_id(step, 0);
        break;
      case Op::Call: {
        const Call& call = function_.calls[step.number];
        if (!keeps_text(text(call.name)) || call.arguments.size() + (call.receiver.valid() ? 1 : 0) != 1) {
          // `trim(x)`, and `x.trim()`
          bool is_method = call.receiver.valid() && call.arguments.empty() && keeps_text(text(call.name));
          if (!is_method) return {{}, place_of(id), false};
        }
        id = call.receiver.valid() && call.arguments.empty() ? call.receiver : call.arguments.empty() ? ValueId{} : call.arguments[0].value;
        break;
      }
      case Op::Field: return {{}, place_of(id), false};
      default: return {};
    }
  }
  return {};
}

// The name of a place that is no variable, and that is read anew wherever it is meant: `req.query.id`,
// `$_GET['id']`, `params[:id]`, `request.args.get("id")`. Not valid where not all of it is known.
Symbol Run::place_of(ValueId id) {
  std::string name;
  for (int depth = 0; depth < 8; ++depth) {
    if (!id.valid()) return {};
    const Step& step = function_.steps[id.index];
    if (step.op == Op::Load) {
      std::string root = step.variable.valid() ? std::to_string(step.variable.index) : std::string();
      return root.empty() || name.empty() ? Symbol{} : program_.symbol(root + name);
    }
    if (step.op == Op::Self) return name.empty() ? Symbol{} : program_.symbol("self" + name);
    if (step.op == Op::Field) {
      name = "." + std::string(text(step.name)) + name;
    } else if (step.op == Op::Element) {
      std::optional<Known> key = step.count == 2 ? one_known(operand(step, 1)) : std::nullopt;
      if (!key) return {};
      name = "[" + key_text(*key) + "]" + name;
    } else if (step.op == Op::Call) {
      const Call& call = function_.calls[step.number];
      std::string arguments;
      for (const Argument& argument : call.arguments) {
        std::optional<Known> key = argument.value.valid() ? one_known(at_[argument.value.index]) : std::nullopt;
        if (!key) return {};
        arguments += key_text(*key) + ",";
      }
      name = "." + std::string(text(call.name)) + "(" + arguments + ")" + name;
      if (!call.receiver.valid()) return call.function.valid() ? Symbol{} : program_.symbol(name);
      id = call.receiver;
      continue;
    } else {
      return {};
    }
    id = operand_id(step, 0);
  }
  return {};
}

void Run::note_tested(Symbol place, Harms harms, State& state) {
  constexpr std::size_t kMostTested = 32;
  if (!place.valid() || harms == 0) return;
  auto at = std::ranges::lower_bound(state.tested, place, {}, &std::pair<Symbol, std::uint64_t>::first);
  if (at != state.tested.end() && at->first == place) at->second |= harms;
  else if (state.tested.size() < kMostTested) state.tested.insert(at, {place, harms});
}

bool Run::is_tested(Symbol place, const State& state) const {
  return std::ranges::binary_search(state.tested, place, {}, &std::pair<Symbol, std::uint64_t>::first);
}

// What is read from a place that was tested.
ValueRef Run::without_tested(std::uint32_t number, ValueRef value) {
  const Step& step = function_.steps[number];
  if (step.op == Op::SetField || step.op == Op::SetElement) forget_tested(operand_id(step, 0));
  bool is_read = step.op == Op::Field || step.op == Op::Element || step.op == Op::Call;
  if (!is_read || value == kNothing) return value;
  Symbol place = place_of({number});
  auto at = place.valid() ? std::ranges::lower_bound(state_.tested, place, {}, &std::pair<Symbol, std::uint64_t>::first) : state_.tested.end();
  if (at == state_.tested.end() || at->first != place) return value;
  std::vector<Taint> taints = deep({value}, at->second);
  return taints.empty() ? value : unknown_with(std::move(taints), values_[value].type);
}

// Something is written into what the places are in.
void Run::forget_tested(ValueId object) {
  Symbol place = place_of(object);
  std::string prefix;
  if (place.valid()) prefix = program_.text(place);
  else if (object.valid() && function_.steps[object.index].op == Op::Load && function_.steps[object.index].variable.valid()) prefix = std::to_string(function_.steps[object.index].variable.index);
  if (prefix.empty()) return;
  std::erase_if(state_.tested, [&](const auto& entry) {
    std::string_view name = program_.text(entry.first);
    return name.starts_with(prefix) && name.size() > prefix.size() && (name[prefix.size()] == '.' || name[prefix.size()] == '[');
  });
}

}  // namespace sluice::flow
