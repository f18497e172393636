// Variables that are things of their own, and other names for them.
//
//   p = &x        x is kept in a cell, which is what p names; `*p` is what is in it
//   b = a         of a structure or an array that is a value: b is a copy
//   T& r = x      r is x
//   f(T& out)     what is stored into `out` is written to what the caller gave
//
// A pointer to what was made by `new` is the thing itself; `p->f` and `p.f` look through cells.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr std::uint32_t kCellDetail = 0xfffff0, kCopyDetail = 0xd00;
constexpr int kDeepestCopy = 3;

}  // namespace

bool Run::has_pointers() const { return language_ == Language::C || language_ == Language::Cpp || language_ == Language::Go; }
bool Run::copies_things() const { return has_pointers() || language_ == Language::Php || language_ == Language::CSharp; }

// All members of a union are one place.
Symbol Run::member_of(ValueRef thing, Symbol name) {
  if (language_ != Language::C && language_ != Language::Cpp) return name;
  if (program_.text(name) == "*") return name;
  auto is_of_union = [&](Symbol type) { return std::ranges::any_of(classes(type), [&](ClassId of) { return program_.is_union(of) && program_.has_field(of, name); }); };
  const Value what = values_[through(thing)];
  bool is_one = is_of_union(what.type) || std::ranges::any_of(what.objects, [&](ObjectId id) { return is_of_union(objects_[id].type); });
  return is_one ? program_.symbol("union") : name;
}

bool Run::is_reference(const Unit& unit, NodeId declaration) const {
  if (language_ == Language::CSharp && declaration.valid()) {
    std::string_view code = unit.code(declaration);
    return unit.node(declaration).kind == Kind::Parameter && (code.starts_with("ref ") || code.starts_with("out "));
  }
  if (!declaration.valid() || (language_ != Language::Cpp && language_ != Language::Php)) return false;
  if (language_ == Language::Php) {
    std::uint32_t begin = unit.node(declaration).begin;
    if (unit.node(declaration).kind == Kind::Parameter) return unit.code(declaration).substr(0, unit.code(declaration).find('=')).find('&') != std::string_view::npos;
    return begin > 0 && unit.source_text()[begin - 1] == '&';
  }
  NodeId type = unit.child(declaration, Role::Type);
  return type.valid() && unit.code(type).ends_with('&') && !unit.code(type).ends_with("&&");
}

// Which variables have cells, and which are other names for something.
void Run::find_references() {
  if (!copies_things()) return;
  auto is_plain = [&](VariableId variable) {
    return file_.graph->variables[variable.index].owner == local_ && file_.variables[variable.index] == kOwn;
  };
  for (const Step& step : function_.steps) {
    const Step* from = step.count > 0 ? &function_.steps[function_.operands[step.first].index] : nullptr;
    if (!from) continue;
    bool is_address = has_pointers() && step.op == Op::Unary && text(step.name) == "&" && from->op == Op::Load;
    if (is_address && is_plain(from->variable)) cells_.emplace(from->variable.index, objects_.add({.kind = Object::Kind::Made, .number = from->variable.index, .detail = kCellDetail}));
    if (step.op != Op::Store || !is_plain(step.variable) || from->op == Op::Parameter) continue;
    NodeId name = file_.graph->variables[step.variable.index].declaration;
    NodeId around = name.valid() ? file_.unit->parent(name) : NodeId{};
    bool is_other_name = language_ == Language::Php ? is_reference(*file_.unit, from->op == Op::Item ? step.node : from->node) : around.valid() && around == declaration_of(step) && is_reference(*file_.unit, around);
    if (!is_other_name) continue;
    if (from->op == Op::Load && is_plain(from->variable)) aliases_.emplace(step.variable.index, from->variable);
    else places_behind_.emplace(step.variable.index, function_.operands[step.first]);
  }
  for (auto& [variable, cell] : cells_) objects_.edit(cell).is_cell = true;
}

// The definition that a Store is the beginning of.
NodeId Run::declaration_of(const Step& store) const {
  NodeId name = file_.graph->variables[store.variable.index].declaration;
  return name.valid() && store.node == name ? file_.unit->parent(name) : NodeId{};
}

VariableId Run::alias_of(VariableId variable) const {
  for (int depth = 0; depth < 4; ++depth) {
    auto other = aliases_.find(variable.index);
    if (other == aliases_.end()) break;
    variable = other->second;
  }
  return variable;
}

// What is in the cells among these; the rest as it is.
ValueRef Run::through(ValueRef ref) {
  const Value what = values_[ref];
  if (std::ranges::none_of(what.objects, [&](ObjectId id) { return objects_[id].is_cell; })) return ref;
  Value rest = what;
  std::erase_if(rest.objects, [&](ObjectId id) { return objects_[id].is_cell; });
  bool has_rest = !rest.objects.empty() || !rest.constants.empty() || rest.is_unknown;
  ValueRef out = has_rest ? values_.add(std::move(rest)) : kNothing;
  for (ObjectId id : what.objects)
    if (objects_[id].is_cell) out = values_.unite(out, read(id, program_.symbol("*")));
  return out;
}

