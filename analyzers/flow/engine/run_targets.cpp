// Who a call may mean: functions by name, methods by the type of what they are called on, functions as values.
#include <algorithm>

#include "analyzers/flow/engine/imports.h"
#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

std::vector<ClassId> Run::classes(Symbol type) {
  if (!type.valid()) return {};
  return solver_.classes(type, program_.function(id_).file);
}

// How many parameters have no value of their own.
std::size_t Run::least_arguments(const ProgramFile& file, const Function& callee) {
  return static_cast<std::size_t>(std::ranges::count_if(callee.parameters, [&](const Parameter& each) { return each.node.valid() && !file.unit->child(each.node, Role::Value).valid(); }));
}

// Of C++: functions of the name that a variable of the file has, which holds the last of them alone.
void Run::add_overloads(const CallParts& parts, std::vector<Target>& out) {
  if (language_ != Language::Cpp || out.size() != 1 || !parts.call->name.valid()) return;
  const ProgramFunction& found = program_.function(out[0].function);
  const Function& function = program_.graph_function(out[0].function);
  const bool is_plain = !found.owner.valid() && function.outer == FunctionId{0} && function.name == parts.call->name && found.file == program_.function(id_).file;
  if (!is_plain) return;
  std::vector<Target> fitting;
  const std::vector<Function>& all = file_.graph->functions;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (all[i].name == function.name && all[i].outer == function.outer && !all[i].owner_class.valid() && all[i].has_body)
      if (ProgramFunctionId each = program_.global(found.file, {i}); fits(each, parts)) fitting.push_back({.function = each, .self = kNothing, .closure = out[0].closure});
  if (!fitting.empty()) out = std::move(fitting);
}

// Whether the number of arguments may be right.
bool Run::fits(ProgramFunctionId function, const CallParts& parts) const {
  if (!parts.call) return true;
  const Function& callee = program_.graph_function(function);
  std::size_t given = 0;
  bool has_keywords = false;
  for (const Argument& argument : parts.call->arguments) {
    if (argument.is_spread) return true;
    // Those by keyword may be one map.
    const bool is_again = language_ == Language::Ruby && argument.keyword.valid() && has_keywords;
    has_keywords |= argument.keyword.valid();
    given += is_again ? 0 : 1;
  }
  given = std::min(given, block_argument(parts));
  for (const Parameter& parameter : callee.parameters)
    if (parameter.is_rest || parameter.is_keywords || parameter.is_block) return true;
  std::size_t most = callee.parameters.size();
  bool is_strict = language_ == Language::Java || language_ == Language::Go;
  if (language_ == Language::Cpp && given < least_arguments(program_.file(program_.function(function).file), callee)) return false;
  return is_strict ? given == most : given <= most || language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx;
}

void Run::add_methods(const CallParts& parts, Symbol type, bool is_exact, Symbol name, ValueRef self, std::vector<Target>& out) {
  for (ClassId of : classes(type)) {
    std::vector<ProgramFunctionId> found = is_exact ? program_.methods(of, name) : program_.methods_below(of, name, kMostCallees + 1);
    std::vector<ProgramFunctionId> fitting;
    for (ProgramFunctionId each : found)
      if (program_.graph_function(each).has_body && fits(each, parts)) fitting.push_back(each);
    for (ProgramFunctionId each : fitting)
      if (std::ranges::find(out, each, &Target::function) == out.end()) out.push_back({.function = each, .self = self, .closure = {}});
  }
}

