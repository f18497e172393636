// Functions that stand behind the arguments of a call (Ruby's blocks), and calls of what a value holds:
// `yield x`, `block.call(x)`, `lambda { }`, `super`.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

namespace {

// Types that stand for what `Struct.new` gives, and for what that makes.
constexpr std::string_view kStructureClass = "Struct of fields", kStructure = "Struct with fields";

}  // namespace

// The argument that is a block; the number of arguments when there is none.
std::size_t Run::block_argument(const CallParts& parts) const {
  if (!parts.call || language_ != Language::Ruby || parts.call->arguments.empty()) return parts.arguments.size();
  const Argument& last = parts.call->arguments.back();
  if (!last.value.valid() || last.keyword.valid()) return parts.arguments.size();
  const Step& step = function_.steps[last.value.index];
  bool is_block = step.op == Op::Closure && step.node.valid() && file_.unit->node(step.node).kind == Kind::Lambda && !file_.unit->code(step.node).starts_with("->");
  return is_block || last.is_block ? parts.arguments.size() - 1 : parts.arguments.size();
}

// The parameter that holds the block of a function; one of its own behind the last where none is named.
std::uint32_t Run::block_parameter(const Function& function) const {
  for (std::uint32_t i = 0; i < function.parameters.size(); ++i)
    if (function.parameters[i].is_block) return i;
  return static_cast<std::uint32_t>(function.parameters.size());
}

ValueRef Run::own_block() {
  std::uint32_t number = block_parameter(function_);
  Step asked{.op = Op::Parameter, .node = {}, .name = {}, .variable = {}, .number = number};
  return parameter(asked);
}

// What is called by its value: `yield x`, `block.call(x)`; with what it is called with.
std::optional<ValueRef> Run::called_value(const CallParts& parts) {
  if (language_ == Language::CSharp) return invoked(parts);
  if (language_ != Language::Ruby || parts.is_new) return std::nullopt;
  std::string_view name = text(parts.call->name);
  if (!parts.call->receiver.valid()) return name == "yield" ? std::optional(own_block()) : std::nullopt;
  bool is_call = name == "call" || name == "()" || name == "yield" || name == "===";
  bool holds_function = std::ranges::any_of(values_[parts.receiver].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure || objects_[id].kind == Object::Kind::Parameter; });
  return is_call && holds_function ? std::optional(parts.receiver) : std::nullopt;
}

// `handler.Invoke(x)` of C#, where the handler is a function and no thing with a method of that name.
std::optional<ValueRef> Run::invoked(const CallParts& parts) {
  if (parts.is_new || !parts.call->receiver.valid() || text(parts.call->name) != "Invoke") return std::nullopt;
  const bool may_be_function = std::ranges::any_of(values_[parts.receiver].objects, [&](ObjectId id) {
    return objects_[id].kind == Object::Kind::Closure || (objects_[id].is_input() && classes(objects_[id].type).empty());
  });
  return may_be_function ? std::optional(parts.receiver) : std::nullopt;
}

// A method of the own class that is named as a value: `Select(Cleaned)` of C#.
std::optional<ValueRef> Run::own_method(const Variable& variable) {
  if (language_ != Language::CSharp || !owner_.valid() || !variable.name.valid()) return std::nullopt;
  ValueRef out = kNothing;
  for (ProgramFunctionId each : program_.methods(owner_, program_.symbol(file_, variable.name))) {
    const Function& method = program_.graph_function(each);
    if (!method.has_body || method.property.valid()) continue;
    const ValueRef own = method.is_static ? kNothing : self();
    const ObjectId holder = values_[own].objects.empty() ? ObjectId{} : values_[own].objects[0];
    out = values_.unite(out, object_value(objects_.add({.kind = Object::Kind::Closure, .number = each.index, .detail = 0, .parent = holder, .key = {}, .type = {}})));
  }
  return out == kNothing ? std::nullopt : std::optional(out);
}