// `*p` where p is no cell: the thing itself, unless nobody knows what p points to.
bool Run::is_its_own_target(ObjectId id) {
  const Object& object = objects_[id];
  if (object.is_cell || !has_pointers()) return false;
  if (!object.is_input()) return true;
  if (object.kind == Object::Kind::Frame) return false;
  bool is_deep = false;
  if (object.kind == Object::Kind::Parameter && object.number < function_.parameters.size())
    if (NodeId node = function_.parameters[object.number].node; node.valid()) is_deep = file_.unit->code(node).find("**") != std::string_view::npos;
  return !is_deep && object.type.valid() && !classes(object.type).empty();
}

// `*p = value`
void Run::write_target(ObjectId id, ValueRef value) {
  Content content = contents_[state_.content_of(id)];
  if (content.is_list) return write_any(object_value(id), value);
  const Value& what = values_[value];
  ContentRef given = what.objects.size() == 1 ? state_.content_of(what.objects[0]) : kPristine;
  if (given != kPristine) return state_.set_content(id, given);
  std::vector<Taint> taints;
  add_deep(value, taints);
  Content clear;
  clear.own = unknown_with(std::move(taints));
  state_.set_content(id, contents_.add(std::move(clear)));
}

// A name that this file does not declare may be a field of a class that stands in another one.
bool Run::is_own_field(const Variable& variable) {
  bool has_plain_fields = language_ == Language::Cpp || language_ == Language::CSharp || language_ == Language::Java;
  if (!has_plain_fields || !owner_.valid() || !variable.name.valid()) return false;
  if (program_.has_field(owner_, program_.symbol(file_, variable.name))) return true;
  // Or a property that it has from a library: Request of a Controller.
  return language_ != Language::Cpp && std::ranges::any_of(program_.library_types(owner_), [&](Symbol parent) { return !models_for(parent, text(variable.name)).empty(); });
}

// Where a variable is kept that lives longer than the call: `$x` of Ruby, a static one in a function.
ObjectId Run::lasting_frame(const Variable& variable) {
  std::string_view name = text(variable.name);
  if (language_ == Language::Ruby && name.size() > 1 && name[0] == '$' && (std::isalpha(static_cast<unsigned char>(name[1])) || name[1] == '_'))
    return objects_.add({.kind = Object::Kind::Frame, .number = 0, .detail = 1, .parent = {}, .key = {}, .type = {}});
  bool has_statics = language_ == Language::C || language_ == Language::Cpp || language_ == Language::Php;
  if (!has_statics || variable.owner != local_ || local_.index == 0 || !variable.declaration.valid() || file_.classes.contains(function_.node.index)) return {};
  NodeId around = file_.unit->parent(variable.declaration);
  if (!around.valid() || file_.unit->node(around).kind != Kind::VarDef) return {};
  for (NodeId part : file_.unit->children(around))
    if (file_.unit->node(part).kind == Kind::Modifier && file_.unit->node(part).text.valid() && file_.unit->text(part) == "static")
      return objects_.add({.kind = Object::Kind::Frame, .number = id_.index, .detail = 1, .parent = {}, .key = {}, .type = {}});
  return {};
}

Symbol Run::lasting_key(VariableId variable) {
  const Variable& what = file_.graph->variables[variable.index];
  return what.owner.valid() && language_ != Language::Ruby ? program_.variable_symbol(file_, variable) : program_.symbol(file_, what.name);
}

// The structure of this name that stands in the thing: the same thing here.
bool Run::is_embedded(ObjectId id, Symbol name) {
  for (ClassId of : classes(objects_[id].type))
    for (Symbol parent : program_.class_of(of).parents)
      if (last_part(with_dots(program_.text(parent))) == program_.text(name)) return true;
  return false;
}

// What was sent into a channel; nothing when the thing is none.
std::optional<ValueRef> Run::received(const Content& content) {
  Symbol key = program_.symbol("<-");
  auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
  return at != content.fields.end() && at->first == key ? std::optional(at->second) : std::nullopt;
}

