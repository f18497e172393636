// Who is called, and what that does here.
#include <algorithm>

#include "analyzers/flow/engine/imports.h"
#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kMostTargets = 8;   // of one call; beyond, nobody knows who is called
constexpr int kMostRounds = 3;            // of a function that a library calls
constexpr std::size_t kDeepestContext = 40;  // of calls that are looked at for themselves

}  // namespace

ValueRef Run::call(const Step& step, std::uint32_t number) {
  const Call& what = function_.calls[step.number];
  CallParts parts{.step = number, .call = &what, .is_new = step.op == Op::New, .arguments = {}, .plain_arguments = {}};
  if (what.receiver.valid()) parts.receiver = through(at_[what.receiver.index]), parts.receiver_step = what.receiver;
  for (const Argument& argument : what.arguments) parts.arguments.push_back(argument.value.valid() ? at_[argument.value.index] : kNothing);

  // What is known to be a text, and nothing else, is worked out.
  if (!parts.is_new) {
    std::optional<Known> receiver = what.receiver.valid() ? one_known(parts.receiver) : std::nullopt;
    std::vector<Known> given;
    for (ValueRef argument : parts.arguments)
      if (std::optional<Known> one = one_known(argument)) given.push_back(*one);
    bool is_plain_receiver = !what.receiver.valid() || receiver;
    if (is_plain_receiver && given.size() == parts.arguments.size() && (receiver || !given.empty()))
      if (std::optional<Known> out = known_call(text(what.name), receiver ? &*receiver : nullptr, given)) return known(*out);
  }

  if (std::optional<ValueRef> module = required(parts)) return *module;
  if (construct_parent(parts)) return kNothing;
  if (std::optional<ValueRef> block = block_itself(parts)) return *block;
  if (std::optional<ValueRef> map = variables_as_map(parts)) return *map;
  if (std::optional<ValueRef> given = parents_method(parts)) return *given;
  if (std::optional<ValueRef> given = construct_library_parent(parts)) return *given;
  if (std::optional<ValueRef> function = function_by_name(parts)) return *function;
  if (std::optional<ValueRef> given = of_structure(parts)) return *given;
  if (std::optional<ValueRef> given = called_with_self(parts)) return *given;
  ValueRef leftover = kNothing;
  std::vector<Target> targets = targets_of(parts, leftover);
  ValueRef result = kNothing;
  if (!targets.empty() && targets.size() <= kMostTargets) {
    State before = state_;
    std::optional<State> after;
    for (std::uint32_t i = 0; i < targets.size(); ++i) {
      state_ = before;
      ValueRef given = apply(parts, targets[i], i, targets.size() == 1);
      result = values_.unite(result, given);
      after = after ? joined(*after, state_, false) : state_;
    }
    state_ = std::move(*after);
    if (leftover == kNothing) return result;
  }
  if (leftover != kNothing) return values_.unite(result, leftover);
  if (targets.empty()) {
    if (std::optional<ValueRef> made = made_by_template(parts)) return *made;
    if (std::optional<ValueRef> given = added_method(parts)) return *given;
  }
  if (std::optional<ValueRef> given = modelled(parts)) {
    *given = without_replaced(parts, *given);
    bool is_number = is_count(text(what.name)) && values_[*given].objects.empty();
    if (is_number) {
      for (ValueRef argument : parts.arguments) note_wanted(argument);
      note_wanted(parts.receiver);
      return values_.unite(result, values_.unknown());
    }
    bool is_guess = targets.empty() && what.receiver.valid() && !values_[parts.receiver].type.valid();
    return values_.unite(result, is_guess ? pend(parts, *given) : *given);
  }
  if (targets.empty())
    if (std::optional<ValueRef> field = attribute(parts)) return values_.unite(result, *field);
  if (!targets.empty() && targets.size() <= kMostTargets) return result;
  const bool is_size = language_ == Language::Ruby && what.receiver.valid() && parts.arguments.empty() && targets.empty() && is_count(text(what.name));
  if (is_size) {
    note_wanted(parts.receiver);
    return values_.unknown();
  }
  ValueRef given = without_replaced(parts, default_call(parts));
  return values_.unite(result, targets.empty() ? pend(parts, given) : given);
}