void Run::add_targets_of_object(const CallParts& parts, ObjectId id, Symbol name, std::vector<Target>& out) {
  Object object = objects_[id];
  switch (object.kind) {
    case Object::Kind::Class:
      for (ProgramFunctionId each : program_.methods({object.number}, name))
        if (fits(each, parts)) out.push_back({.function = each, .self = object_value(id), .closure = {}});
      return;
    case Object::Kind::Named: {
      // A function of another file, which is named as a whole.
      const Program::Meaning& meaning = solver_.meaning(program_.symbol(std::string(program_.text(object.key)) + "." + std::string(program_.text(name))), program_.function(id_).file);
      for (ProgramFunctionId each : meaning.functions)
        if (program_.graph_function(each).has_body && fits(each, parts)) out.push_back({.function = each, .self = kNothing, .closure = {}});
      if (out.empty() && meaning.variable.valid())
        for (ObjectId inner : std::vector(values_[meaning_value(Program::Meaning(meaning))].objects))
          if (objects_[inner].kind == Object::Kind::Closure && program_.graph_function({objects_[inner].number}).has_body) out.push_back({.function = {objects_[inner].number}, .self = kNothing, .closure = inner});
      return;
    }
    case Object::Kind::Closure: {
      // The one method of a functional interface, whatever its name.
      static constexpr std::string_view kOfFunctions[] = {"andThen", "compose", "negate", "and", "or", "bind", "curry", "equals", "hashCode", "toString", "then"};
      const Function& callee = program_.graph_function({object.number});
      bool is_run = std::ranges::find(kOfFunctions, program_.text(name)) == std::end(kOfFunctions);
      if (is_run && callee.has_body && fits(ProgramFunctionId{object.number}, parts)) out.push_back({.function = {object.number}, .self = kNothing, .closure = id});
      return;
    }
    default: break;
  }
  // A function that was put into the thing: `o.f = function () {...}`.
  Content content = contents_[state_.content_of(id)];
  auto at = std::ranges::lower_bound(content.fields, name, {}, &std::pair<Symbol, ValueRef>::first);
  if (at != content.fields.end() && at->first == name)
    for (ObjectId inner : std::vector(values_[at->second].objects))
      if (objects_[inner].kind == Object::Kind::Closure && program_.graph_function({objects_[inner].number}).has_body) out.push_back({.function = {objects_[inner].number}, .self = object_value(id), .closure = inner});
  if (!out.empty()) return;
  // What a request was bound to holds a stranger's data as a whole.
  ValueRef self = values_.with_taints(object_value(id), std::vector(values_[parts.receiver].taints));
  add_methods(parts, object.type, object.is_exact_type || (object.kind == Object::Kind::Made && !object.is_opaque), name, self, out);
}

// The method that runs where a thing is called as if it were a function.
std::string_view Run::method_of_calls() const {
  return language_ == Language::Php ? "__invoke" : language_ == Language::Python ? "__call__" : std::string_view();
}