// A copy of what is a value, with the values in it.
ValueRef Run::copied(ValueRef ref, int depth) {
  Value what = values_[ref];
  bool has_values = std::ranges::any_of(what.objects, [&](ObjectId id) { return objects_[id].is_value; });
  if (!has_values || depth >= kDeepestCopy) return ref;
  std::vector<ObjectId> copies;
  for (ObjectId& id : what.objects) {
    const Object original = objects_[id];
    if (!original.is_value) continue;
    // A copy of a copy is one of the first thing, so that there is an end to it in loops.
    ObjectId root = original.parent.valid() ? original.parent : id;
    ObjectId copy = objects_.add({.kind = Object::Kind::Made, .number = current_step_, .detail = kCopyDetail, .parent = root, .key = {}, .type = original.type});
    if (copy == id) continue;
    Object& made = objects_.edit(copy);
    made.is_exact_type = original.is_exact_type, made.is_opaque = original.is_opaque, made.is_value = true;
    Content content = contents_[state_.content_of(id)];
    for (auto& [key, field] : content.fields) field = copied(field, depth + 1);
    for (ValueRef& element : content.elements) element = copied(element, depth + 1);
    ContentRef made_content = contents_.add(std::move(content));
    bool is_again = std::ranges::find(copies, copy) != copies.end();
    state_.set_content(copy, is_again ? joined_contents(copy, state_.content_of(copy), made_content) : made_content);
    copies.push_back(copy);
    id = copy;
  }
  std::ranges::sort(what.objects);
  what.objects.erase(std::unique(what.objects.begin(), what.objects.end()), what.objects.end());
  return values_.add(std::move(what));
}

// What an operand gives to somebody who keeps it: of a variable or a part a copy, where these are values.
ValueRef Run::taken(const Step& step, std::size_t i) {
  ValueRef value = operand(step, i);
  if (!copies_things()) return value;
  ValueId id = operand_id(step, i);
  if (!id.valid()) return value;
  Op op = function_.steps[id.index].op;
  bool is_place = op == Op::Load || op == Op::Field || op == Op::Element || op == Op::Item;
  return is_place ? copied(value, 0) : value;
}

// The thing at a place that is about to be written into: made now, where nobody made it.
ValueRef Run::thing_at(ValueId at) {
  if (!at.valid()) return kNothing;
  ValueRef value = through(at_[at.index]);
  if (!values_[value].objects.empty() || !copies_things() || language_ == Language::CSharp) return at_[at.index];
  const Step& step = function_.steps[at.index];
  if (step.op != Op::Load && step.op != Op::Field && step.op != Op::Element) return value;
  if (step.op != Op::Load) thing_at(operand_id(step, 0));
  ObjectId made = make(at.index, 0xe00, values_[value].type, value != kNothing, language_ == Language::Php && value == kNothing);
  for (ObjectId cell : std::vector(values_[at_[at.index]].objects)) {
    // The variable that is pointed to holds nothing yet.
    write(object_value(cell), program_.symbol("*"), object_value(made));
    return at_[at.index];
  }
  objects_.edit(made).is_value = language_ == Language::Php;
  std::vector<Taint> taints;
  add_deep(value, taints);
  taint_own(object_value(made), taints);
  at_[at.index] = object_value(made);
  write_place(at, at_[at.index]);
  return at_[at.index];
}

// What was stored into parameters that are other names for what the caller gave.
void Run::keep_outputs() {
  for (std::uint32_t i = 0; i < function_.parameters.size(); ++i) {
    const Parameter& parameter = function_.parameters[i];
    if (!parameter.variable.valid() || !is_reference(*file_.unit, parameter.node)) continue;
    bool is_written = false;
    for (const Step& step : function_.steps)
      is_written |= step.op == Op::Store && step.variable == parameter.variable && step.count > 0 && function_.steps[function_.operands[step.first].index].op != Op::Parameter;
    if (!is_written) continue;
    ObjectId input = objects_.add({.kind = Object::Kind::Parameter, .number = i});
    Step loaded{.op = Op::Load, .node = {}, .name = {}, .variable = parameter.variable};
    ValueRef value = load(loaded);
    change(object_value(input), [&](Content& content, bool) {
      Symbol key = program_.symbol("&");
      auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
      content.fields.insert(at, {key, value});
    });
  }
}

// Whether what the callee does to its parameter (or to its receiver) is done to a copy.
bool Run::gets_copy(const Target& target, ObjectId input, const Objects& objects, const std::function<ValueRef(std::uint32_t)>& argument) const {
  if (!copies_things()) return false;
  while (objects[input].parent.valid() && objects[input].kind == Object::Kind::Part) input = objects[input].parent;
  const Function& callee = program_.graph_function(target.function);
  const ProgramFile& file = program_.file(program_.function(target.function).file);
  if (objects[input].kind == Object::Kind::Self) {
    if (language_ != Language::Go) return false;
    NodeId receiver = file.unit->child(callee.node, Role::Object), type = receiver.valid() ? file.unit->child(receiver, Role::Type) : NodeId{};
    return type.valid() && !file.unit->code(type).starts_with('*');
  }
  if (objects[input].kind != Object::Kind::Parameter || objects[input].number >= callee.parameters.size()) return false;
  NodeId node = callee.parameters[objects[input].number].node;
  if (language_ == Language::CSharp && is_reference(*file.unit, node)) return false;
  if (node.valid() && file.unit->code(node).substr(0, file.unit->code(node).find('=')).find('&') != std::string_view::npos) return false;
  const Value& value = values_[argument(objects[input].number)];
  return !value.objects.empty() && std::ranges::all_of(value.objects, [&](ObjectId id) { return objects_[id].is_value; });
}

}  // namespace sluice::flow