// JavaScript: `f.call(self, x)`, `f.apply(self, [x])`.
std::optional<ValueRef> Run::called_with_self(const CallParts& parts) {
  const std::string_view name = text(parts.call->name);
  const bool is_script = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx;
  if (!is_script || parts.is_new || (name != "call" && name != "apply") || !parts.call->receiver.valid()) return std::nullopt;
  std::vector<ObjectId> functions;
  for (ObjectId id : values_[parts.receiver].objects)
    if (objects_[id].kind == Object::Kind::Closure && program_.graph_function({objects_[id].number}).has_body) functions.push_back(id);
  if (functions.empty() || functions.size() != values_[parts.receiver].objects.size() || functions.size() > kMostTargets) return std::nullopt;
  ValueRef out = kNothing;
  for (ObjectId id : functions) {
    CallParts inner{.step = parts.step, .arguments = {}, .plain_arguments = {}};
    const std::size_t wanted = program_.graph_function({objects_[id].number}).parameters.size();
    if (name == "call") inner.plain_arguments.assign(parts.arguments.begin() + std::min<std::size_t>(1, parts.arguments.size()), parts.arguments.end());
    else
      for (std::size_t i = 0; i < wanted && parts.arguments.size() > 1; ++i) inner.plain_arguments.push_back(read_element(parts.arguments[1], known(Known::of(static_cast<std::int64_t>(i)))));
    out = values_.unite(out, apply(inner, {.function = {objects_[id].number}, .self = parts.arguments.empty() ? kNothing : parts.arguments[0], .closure = id}, 430));
  }
  return out;
}

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
    std::vector<ProgramFunctionId> found = is_exact ? program_.methods(of, name) : program_.methods_below(of, name, kMostTargets + 1);
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

// Whether the class has constructors; those that may be meant are run.
bool Run::run_constructors(const CallParts& parts, ClassId of, ValueRef made) {
  bool has_one = false;
  std::vector<Target> constructors;
  for (const auto& [name, methods] : program_.class_of(of).methods)
    for (ProgramFunctionId each : methods)
      if (program_.graph_function(each).is_constructor && program_.graph_function(each).has_body) {
        has_one = true;
        if (fits(each, parts)) constructors.push_back({.function = each, .self = made, .closure = {}});
      }
  std::ranges::sort(constructors, {}, &Target::function);
  for (std::uint32_t i = 0; i < constructors.size() && i < 2; ++i) apply(parts, constructors[i], 100 + i);
  return has_one;
}

// `super(x)`, `: base(x)`, `: Base(x)`: the constructor of a parent, on the same object.
bool Run::construct_parent(const CallParts& parts) {
  if (!function_.is_constructor || !owner_.valid() || !parts.call->callee.valid() || language_ == Language::Ruby) return false;
  std::string_view code = file_.unit->code(parts.call->callee);
  bool is_word = code == "super" || code == "base";
  for (ClassId parent : program_.class_of(owner_).parent_classes) {
    bool is_named = language_ == Language::Cpp && last_part(with_dots(code.substr(0, code.find('<')))) == program_.text(program_.class_of(parent).name);
    if (!is_word && !is_named) continue;
    for (ClassId at = parent;;) {
      if (run_constructors(parts, at, self()) || program_.class_of(at).parent_classes.empty()) return true;
      at = program_.class_of(at).parent_classes[0];
    }
  }
  return false;
}

// `record Place(string Name)`: what it is given are its fields.
bool Run::fill_record(const CallParts& parts, ClassId class_id, ValueRef made) {
  if (language_ != Language::Java && language_ != Language::CSharp) return false;
  const ProgramFile& file = program_.file(program_.class_of(class_id).file);
  const NodeId node = program_.graph_function(program_.class_of(class_id).body).node, list = file.unit->child(node, Role::Parameters);
  if (!list.valid() || !parts.call) return false;
  std::vector<Symbol> names;
  for (NodeId part : file.unit->children(list))
    if (NodeId word = file.unit->child(part, Role::Name); word.valid() && file.unit->node(word).text.valid()) names.push_back(program_.symbol(file.unit->text(word)));
  if (names.size() < parts.arguments.size()) return false;
  for (std::size_t i = 0; i < parts.arguments.size(); ++i) {
    const NameId keyword = parts.call->arguments[i].keyword;
    write(made, keyword.valid() ? program_.symbol(file_, keyword) : names[i], parts.arguments[i]);
  }
  return !names.empty();
}

