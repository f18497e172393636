// What things of the program's classes hold when they are made.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

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

}  // namespace sluice::flow
