// Names that are declared nowhere in the function: packages, classes, and variables of files.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

ValueRef Run::named(NodeId, std::string_view qualified) {
  std::string dotted = with_dots(qualified);
  const Program::Meaning& meaning = solver_.meaning(program_.symbol(qualified), program_.function(id_).file);
  if (meaning.of_class.valid() || !meaning.functions.empty() || meaning.variable.valid())
    if (ValueRef value = meaning_value(meaning); value != kNothing) return value;
  // Go's packages are told from others by their slashes.
  Symbol name = program_.symbol(language_ == Language::Go ? qualified : std::string_view(dotted));
  ObjectId object = objects_.add({.kind = Object::Kind::Named, .number = 0, .detail = 0, .parent = {}, .key = name, .type = {}});
  ValueRef value = object_value(object);
  // `flask.request` is a thing with a type.
  std::size_t dot = dotted.find_last_of('.');
  if (dot != std::string::npos) {
    std::span<const Model> models = models_for(program_.symbol(std::string_view(dotted).substr(0, dot)), std::string_view(dotted).substr(dot + 1));
    // A member of a module that is a source by itself: `os.environ`, `process.argv`.
    for (const Model& model : models)
      if (!model.effects.sources.empty() && model.effects.flows.empty() && model.effects.sinks.empty()) {
        ModelEffects read;
        read.sources = model.effects.sources, read.types = model.effects.types;
        return values_.unite(value, apply_effects(read, {.step = current_step_, .arguments = {}, .plain_arguments = {}}));
      }
    for (const Model& model : models)
      for (const ModelType& type : model.effects.types)
        if (type.at.base == SlotBase::Return && type.at.path.empty()) return with_type(value, program_.symbol(type.type));
  } else if (std::span<const Model> models = models_for(program_.symbol("global"), dotted); !models.empty()) {
    CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = {}};
    if (models[0].when.least_arguments == 0)
      if (auto out = apply_models(models, parts)) return values_.unite(value, *out);
  }
  // `cin` where all names of `std` are there.
  if (language_ == Language::Cpp && dot == std::string::npos)
    for (NameId module : file_.unit->wildcard_imports())
      if (!models_for(program_.symbol(text(module)), dotted).empty()) return named({}, std::string(text(module)) + "." + dotted);
  return value;
}

// `require('./x')` of JavaScript.
std::optional<ValueRef> Run::required(const CallParts& parts) {
  if (language_ == Language::Php) return included(parts);
  bool is_script = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx;
  if (!is_script || parts.call->receiver.valid() || parts.arguments.size() != 1 || text(parts.call->name) != "require") return std::nullopt;
  std::optional<Known> path = one_known(parts.arguments[0]);
  if (!path || path->type != Known::Type::Text) return std::nullopt;
  Program::Meaning meaning = program_.required_module(program_.function(id_).file, path->text);
  if (meaning.is_known()) return meaning_value(meaning);
  // `require('knex')({...})`, `require('sqlite3').verbose()`: a library that is used where it is loaded.
  if (path->text.starts_with('.') || program_.models().find_type(language_, path->text).empty()) return std::nullopt;
  const Symbol name = program_.symbol(path->text);
  return with_type(object_value(objects_.add({.kind = Object::Kind::Named, .number = 0, .detail = 0, .parent = {}, .key = name, .type = {}})), name);
}

// `require 'config.php'` of PHP gives what that file returns.
std::optional<ValueRef> Run::included(const CallParts& parts) {
  std::string_view name = text(parts.call->name);
  bool is_include = name == "require" || name == "include" || name == "require_once" || name == "include_once";
  if (!is_include || parts.call->receiver.valid() || parts.arguments.size() != 1) return std::nullopt;
  // `__DIR__ . '/config.php'`: the end says which file.
  ValueId path = parts.call->arguments[0].value;
  const Step& step = function_.steps[path.index];
  ValueRef end = step.op == Op::Binary && step.count == 2 ? operand(step, 1) : at_[path.index];
  std::optional<Known> known = one_known(end);
  if (!known || known->type != Known::Type::Text) return std::nullopt;
  std::string_view file = known->text;
  while (file.starts_with('/') || file.starts_with('.')) file.remove_prefix(1);
  if (!file.ends_with(".php")) return std::nullopt;
  const Program::Meaning& meaning = solver_.meaning(program_.symbol(file.substr(0, file.size() - 4)), program_.function(id_).file);
  if (!meaning.file.valid() || meaning.variable.valid() || meaning.file == program_.function(id_).file) return std::nullopt;
  if (local_ == FunctionId{0} && std::ranges::find(included_, meaning.file) == included_.end()) included_.push_back(meaning.file);
  ProgramFunctionId code = program_.global(meaning.file, {0});
  const Summary* summary = solver_.summary(code, {});
  if (!summary || summary->result == kNothing) return std::nullopt;
  return import_value(*summary, summary->result, code);
}

// A variable that the file itself gives nothing, and one that it included does.
std::optional<ValueRef> Run::included_variable(std::string_view name, VariableId own) {
  auto place = places_.find(own.index);
  if (place != places_.end() && state_.variables[place->second] != kNothing) return std::nullopt;
  const Symbol key = program_.variable_symbol(file_, own);
  for (std::size_t i = included_.size(); i-- > 0;) {
    const ProgramFile& file = program_.file(included_[i]);
    for (std::uint32_t variable = 0; variable < file.graph->variables.size(); ++variable) {
      const Variable& each = file.graph->variables[variable];
      if (each.owner != FunctionId{0} || !each.name.valid() || file.graph->names.text(each.name) != name) continue;
      const ObjectId frame = frame_of(FunctionId{0});
      const std::vector<std::pair<Symbol, ValueRef>>& fields = contents_[state_.content_of(frame)].fields;
      if (std::ranges::any_of(fields, [&](const auto& field) { return field.first == key; })) return std::nullopt;
      ValueRef value = import_variable({.functions = {}, .of_class = {}, .file = included_[i], .variable = {variable}}, program_.global(included_[i], {0}));
      if (value != kNothing) return value;
    }
  }
  return std::nullopt;
}