// `event += handler`: both are called.
std::optional<ValueRef> Run::joined_functions(const Step& step) {
  if (language_ != Language::CSharp || text(step.name) != "+") return std::nullopt;
  const ValueRef left = operand(step, 0), right = operand(step, 1);
  const bool adds_function = !values_[right].objects.empty() && std::ranges::all_of(values_[right].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure; });
  if (!adds_function) return std::nullopt;
  // What is not there yet, or what only the caller knows, stays beside it.
  Value before = values_[left];
  before.taints.clear();
  return values_.unite(values_.add(std::move(before)), right);
}

// `lambda { }` and `proc { }` are the block.
std::optional<ValueRef> Run::block_itself(const CallParts& parts) const {
  if (language_ != Language::Ruby || parts.is_new || parts.call->receiver.valid()) return std::nullopt;
  std::string_view name = text(parts.call->name);
  bool is_function = (name == "lambda" || name == "proc") && block_argument(parts) + 1 == parts.arguments.size();
  return is_function ? std::optional(parts.arguments.back()) : std::nullopt;
}

// `super` of Ruby: the parent's method of this name, given the same where nothing is written.
std::optional<ValueRef> Run::parents_method(const CallParts& parts) {
  if (language_ != Language::Ruby || parts.is_new || parts.call->receiver.valid() || text(parts.call->name) != "super" || !owner_.valid()) return std::nullopt;
  CallParts given = parts;
  bool has_list = file_.unit->code(parts.call->node).starts_with("super(");
  if (!has_list) {
    given.call = nullptr;
    for (const Parameter& each : function_.parameters) {
      Step loaded{.op = Op::Load, .node = {}, .name = {}, .variable = each.variable};
      given.plain_arguments.push_back(load(loaded));
    }
  }
  ValueRef out = kNothing;
  bool is_found = false;
  for (ClassId parent : program_.class_of(owner_).parent_classes)
    for (ProgramFunctionId each : program_.methods(parent, program_.symbol(file_, function_.name))) {
      out = values_.unite(out, apply(given, {.function = each, .self = self(), .closure = {}}, 420));
      is_found = true;
    }
  return is_found ? std::optional(out) : std::nullopt;
}

bool Run::is_record(Symbol type) {
  return std::ranges::any_of(classes(type), [&](ClassId id) {
    const Unit& unit = *program_.file(program_.class_of(id).file).unit;
    NodeId node = program_.graph_function(program_.class_of(id).body).node;
    return unit.node(node).text.valid() && unit.text(node) == "record";
  });
}

// Ruby: `method(:name)` is that function.
std::optional<ValueRef> Run::function_by_name(const CallParts& parts) {
  if (language_ != Language::Ruby || parts.is_new || text(parts.call->name) != "method" || parts.arguments.size() != 1) return std::nullopt;
  if (parts.call->receiver.valid() && function_.steps[parts.call->receiver.index].op != Op::Self) return std::nullopt;
  const std::optional<std::string> name = key_of(parts.arguments[0]);
  return name ? function_called(*name) : std::nullopt;
}

// A function of the program, or a method of the own class, as a value.
std::optional<ValueRef> Run::function_called(std::string_view name) {
  const Symbol symbol = program_.symbol(name);
  std::vector<ProgramFunctionId> found;
  if (owner_.valid()) found = program_.methods(owner_, symbol);
  if (found.empty()) found = solver_.meaning(symbol, program_.function(id_).file).functions;
  if (found.empty() || found.size() > 2) return std::nullopt;
  ValueRef out = kNothing;
  for (ProgramFunctionId each : found) out = values_.unite(out, object_value(objects_.add({.kind = Object::Kind::Closure, .number = each.index, .detail = 0, .parent = {}, .key = {}, .type = {}})));
  return out;
}