// Python: what a class declares (`name: str`) its things are made of, by keyword or place: `@dataclass`, `NamedTuple`,
// models of pydantic. The classes from the own one upwards.
bool Run::has_declared_fields(const std::vector<ClassId>& line, const CallParts& parts) const {
  if (language_ != Language::Python || !parts.call || parts.arguments.empty()) return false;
  std::size_t fields = 0, places = 0;
  for (ClassId each : line) fields += program_.class_of(each).fields.size();
  for (const Argument& argument : parts.call->arguments) {
    if (argument.is_spread) return false;
    places += argument.keyword.valid() ? 0 : 1;
  }
  return fields > 0 && places <= fields;
}

void Run::set_declared_fields(const std::vector<ClassId>& line, const CallParts& parts, ValueRef made) {
  std::vector<std::pair<ClassId, Symbol>> fields;
  for (std::size_t i = line.size(); i-- > 0;)
    for (Symbol field : program_.class_of(line[i]).fields) fields.emplace_back(line[i], field);
  std::size_t place = 0;
  for (std::size_t i = 0; i < parts.arguments.size(); ++i) {
    const NameId keyword = parts.call->arguments[i].keyword;
    const Symbol name = keyword.valid() ? program_.symbol(file_, keyword) : fields[place++].second;
    auto declared = std::ranges::find(fields, name, &std::pair<ClassId, Symbol>::second);
    write(made, name, declared == fields.end() ? parts.arguments[i] : as_declared(parts.arguments[i], program_.field_type(declared->first, name)));
  }
}

// JavaScript: `new F(x)` of a plain function: it fills a new thing, which has what `F.prototype` has.
ValueRef Run::construct_by_function(const CallParts& parts, const Target& target) {
  ValueRef made = object_value(make(parts.step, 0xfdf000 + target.function.index % 1024, {}, false));
  const ObjectId own = prototype_of(target.function);
  const ProgramFunctionId code = program_.global(program_.function(target.function).file, {0});
  if (const Summary* summary = code == id_ ? nullptr : solver_.summary(code, {}))
    for (const auto& [object, content] : summary->things) {
      const Object& thing = summary->objects[object];
      if (thing.kind != Object::Kind::Frame || thing.number != target.function.index || thing.detail != objects_[own].detail) continue;
      for (const auto& [name, value] : summary->contents[content].fields) write(made, name, import_value(*summary, value, code));
    }
  for (const auto& [name, value] : Content(contents_[state_.content_of(own)]).fields) write(made, name, value);
  apply(parts, {.function = target.function, .self = made, .closure = target.closure, .is_constructor = true}, 230);
  return made;
}

// What a function's `prototype` holds lives as long as the program, as variables of a file do.
ObjectId Run::prototype_of(ProgramFunctionId function) {
  constexpr std::uint32_t kPrototypeDetail = 2;
  return objects_.add({.kind = Object::Kind::Frame, .number = function.index, .detail = kPrototypeDetail, .parent = {}, .key = {}, .type = {}});
}

// `super(x)` where the parent is a library's: what that makes of it, models say of `new`.
std::optional<ValueRef> Run::construct_library_parent(const CallParts& parts) {
  if (!function_.is_constructor || !owner_.valid() || parts.is_new) return std::nullopt;
  const bool is_super = language_ == Language::Ruby ? text(parts.call->name) == "super" && !parts.call->receiver.valid() : parts.call->callee.valid() && file_.unit->code(parts.call->callee) == "super";
  if (!is_super) return std::nullopt;
  CallParts inner = parts;
  inner.receiver = self();
  for (Symbol parent : program_.library_types(owner_))
    if (std::span<const Model> models = models_for(parent, "new"); !models.empty())
      if (apply_models(models, inner)) return kNothing;
  return std::nullopt;
}

