// Of what type the fields are that nobody declares: what constructors and the class's own code put there.
//
//   self.items = []        this.repository = repository      private entries = new Map()
//
// A field that is given things of different types has none.
#include <map>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

std::string_view collection_type(Language language, Op op) {
  bool is_map = op == Op::Map;
  if (language == Language::Python) return is_map ? "dict" : "list";
  if (language == Language::Ruby) return is_map ? "Hash" : "Array";
  return is_script(language) && !is_map ? "Array" : "";
}

// What a call makes: an object of a class that is called like a function, or what a model says.
void note_call(const ProgramBody& body, const Models& models, const Function& function, const Call& call, FieldValue& out) {
  const Graph& graph = *body.graph;
  const Language language = graph.unit->language();
  std::string_view name = call.name.valid() ? graph.names.text(call.name) : std::string_view();
  if (language == Language::Ruby && name == "new" && call.receiver.valid()) {
    const Step& receiver = function.steps[call.receiver.index];
    if (receiver.node.valid()) out.type = type_text(body, receiver.node);
    return;
  }
  if (!call.qualified.valid()) return;
  std::string_view qualified = graph.names.text(call.qualified);
  out.class_name = qualified;
  std::size_t dot = qualified.find_last_of('.');
  if (!models.find_type(language, qualified).empty() && dot != std::string_view::npos) {
    out.type = spelled(language, qualified);
    return;
  }
  std::string_view container = dot == std::string_view::npos ? std::string_view("global") : qualified.substr(0, dot);
  for (const Model& model : models.find(language, container, qualified.substr(dot == std::string_view::npos ? 0 : dot + 1)))
    for (const ModelType& type : model.effects.types)
      if (type.at.base == SlotBase::Return && type.at.path.empty()) {
        out.type = type.type;
        return;
      }
}

void note_value(const ProgramBody& body, const Models& models, const Function& function, const Step& step, FieldValue& out) {
  const Graph& graph = *body.graph;
  const Language language = graph.unit->language();
  auto of_parameter = [&](const Parameter& parameter) {
    if (parameter.node.valid()) out.type = declared_type_text(body, parameter.node);
  };
  switch (step.op) {
    case Op::New: {
      const Call& call = function.calls[step.number];
      NameId name = call.qualified.valid() ? call.qualified : call.name;
      if (name.valid()) out.type = spelled(language, graph.names.text(name));
      return;
    }
    case Op::Call: return note_call(body, models, function, function.calls[step.number], out);
    case Op::List: case Op::Map: out.type = collection_type(language, step.op); return;
    case Op::Parameter:
      if (step.number < function.parameters.size()) of_parameter(function.parameters[step.number]);
      return;
    case Op::Load:
      for (const Parameter& parameter : function.parameters)
        if (parameter.variable == step.variable) return of_parameter(parameter);
      return;
    default: return;
  }
}

}  // namespace

std::vector<FieldValue> own_field_values(const ProgramBody& body, const Function& function, const Models& models) {
  const Graph& graph = *body.graph;
  std::vector<FieldValue> values;
  for (const Step& step : function.steps) {
    bool is_own = step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first].index].op == Op::Self;
    if (!is_own) continue;
    const Step& value = function.steps[function.operands[step.first + 1].index];
    if (value.op == Op::Constant || value.op == Op::Closure) continue;
    FieldValue& out = values.emplace_back();
    out.field = spelled(graph.unit->language(), graph.names.text(step.name));
    note_value(body, models, function, value, out);
  }
  return values;
}

void Program::infer_field_types() {
  for (ProgramClass& of : classes_) {
    std::map<std::uint32_t, Symbol> found;  // by field; not valid: of several types
    std::vector<ProgramFunctionId> makers = {of.body};
    for (const auto& [name, methods] : of.methods)
      for (ProgramFunctionId method : methods)
        if (header_of(method).is_constructor) makers.push_back(method);
    for (ProgramFunctionId maker : makers) {
      const FileId id = functions_[maker.index].file;
      for (const FieldValue& value : header_of(maker).own_fields) {
        bool is_class = !value.class_name.empty() && !classes_named(value.class_name, id).empty();
        std::string_view name = is_class ? spelled(files_[id.index].language, value.class_name) : std::string_view(value.type);
        Symbol type = name.empty() ? Symbol{} : symbol(name);
        auto [known, is_new] = found.try_emplace(symbol(value.field).index, type);
        if (!is_new && known->second != type) known->second = {};
      }
    }
    for (const auto& [field, type] : found)
      if (type.valid()) of.field_types.try_emplace(field, type);
  }
}

}  // namespace sluice::flow