// Ruby: `Guest = Struct.new(:name, :table)` is a class with these fields, by their places; `Guest.new(x, y)` makes one.
std::optional<ValueRef> Run::of_structure(const CallParts& parts) {
  const std::string_view name = text(parts.call->name);
  if (language_ != Language::Ruby || parts.is_new || !parts.call->receiver.valid() || (name != "new" && name != "define" && name != "[]")) return std::nullopt;
  const std::vector<ObjectId> receivers = values_[parts.receiver].objects;
  if (receivers.size() != 1) return std::nullopt;
  const Object of = objects_[receivers[0]];
  const std::string_view key = of.kind == Object::Kind::Named ? program_.text(of.key) : std::string_view();
  if ((key == "Struct" && name == "new") || (key == "Data" && name == "define")) {
    ValueRef made = object_value(make(parts.step, 0xda0, program_.symbol(kStructureClass), false, true));
    for (std::size_t i = 0; i < parts.arguments.size(); ++i)
      if (!parts.call->arguments[i].keyword.valid() && i < block_argument(parts)) append(made, parts.arguments[i]);
    return made;
  }
  if (!of.type.valid() || program_.text(of.type) != kStructureClass) return std::nullopt;
  const Content fields = contents_[state_.content_of(receivers[0])];
  ValueRef made = object_value(make(parts.step, 0xda1, program_.symbol(kStructure), false));
  std::size_t place = 0;
  for (std::size_t i = 0; i < parts.arguments.size(); ++i) {
    const NameId keyword = parts.call->arguments[i].keyword;
    std::optional<std::string> field;
    if (keyword.valid()) field = std::string(text(keyword));
    else if (place < fields.elements.size()) field = key_of(fields.elements[place++]);
    if (field) write(made, program_.symbol(*field), parts.arguments[i]);
    else write_any(made, parts.arguments[i]);
  }
  return made;
}

// `user.name` where nobody defines that: a field, by `attr_accessor` or `Struct`.
std::optional<ValueRef> Run::attribute(const CallParts& parts) {
  bool has_accessors = language_ == Language::Ruby || language_ == Language::Java;
  bool is_bare = language_ == Language::Ruby && !parts.call->receiver.valid() && !parts.call->variable.valid() && owner_.valid();
  if (!has_accessors || parts.is_new || !parts.arguments.empty() || (!parts.call->receiver.valid() && !is_bare)) return std::nullopt;
  Symbol name = program_.symbol(file_, parts.call->name);
  const Value receiver = values_[is_bare ? self() : parts.receiver];
  if (!name.valid() || receiver.objects.empty()) return std::nullopt;
  ValueRef out = kNothing;
  for (ObjectId id : receiver.objects) {
    const Object& object = objects_[id];
    bool is_own = object.kind == Object::Kind::Made && !object.is_opaque;
    const bool is_structure = object.type.valid() && program_.text(object.type) == kStructure;
    bool is_known = (is_own || object.is_input()) && object.type.valid() && (is_structure || !classes(object.type).empty());
    if (!is_known || (language_ == Language::Java && !is_record(object.type))) return std::nullopt;
    out = values_.unite(out, read(id, name));
  }
  return values_.with_taints(out, moved(receiver.taints));
}

// `list << x` and `text << x` change what stands before them.
std::optional<ValueRef> Run::shifted(const Step& step) {
  if (language_ != Language::Ruby || text(step.name) != "<<") return std::nullopt;
  ValueRef left = operand(step, 0), right = operand(step, 1);
  bool is_number = one_known(left) && one_known(left)->type == Known::Type::Whole;
  if (is_number) return std::nullopt;
  bool is_list = std::ranges::any_of(values_[left].objects, [&](ObjectId id) { return contents_[state_.content_of(id)].is_list || objects_[id].is_input(); });
  if (is_list) {
    append(left, right);
    return left;
  }
  // What is put behind nothing that is known, and is no text, makes a list.
  const Value& before = values_[left];
  const bool is_new_list = before.objects.empty() && before.constants.empty() && before.taints.empty() && !values_[right].objects.empty();
  if (is_new_list) {
    ValueRef list = object_value(make(current_step_, 0xd90, program_.symbol("Array"), false, true));
    append(list, right);
    write_place(operand_id(step, 0), list);
    return list;
  }
  ValueRef joined = unknown_with(deep({left, right}), text_type());
  taint_own(left, std::vector(values_[joined].taints));
  if (values_[left].objects.empty()) write_place(operand_id(step, 0), joined);
  return joined;
}

}  // namespace sluice::flow