// An object of a class of the program: its fields as the class's body leaves them, then its constructor.
ValueRef Run::construct(const CallParts& parts, ClassId class_id) {
  const ProgramClass& of = program_.class_of(class_id);
  Symbol type = program_.symbol(of.qualified);
  ObjectId object = make(parts.step, 0xffffff - class_id.index % 1024, type, false);
  objects_.edit(object).is_exact_type = true;
  bool is_on_heap = language_ == Language::Cpp && parts.is_new && file_.unit->code(function_.steps[parts.step].node).starts_with("new");
  const Unit& unit = *program_.file(of.file).unit;
  NodeId definition = program_.graph_function(of.body).node;
  bool is_structure_type = language_ == Language::CSharp && unit.node(definition).text.valid() && unit.text(definition).find("struct") != std::string_view::npos;
  objects_.edit(object).is_value = (has_pointers() && !is_on_heap) || is_structure_type;
  ValueRef made = object_value(object);
  // From the class at the top down: fields with what they begin with.
  std::vector<ClassId> line = {class_id};
  for (std::size_t i = 0; i < line.size() && i < 16; ++i)
    for (ClassId parent : program_.class_of(line[i]).parent_classes)
      if (std::ranges::find(line, parent) == line.end()) line.push_back(parent);
  for (std::size_t i = line.size(); i-- > 0;) {
    ProgramFunctionId body = program_.class_of(line[i]).body;
    if (body != id_) apply(parts, {.function = body, .self = made, .closure = {}, .is_constructor = true}, 200 + static_cast<std::uint32_t>(i));
  }
  // The nearest constructor that there is.
  for (ClassId at : line)
    if (run_constructors(parts, at, made)) return made;
  if (fill_record(parts, class_id, made)) return made;
  // A plain structure is made of its parts, by their places.
  bool is_structure = has_pointers() && line.size() == of.parents.size() + 1 && parts.arguments.size() <= of.fields.size();
  if (is_structure) {
    for (std::size_t i = 0; i < parts.arguments.size(); ++i) write(made, of.fields[i], parts.arguments[i]);
    return made;
  }
  if (has_declared_fields(line, parts)) {
    set_declared_fields(line, parts, made);
    return made;
  }
  // Who has no constructor of its own is made by a library's: what that is given, it may hold.
  if (!parts.arguments.empty()) {
    CallParts inner = parts;
    inner.receiver = made;
    for (Symbol parent : program_.library_types(class_id))
      if (std::span<const Model> models = models_for(parent, "new"); !models.empty() && apply_models(models, inner)) break;
    std::vector<Taint> taints;
    for (ValueRef argument : parts.arguments) add_deep(argument, taints);
    taint_own(made, moved(std::move(taints)));
  }
  return made;
}

bool Run::is_named_parameter(const ProgramFunctionId function, std::string_view word) const {
  const Function& callee = program_.graph_function(function);
  const ProgramFile& file = program_.file(program_.function(function).file);
  return std::ranges::any_of(callee.parameters, [&](const Parameter& each) { return !each.is_keywords && each.name.valid() && file.graph->names.text(each.name) == word; });
}

// `f(**map)`: what the map has under a parameter's name; nothing where it is known to have no such entry.
std::optional<ValueRef> Run::keyword_of(ValueRef map, Symbol name) {
  const Value what = values_[map];
  if (!name.valid()) return std::nullopt;
  if (what.objects.empty()) return unknown_with(deep({map}));
  ValueRef out = kNothing;
  for (ObjectId id : what.objects) out = values_.unite(out, read(id, name));
  if (what.is_unknown) out = values_.unite(out, values_.unknown());
  out = values_.with_taints(out, moved(what.taints));
  return out == kNothing ? std::nullopt : std::optional(out);
}