ValueRef Run::meaning_value(const Program::Meaning& meaning) {
  if (meaning.of_class.valid()) return object_value(objects_.add({.kind = Object::Kind::Class, .number = meaning.of_class.index, .detail = 0, .parent = {}, .key = {}, .type = {}}));
  if (!meaning.functions.empty()) {
    ValueRef value = kNothing;
    for (ProgramFunctionId function : meaning.functions)
      value = values_.unite(value, object_value(objects_.add({.kind = Object::Kind::Closure, .number = function.index, .detail = 0, .parent = {}, .key = {}, .type = {}})));
    return value;
  }
  if (!meaning.file.valid()) return kNothing;
  if (!meaning.variable.valid()) {
    Symbol module = program_.symbol(program_.file(meaning.file).header.path_module);
    return object_value(objects_.add({.kind = Object::Kind::Named, .number = 0, .detail = 0, .parent = {}, .key = module, .type = {}}));
  }
  // What the other file's own code leaves in its variable.
  ProgramFunctionId code = program_.global(meaning.file, {0});
  if (code == id_) return kNothing;
  if (FunctionId function = program_.file(meaning.file).functions_of_variables[meaning.variable.index]; function.valid())
    return object_value(objects_.add({.kind = Object::Kind::Closure, .number = program_.global(meaning.file, function).index, .detail = 0, .parent = {}, .key = {}, .type = {}}));
  ObjectId frame = objects_.add({.kind = Object::Kind::Frame, .number = code.index, .detail = 0, .parent = {}, .key = {}, .type = {}});
  Symbol key = program_.variable_symbol(program_.file(meaning.file), meaning.variable);
  if (state_.content_of(frame) != kPristine) {
    const Content& content = contents_[state_.content_of(frame)];
    if (auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first); at != content.fields.end() && at->first == key) return at->second;
  }
  // What others wrote into it, the callers know.
  bool may_be_more = has_pointers() && program_.file(meaning.file).variables[meaning.variable.index] == kWrittenElsewhere;
  if (may_be_more) return values_.unite(import_variable(meaning, code), read(frame, key));
  std::uint64_t place = std::uint64_t{meaning.file.index} << 32 | meaning.variable.index;
  if (auto known = imported_.find(place); known != imported_.end()) return known->second;
  ValueRef value = import_variable(meaning, code);
  if (is_changed(value)) value = values_.unite(value, read(frame, key));
  imported_.emplace(place, value);
  return value;
}

// `compact('a', 'b')` and `get_defined_vars()` of PHP, `locals()` of Python: own variables by their names.
std::optional<ValueRef> Run::variables_as_map(const CallParts& parts) {
  if (parts.is_new || parts.call->receiver.valid()) return std::nullopt;
  std::string_view name = text(parts.call->name);
  bool is_chosen = language_ == Language::Php && name == "compact";
  bool is_all = (language_ == Language::Php && name == "get_defined_vars") || (language_ == Language::Python && name == "locals");
  if (!is_chosen && !is_all) return std::nullopt;
  ValueRef map = object_value(make(parts.step, 0xc00, {}, false));
  for (std::uint32_t i = 0; i < file_.graph->variables.size(); ++i) {
    const Variable& variable = file_.graph->variables[i];
    if (variable.owner != local_ || variable.is_temporary || !variable.name.valid()) continue;
    std::string_view word = text(variable.name);
    if (word.starts_with('$')) word.remove_prefix(1);
    bool is_meant = is_all || std::ranges::any_of(parts.arguments, [&](ValueRef argument) {
      std::optional<Known> wanted = one_known(argument);
      return wanted && wanted->type == Known::Type::Text && wanted->text == word;
    });
    if (!is_meant) continue;
    Step loaded{.op = Op::Load, .node = {}, .name = {}, .variable = {i}};
    if (ValueRef value = load(loaded); value != kNothing) write(map, program_.symbol(word), value);
  }
  return map;
}

// A thing of a file with fields that functions write: what is in it, callers may know better.
bool Run::is_changed(ValueRef value) const {
  return std::ranges::any_of(values_[value].objects, [&](ObjectId id) {
    if (objects_[id].kind != Object::Kind::Made) return false;
    const Content& content = contents_[state_.content_of(id)];
    return std::ranges::any_of(content.fields, [&](const auto& field) { return program_.is_written(field.first); });
  });
}

ValueRef Run::import_variable(const Program::Meaning& meaning, ProgramFunctionId code) {
  const Summary* summary = solver_.summary(code, {});
  if (!summary) return kNothing;
  Symbol key = program_.variable_symbol(program_.file(meaning.file), meaning.variable);
  for (const auto& [object, content] : summary->things) {
    const Object& frame = summary->objects[object];
    if (frame.kind != Object::Kind::Frame || frame.number != code.index) continue;
    for (const auto& [name, value] : summary->contents[content].fields) {
      if (name != key) continue;
      return import_value(*summary, value, code);
    }
  }
  return kNothing;
}

}  // namespace sluice::flow