// Whom the call may call, of the program's own. `leftover`: what else it gives, besides.
std::vector<Run::Target> Run::targets_of(const CallParts& parts, ValueRef& leftover) {
  const Call& what = *parts.call;
  std::vector<Target> out;
  auto add_value = [&](ValueRef function) {
    for (ObjectId id : std::vector(values_[function].objects)) {
      Object object = objects_[id];
      if (object.kind == Object::Kind::Closure) {
        const Function& callee = program_.graph_function({object.number});
        // A method that was taken from an object keeps it.
        bool is_bound = program_.function({object.number}).owner.valid() && object.parent.valid();
        if (callee.has_body) out.push_back({.function = {object.number}, .self = is_bound ? object_value(object.parent) : kNothing, .closure = id});
      }
      if (object.kind == Object::Kind::Class) leftover = values_.unite(leftover, construct(parts, {object.number}));
      if (object.kind == Object::Kind::Parameter && object.number < 63) wants_ |= std::uint64_t{1} << object.number;
      if (std::string_view method = method_of_calls(); !method.empty() && !parts.is_new) add_methods(parts, object.type, object.is_exact_type, program_.symbol(method), object_value(id), out);
      note_wanted_capture(id);
    }
  };
  FileId here = program_.function(id_).file;
  if (parts.is_new) {
    if (what.function.valid()) add_value(at_[what.function.index]);
    if (!out.empty() || leftover != kNothing) {
      // An anonymous class: its body is a closure.
      std::vector<Target> none;
      for (const Target& target : out)
        if (auto known = program_.file(program_.function(target.function).file).classes.find(program_.graph_function(target.function).node.index); known != program_.file(program_.function(target.function).file).classes.end())
          leftover = values_.unite(leftover, construct(parts, known->second));
        else if (is_script(language_)) leftover = values_.unite(leftover, construct_by_function(parts, target));
      return none;
    }
    std::string_view name = what.qualified.valid() ? text(what.qualified) : text(what.name);
    std::vector<ClassId> found = name.empty() ? std::vector<ClassId>{} : solver_.classes(program_.symbol(name), here);
    if (!found.empty()) leftover = construct(parts, found[0]);
    return out;
  }
  Symbol name = program_.symbol(file_, what.name);
  if (std::optional<ValueRef> value = called_value(parts)) {
    add_value(*value);
    if (!out.empty()) return out;
  }
  if (what.function.valid()) add_value(at_[what.function.index]);
  if (parts.receiver != kNothing || what.receiver.valid()) {
    const Value receiver = values_[parts.receiver];
    // `super.f()`: the parent's.
    bool is_super = what.receiver.valid() && function_.steps[what.receiver.index].node.valid() && [&] {
      std::string_view code = file_.unit->code(function_.steps[what.receiver.index].node);
      return code == "super" || code == "super()" || code == "base" || code == "parent";
    }();
    if (is_super && owner_.valid()) {
      for (ClassId parent : program_.class_of(owner_).parent_classes)
        for (ProgramFunctionId each : program_.methods(parent, name))
          if (fits(each, parts)) out.push_back({.function = each, .self = self(), .closure = {}});
      return out;
    }
    for (ObjectId id : receiver.objects) add_targets_of_object(parts, id, name, out);
    if (out.empty() && receiver.type.valid()) add_methods(parts, receiver.type, receiver.is_exact_type, name, parts.receiver, out);
    if (!out.empty()) return out;
    for (ObjectId id : receiver.objects)
      if (objects_[id].kind == Object::Kind::Parameter && objects_[id].number < 63) wants_ |= std::uint64_t{1} << objects_[id].number;
    for (ObjectId id : receiver.objects) note_wanted_capture(id);
    // A class of the program whose `new` is a method (Ruby).
    for (ObjectId id : receiver.objects)
      if (objects_[id].kind == Object::Kind::Class && text(what.name) == "new") leftover = values_.unite(leftover, construct(parts, {objects_[id].number}));
    if (leftover != kNothing) return out;
  } else if (language_ == Language::Ruby && owner_.valid() && name.valid()) {
    const Value own = values_[self()];
    for (ObjectId id : own.objects) add_targets_of_object(parts, id, name, out);
    if (!out.empty()) return out;
  }
  if (out.empty() && !what.receiver.valid() && what.variable.valid()) {
    Step loaded{.op = Op::Load, .node = what.callee, .name = {}, .variable = what.variable};
    add_value(load(loaded));
    add_overloads(parts, out);
    if (!out.empty() || leftover != kNothing) return out;
  }
  // A method of the own class, which may stand in another file.
  bool has_plain_methods = language_ == Language::Cpp || language_ == Language::CSharp || language_ == Language::Java;
  if (out.empty() && has_plain_methods && owner_.valid() && !what.receiver.valid() && !what.function.valid() && name.valid()) {
    add_methods(parts, program_.symbol(program_.class_of(owner_).qualified), false, name, self(), out);
    if (!out.empty()) return out;
  }
  if (what.qualified.valid()) {
    Program::Meaning meaning = solver_.meaning(program_.symbol(file_, what.qualified), here);
    for (ProgramFunctionId each : meaning.functions)
      if (program_.graph_function(each).has_body && fits(each, parts)) out.push_back({.function = each, .self = kNothing, .closure = {}});
    if (out.empty() && meaning.of_class.valid()) leftover = construct(parts, meaning.of_class);
    // `export const f = () => {}`
    if (out.empty() && leftover == kNothing && meaning.variable.valid()) add_value(meaning_value(meaning));
    // What a file gives on that another gives: `export * from './other'`.
    const bool is_name = what.callee.valid() && file_.unit->node(what.callee).kind == Kind::Name;
    const NodeId declaration = out.empty() && leftover == kNothing && is_name && is_script(language_) ? file_.unit->declaration(what.callee) : NodeId{};
    if (declaration.valid())
      if (const Program::Meaning given = solver_.imported(here, declaration); given.is_known()) add_value(meaning_value(given));
  }
  return out;
}

}  // namespace sluice::flow