// All entries of a map, put into another.
void Run::spread_into(ValueRef map, ValueRef from) {
  for (ObjectId id : std::vector(values_[from].objects)) {
    const Content content = contents_[state_.content_of(id)];
    for (const auto& [key, field] : content.fields) write(map, key, field);
    const bool is_open = objects_[id].is_input() || objects_[id].is_opaque || content.rest != kNothing;
    if (is_open) write_any(map, read_any(id, false));
  }
  if (values_[from].objects.empty()) write_any(map, unknown_with(deep({from})));
}

// Ruby: keywords that a function does not take are one map behind its other arguments.
ValueRef Run::map_of_keywords(const CallParts& parts, ProgramFunctionId callee) {
  if (!parts.call) return kNothing;
  const std::vector<Argument>& given = parts.call->arguments;
  ObjectId map;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool is_entry = given[i].is_keywords || (given[i].keyword.valid() && !(callee.valid() && is_named_parameter(callee, text(given[i].keyword))));
    if (!is_entry) continue;
    if (!map.valid()) map = make(parts.step, 0xefff, program_.symbol("Hash"), false);
    if (given[i].is_keywords) spread_into(object_value(map), parts.arguments[i]);
    else write_element(object_value(map), known(Known::of(std::string(text(given[i].keyword)))), parts.arguments[i]);
  }
  return map.valid() ? object_value(map) : kNothing;
}

ValueRef Run::argument_for(const CallParts& parts, ProgramFunctionId function, std::uint32_t number) {
  const Function& callee = program_.graph_function(function);
  if (language_ == Language::Ruby && parts.call && number == block_parameter(callee)) {
    std::size_t block = block_argument(parts);
    if (block < parts.arguments.size()) return parts.arguments[block];
  }
  if (number >= callee.parameters.size()) return kNothing;
  if (!parts.call && callee.parameters[number].is_rest && number < parts.plain_arguments.size()) {
    const ValueRef list = object_value(make(parts.step, 0xf000 + number, {}, false, true));
    for (std::size_t i = number; i < parts.plain_arguments.size(); ++i) append(list, parts.plain_arguments[i]);
    return list;
  }
  if (!parts.call) return number < parts.plain_arguments.size() ? parts.plain_arguments[number] : kNothing;
  const Parameter& parameter = callee.parameters[number];
  const std::vector<Argument>& given = parts.call->arguments;
  if (parameter.is_keywords) {
    ObjectId object = make(parts.step, 0xf000 + number, {}, false);
    for (std::size_t i = 0; i < given.size(); ++i)
      if (given[i].is_keywords) spread_into(object_value(object), parts.arguments[i]);
      else if (given[i].keyword.valid() && !is_named_parameter(function, text(given[i].keyword))) write(object_value(object), program_.symbol(file_, given[i].keyword), parts.arguments[i]);
    return object_value(object);
  }
  std::uint32_t place = 0, before = 0;
  for (std::uint32_t i = 0; i < number; ++i) before += callee.parameters[i].is_keywords ? 0 : 1;
  ObjectId rest;
  if (parameter.is_rest) rest = make(parts.step, 0xf000 + number, {}, false, true);
  Symbol name = program_.symbol(program_.file(program_.function(function).file), parameter.name);
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].keyword.valid()) {
      if (name.valid() && program_.symbol(file_, given[i].keyword) == name) return parts.arguments[i];
      continue;
    }
    if (given[i].is_keywords) {
      if (std::optional<ValueRef> entry = keyword_of(parts.arguments[i], name)) return *entry;
      continue;
    }
    if (given[i].is_spread) {
      ValueRef any = kNothing;
      for (ObjectId id : std::vector(values_[parts.arguments[i]].objects)) {
        Content content = contents_[state_.content_of(id)];
        if (content.is_list && number >= place && number - place < content.elements.size() && !parameter.is_rest) any = values_.unite(any, content.elements[number - place]);
        else any = values_.unite(any, read_any(id, true));
      }
      if (values_[parts.arguments[i]].objects.empty()) any = unknown_with(deep({parts.arguments[i]}));
      if (!parameter.is_rest) return any;
      append(object_value(rest), any);
      continue;
    }
    if (parameter.is_rest && place >= before) append(object_value(rest), parts.arguments[i]);
    if (!parameter.is_rest && place == before) return parts.arguments[i];
    ++place;
  }
  if (language_ == Language::Ruby && !parameter.is_rest && place == before)
    if (ValueRef map = map_of_keywords(parts, function); map != kNothing) return map;
  // Go and Java may be given the list as it is.
  return parameter.is_rest ? object_value(rest) : kNothing;
}

