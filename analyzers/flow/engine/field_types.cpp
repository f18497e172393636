// Of what type the fields are that nobody declares: what constructors and the class's own code put there.
//
//   self.items = []        this.repository = repository      private entries = new Map()
//
// A field that is given things of different types has none.
#include <algorithm>
#include <map>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

Symbol collection_type(const Program& program, Language language, Op op) {
  bool is_map = op == Op::Map;
  if (language == Language::Python) return program.symbol(is_map ? "dict" : "list");
  if (language == Language::Ruby) return program.symbol(is_map ? "Hash" : "Array");
  bool is_script = language == Language::Js || language == Language::Ts || language == Language::Tsx;
  return is_script && !is_map ? program.symbol("Array") : Symbol{};
}

}  // namespace

// What a call makes: an object of a class that is called like a function, or what a model says.
Symbol Program::type_of_call(FileId id, const Function& function, const Call& call) const {
  const ProgramFile& file = files_[id.index];
  std::string_view name = call.name.valid() ? file.graph->names.text(call.name) : std::string_view();
  if (file.language == Language::Ruby && name == "new" && call.receiver.valid()) {
    const Step& receiver = function.steps[call.receiver.index];
    return receiver.node.valid() ? type_at(file, receiver.node) : Symbol{};
  }
  if (!call.qualified.valid()) return {};
  std::string_view qualified = file.graph->names.text(call.qualified);
  if (!classes_named(qualified, id).empty()) return symbol(file, call.qualified);
  std::size_t dot = qualified.find_last_of('.');
  if (!models_.find_type(file.language, qualified).empty() && dot != std::string_view::npos) return symbol(file, call.qualified);
  std::string_view container = dot == std::string_view::npos ? std::string_view("global") : qualified.substr(0, dot);
  for (const Model& model : models_.find(file.language, container, qualified.substr(dot == std::string_view::npos ? 0 : dot + 1)))
    for (const ModelType& type : model.effects.types)
      if (type.at.base == SlotBase::Return && type.at.path.empty()) return symbols_.intern(type.type);
  return {};
}

Symbol Program::type_of_value(FileId id, const Function& function, ValueId value) const {
  const ProgramFile& file = files_[id.index];
  const Step& step = function.steps[value.index];
  auto of_parameter = [&](const Parameter& parameter) { return parameter.node.valid() ? declared_type(file, parameter.node) : Symbol{}; };
  switch (step.op) {
    case Op::New: {
      const Call& call = function.calls[step.number];
      return call.qualified.valid() ? symbol(file, call.qualified) : symbol(file, call.name);
    }
    case Op::Call: return type_of_call(id, function, function.calls[step.number]);
    case Op::List: case Op::Map: return collection_type(*this, file.language, step.op);
    case Op::Parameter: return step.number < function.parameters.size() ? of_parameter(function.parameters[step.number]) : Symbol{};
    case Op::Load:
      for (const Parameter& parameter : function.parameters)
        if (parameter.variable == step.variable) return of_parameter(parameter);
      return {};
    default: return {};
  }
}

void Program::infer_field_types() {
  for (ProgramClass& of : classes_) {
    std::map<std::uint32_t, Symbol> found;  // by field; not valid: of several types
    std::vector<ProgramFunctionId> makers = {of.body};
    for (const auto& [name, methods] : of.methods)
      for (ProgramFunctionId method : methods)
        if (graph_function(method).is_constructor) makers.push_back(method);
    for (ProgramFunctionId maker : makers) {
      const Function& function = graph_function(maker);
      FileId id = functions_[maker.index].file;
      const ProgramFile& file = files_[id.index];
      for (const Step& step : function.steps) {
        bool is_own = step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first].index].op == Op::Self;
        if (!is_own) continue;
        ValueId value = function.operands[step.first + 1];
        if (function.steps[value.index].op == Op::Constant || function.steps[value.index].op == Op::Closure) continue;
        Symbol type = type_of_value(id, function, value);
        auto [known, is_new] = found.try_emplace(symbol(file, step.name).index, type);
        if (!is_new && known->second != type) known->second = {};
      }
    }
    for (const auto& [field, type] : found)
      if (type.valid()) of.field_types.try_emplace(field, type);
  }
}

}  // namespace sluice::flow