// The step of the argument for a parameter that is another name for it.
ValueId Run::argument_step(const CallParts& parts, ProgramFunctionId function, std::uint32_t number) const {
  if (!parts.call || number >= program_.graph_function(function).parameters.size()) return {};
  const std::vector<Argument>& given = parts.call->arguments;
  bool is_by_place = number < given.size() && std::none_of(given.begin(), given.begin() + number + 1, [](const Argument& each) { return each.is_spread || each.keyword.valid(); });
  return is_by_place ? given[number].value : ValueId{};
}

// A variable around this function is called: who knows what it holds knows more.
void Run::note_wanted_capture(ObjectId id) {
  const Object& object = objects_[id];
  if (object.kind != Object::Kind::Part || !object.parent.valid() || objects_[object.parent].kind != Object::Kind::Frame) return;
  std::pair<ProgramFunctionId, Symbol> wanted{{objects_[object.parent].number}, object.key};
  if (std::ranges::find(wanted_captures_, wanted) == wanted_captures_.end()) wanted_captures_.push_back(wanted);
}

Context Run::context_for(const CallParts& parts, const Target& target) {
  Context context;
  const Function& callee = program_.graph_function(target.function);
  const Summary* plain = solver_.summary(target.function, {});
  std::uint64_t wants = plain ? plain->wants : 0;
  if (solver_.depth() > kDeepestContext) return context;
  const ProgramFile& file = program_.file(program_.function(target.function).file);
  std::uint32_t count = static_cast<std::uint32_t>(callee.parameters.size()) + (language_ == Language::Ruby ? 1 : 0);
  for (std::uint32_t i = 0; i < count && i < 63; ++i) {
    bool is_block = i >= callee.parameters.size();
    if (!is_block && (callee.parameters[i].is_rest || callee.parameters[i].is_keywords)) continue;
    bool is_wanted = (wants >> i & 1) != 0;
    bool declares = !is_block && callee.parameters[i].node.valid() && program_.declared_type(file, callee.parameters[i].node).valid();
    if (!is_wanted) continue;
    ValueRef given = argument_for(parts, target.function, i);
    const Value& value = values_[given];
    Context::Argument known;
    known.parameter = i;
    bool is_one = !value.is_unknown && value.taints.empty() && value.objects.empty() && value.constants.size() == 1;
    if (is_wanted && is_one) known.constant = value.constants[0];
    if (is_wanted && value.objects.size() == 1 && objects_[value.objects[0]].kind == Object::Kind::Closure) known.function = {objects_[value.objects[0]].number};
    if (!declares && !known.constant.valid() && !known.function.valid() && value.type.valid() && value.type != text_type() && value.objects.size() <= 1) {
      known.type = value.type;
      known.is_exact_type = value.is_exact_type;
    }
    NodeId parameter = is_block ? NodeId{} : callee.parameters[i].node;
    known.is_given = given != kNothing && parameter.valid() && file.unit->node(parameter).kind == Kind::Parameter && file.unit->child(parameter, Role::Value).valid();
    if (known.is_given || known.constant.valid() || known.function.valid() || known.type.valid()) context.arguments.push_back(known);
  }
  // Functions in the variables around a closure.
  if (plain && target.closure.valid() && !plain->wanted_captures.empty()) {
    ObjectId frame = objects_[target.closure].parent;
    for (const auto& [function, key] : plain->wanted_captures) {
      if (!frame.valid()) continue;
      Content content = contents_[state_.content_of(frame)];
      for (const auto& [name, value] : content.fields) {
        if (name != key || values_[value].objects.size() != 1 || objects_[values_[value].objects[0]].kind != Object::Kind::Closure) continue;
        context.captures.push_back({function, key, {objects_[values_[value].objects[0]].number}});
      }
    }
    std::ranges::sort(context.captures);
  }
  // `self` of a class that is known better than the method's own.
  if (values_[target.self].type.valid() && values_[target.self].is_exact_type && program_.function(target.function).owner.valid()) {
    const ProgramClass& own = program_.class_of(program_.function(target.function).owner);
    if (program_.text(values_[target.self].type) != own.qualified && !own.subclasses.empty()) context.self_type = values_[target.self].type;
  }
  return context;
}

// Nobody knows what it does: it may give back whatever it was given.
ValueRef Run::default_call(const CallParts& parts) {
  std::vector<Taint> taints;
  // A function that is given adds what it returns (below), not what it only looks at: `list.First(i => i.Id == id)`.
  auto is_function_alone = [&](ValueRef argument) {
    const Value& value = values_[argument];
    return !value.is_unknown && !value.objects.empty() && std::ranges::all_of(value.objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure && program_.graph_function({objects_[id].number}).has_body; });
  };
  for (ValueRef argument : parts.arguments)
    if (!is_function_alone(argument)) add_deep(argument, taints);
  if (parts.call && parts.call->function.valid()) add_deep(at_[parts.call->function.index], taints);
  if (parts.call && parts.call->variable.valid()) {
    Step called{.op = Op::Load, .node = parts.call->callee, .name = {}, .variable = parts.call->variable};
    if (auto place = places_.find(called.variable.index); place != places_.end() || file_.variables[called.variable.index] != kOwn) add_deep(load(called), taints);
  }
  for (std::uint16_t rule : program_.rules_with_safe_functions())
    for (Taint& taint : taints) taint.cleaned = program_.clean_sets().with_rule(taint.cleaned, rule);
  std::vector<Taint> of_receiver;
  add_deep(parts.receiver, of_receiver);
  unite_taints(taints, of_receiver, program_.clean_sets());
  unite_taints(taints, taints_of_lambdas(parts.arguments, parts.step), program_.clean_sets());
  // Functions that it is given may be called with it.
  std::vector<ValueRef> given;
  for (ValueRef argument : parts.arguments) {
    bool is_function = std::ranges::any_of(values_[argument].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure; });
    if (!is_function) continue;
    ValueRef with = unknown_with(moved(taints));
    ValueRef out = closure_result(argument, {&with, 1}, 1, 300);
    add_deep(out, taints);
  }
  ObjectId made = make(parts.step, 0, {}, true);
  Symbol type;
  if (parts.is_new && parts.call && parts.call->qualified.valid()) type = program_.symbol(file_, parts.call->qualified);
  else if (parts.is_new && parts.call && parts.call->name.valid()) type = program_.symbol(file_, parts.call->name);
  objects_.edit(made).type = type;
  Value value;
  value.objects.push_back(made);
  value.type = type;
  value.is_unknown = !parts.is_new;
  ValueRef result = values_.add(std::move(value));
  std::vector<Taint> passed = moved(std::move(taints));
  if (parts.is_new) taint_own(result, passed);
  return parts.is_new ? result : values_.with_taints(result, passed);
}

// What a function value gives when it is called with these; `number` of them.
ValueRef Run::closure_result(ValueRef function, std::span<const ValueRef> arguments, std::uint32_t number, std::uint32_t detail) {
  ValueRef result = kNothing;
  for (ObjectId id : std::vector(values_[function].objects)) {
    Object object = objects_[id];
    if (object.kind != Object::Kind::Closure) continue;
    CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = {arguments.begin(), arguments.begin() + number}};
    Target target{.function = {object.number}, .self = kNothing, .closure = id};
    if (!program_.graph_function(target.function).has_body) continue;
    // What it leaves in the variables around it, it may find there when it is called again.
    for (int round = 0; round < kMostRounds; ++round) {
      const ContentRef before = object.parent.valid() ? state_.content_of(object.parent) : kPristine;
      result = values_.unite(result, apply(parts, target, detail));
      const bool is_changed = object.parent.valid() && state_.content_of(object.parent) != before;
      if (!is_changed) break;
    }
  }
  return result;
}

}  // namespace sluice::flow
