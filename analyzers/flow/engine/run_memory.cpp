// What is in things: fields, elements, maps, lists, the variables that closures share.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr std::uint8_t kDeepestPart = 5;  // of an Input's part of a part; deeper ones are their thing itself
constexpr std::uint32_t kFrameDetail = 0xffffff;

constexpr int kDeepestRead = 12;
constexpr int kDeepestEmbedded = 2;

// One level more until the end of the scope.
struct Deeper {
  explicit Deeper(int& level) : at(level) { ++at; }
  ~Deeper() { --at; }
  int& at;
};

ValueRef* find_field(Content& content, Symbol key) {
  auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
  return at != content.fields.end() && at->first == key ? &at->second : nullptr;
}

void set_field(Content& content, Symbol key, ValueRef value) {
  auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
  if (at != content.fields.end() && at->first == key) at->second = value;
  else content.fields.insert(at, {key, value});
}

}  // namespace

ObjectId Run::make(std::uint32_t step, std::uint32_t detail, Symbol type, bool is_opaque, bool is_list) {
  ObjectId object = objects_.add({.kind = Object::Kind::Made, .number = step, .detail = detail, .parent = {}, .key = {}, .type = type});
  objects_.edit(object).is_opaque = is_opaque;
  objects_.edit(object).type = type;
  Content content;
  content.is_list = is_list;
  state_.set_content(object, contents_.add(std::move(content)));
  return object;
}

ObjectId Run::frame_of(FunctionId owner) {
  if (owner == local_) return objects_.add({.kind = Object::Kind::Made, .number = 0, .detail = kFrameDetail, .parent = {}, .key = {}, .type = {}});
  ProgramFunctionId function = program_.global(program_.function(id_).file, owner);
  return objects_.add({.kind = Object::Kind::Frame, .number = function.index, .detail = 0, .parent = {}, .key = {}, .type = {}});
}

// What is under a key that nobody wrote here.
ValueRef Run::missing(ObjectId id, Symbol key) {
  Object object = objects_[id];
  if (object.is_input()) {
    if (object.depth >= kDeepestPart) return object_value(id);
    ObjectId part = objects_.add({.kind = Object::Kind::Part, .number = 0, .detail = 0, .parent = id, .key = key, .type = {}, .depth = static_cast<std::uint8_t>(object.depth + 1)});
    if (object.kind == Object::Kind::Frame)
      for (const Context::Capture& known : context_.captures)
        if (known.owner.index == object.number && known.variable == key)
          return object_value(objects_.add({.kind = Object::Kind::Closure, .number = known.function.index, .detail = 0, .parent = part, .key = {}, .type = {}}));
    if (object.kind != Object::Kind::Frame && !objects_[part].type.valid() && object.type.valid())
      for (ClassId of : classes(object.type))
        if (Symbol type = program_.field_type(of, key); type.valid()) objects_.edit(part).type = type;
    return object_value(part);
  }
  return object.is_opaque ? values_.unknown() : kNothing;
}

ValueRef Run::read(ObjectId id, Symbol key) {
  Deeper deeper(reading_);
  if (reading_ > kDeepestRead) return values_.unknown();  // things that name each other
  Content content = contents_[state_.content_of(id)];
  ValueRef* field = find_field(content, key);
  if (!field && language_ == Language::Go && is_embedded(id, key)) return object_value(id);
  // A variable around a function value.
  if (objects_[id].kind == Object::Kind::Closure)
    if (ObjectId around = objects_[id].parent; around.valid() && around != id && program_.text(key).find('#') != std::string_view::npos) return read(around, key);
  if (!field && has_pointers()) {
    bool is_star = program_.text(key) == "*";
    if (is_star && is_its_own_target(id)) return object_value(id);
    if (!is_star && objects_[id].is_cell) {
      ValueRef out = kNothing;
      for (ObjectId inner : std::vector(values_[through(object_value(id))].objects)) out = values_.unite(out, read(inner, key));
      return out == kNothing ? values_.unknown() : out;
    }
  }
  ValueRef value = field ? *field : missing(id, key);
  value = values_.unite(value, content.rest);
  if (field) return value;  // what is said of a part counts; what taints the whole later says it of its parts
  return content.own == kNothing ? value : values_.with_taints(value, std::vector(values_[content.own].taints));
}

// Any element or entry.
ValueRef Run::read_any(ObjectId id, bool with_fields) {
  Deeper deeper(reading_);
  if (reading_ > kDeepestRead) return values_.unknown();
  if (objects_[id].is_cell) {
    ValueRef out = kNothing;
    for (ObjectId inner : std::vector(values_[through(object_value(id))].objects)) out = values_.unite(out, read_any(inner, with_fields));
    return out;
  }
  Content content = contents_[state_.content_of(id)];
  ValueRef value = content.rest;
  for (ValueRef element : content.elements) value = values_.unite(value, element);
  if (with_fields)
    for (const auto& [key, field] : content.fields) value = values_.unite(value, field);
  const Object& object = objects_[id];
  bool is_open = object.is_input() || object.is_opaque;
  if (is_open && !content.is_list) value = values_.unite(value, missing(id, program_.symbol("[]")));
  return content.own == kNothing ? value : values_.with_taints(value, std::vector(values_[content.own].taints));
}

ValueRef Run::read_element(ValueRef container, ValueRef index) {
  std::optional<std::string> key = key_of(index);
  std::optional<Known> place = one_known(index);
  if (!key) note_wanted(index);
  ValueRef out = kNothing;
  container = through(container);
  Value what = values_[container];
  for (ObjectId id : what.objects) {
    Content content = contents_[state_.content_of(id)];
    bool is_place = !key || (place && place->type == Known::Type::Whole);
    if (content.is_list && is_place) {
      std::int64_t at = place && place->type == Known::Type::Whole ? place->whole : -1;
      bool is_from_end = place && place->type == Known::Type::Whole && at < 0 && (language_ == Language::Python || language_ == Language::Ruby);
      if (is_from_end) at += static_cast<std::int64_t>(content.elements.size());
      if (at >= 0 && at < static_cast<std::int64_t>(content.elements.size())) {
        ValueRef element = content.elements[static_cast<std::size_t>(at)];
        out = values_.unite(out, content.own == kNothing ? element : values_.with_taints(element, std::vector(values_[content.own].taints)));
        continue;
      }
      // Behind what is known: what was put there as a whole (a buffer that is read into).
      bool holds_more = content.own != kNothing || content.rest != kNothing;
      if (!place || holds_more) out = values_.unite(out, !place ? read_any(id, false) : content.own == kNothing ? content.rest : values_.with_taints(values_.unite(content.rest, values_.unknown()), std::vector(values_[content.own].taints)));
      continue;
    }
    out = values_.unite(out, key ? read(id, program_.symbol(*key)) : read_any(id, true));
    // An Input may be a list whose places were written one by one.
    if (key && !content.elements.empty()) out = values_.unite(out, read_any(id, false));
  }
  if (place && !what.constants.empty()) {
    for (Symbol constant : what.constants) {
      std::optional<Known> element = known_element(parse_known(program_.text(constant)), *place, language_);
      out = values_.unite(out, element ? known(*element) : values_.unknown());
    }
  } else if (what.is_unknown || !what.constants.empty()) {
    out = values_.unite(out, values_.unknown());
  }
  return values_.with_taints(out, moved(what.taints));
}

// `object.name` as it is read: a field, a property with code of its own, a member of a package or class.
ValueRef Run::read_field(ValueRef from, Symbol name, const Step* step, std::uint32_t number) {
  bool is_target = has_pointers() && program_.text(name) == "*";
  if (is_target) {
    ValueRef target = kNothing;
    for (ObjectId id : std::vector(values_[from].objects)) target = values_.unite(target, read(id, name));
    if (values_[from].objects.empty() || values_[from].is_unknown) target = values_.unite(target, values_.unknown());
    return values_.with_taints(target, moved(values_[from].taints));
  }
  from = through(from);
  ValueRef out = kNothing;
  const Value what = values_[from];
  CallParts parts{.step = number, .receiver = from, .receiver_step = step ? operand_id(*step, 0) : ValueId{}, .arguments = {}, .plain_arguments = {}};
  const bool is_reference = is_method_reference(step);
  // Of what type a parameter is says what its fields are.
  for (ObjectId id : what.objects) {
    ObjectId root = id;
    while (objects_[root].kind == Object::Kind::Part) root = objects_[root].parent;
    if (objects_[root].kind == Object::Kind::Parameter && !objects_[root].type.valid() && objects_[root].number < 63) wants_ |= std::uint64_t{1} << objects_[root].number;
  }
  for (ObjectId id : what.objects) {
    const Object object = objects_[id];
    if (object.kind == Object::Kind::Named) {
      std::string qualified = std::string(program_.text(object.key)) + "." + std::string(program_.text(name));
      bool is_typed = object.type.valid() || what.type.valid();
      if (!is_typed) out = values_.unite(out, named({}, qualified));
      continue;
    }
    if (object.kind == Object::Kind::Class) {
      out = values_.unite(out, is_reference ? without_unbound(static_member({object.number}, name)) : static_member({object.number}, name));
      continue;
    }
    if (object.kind == Object::Kind::Closure) {
      if (program_.text(name) == "prototype") out = values_.unite(out, object_value(prototype_of({object.number})));
      continue;
    }
    // A getter; where nothing is put there, a method as a value, or what the class holds for all.
    std::vector<Target> found;
    add_methods(parts, object.type, object.is_exact_type, name, object_value(id), found);
    bool is_read = false;
    for (const Target& target : found) {
      const Function& method = program_.graph_function(target.function);
      if (method.property.valid() && !method.is_setter) out = values_.unite(out, apply(parts, target, 400)), is_read = true;
    }
    if (is_read) continue;
    Content content = contents_[state_.content_of(id)];
    if (ValueRef* field = find_field(content, name); !field) {
      ClassId holder;
      for (ClassId of : classes(object.type))
        if (program_.has_static_field(of, name)) holder = of;
      if (holder.valid()) {
        out = values_.unite(out, static_member(holder, name));
        // In Python the thing may have one of its own.
        if (language_ == Language::Python && object.is_input()) out = values_.unite(out, read(id, name));
        continue;
      }
      if (!found.empty() && (is_reference || !object.is_input())) {
        for (const Target& target : found) out = values_.unite(out, object_value(objects_.add({.kind = Object::Kind::Closure, .number = target.function.index, .detail = 0, .parent = id, .key = {}, .type = {}})));
        continue;
      }
    }
    out = values_.unite(out, read(id, name));
  }
  // A property that a model speaks of.
  std::vector<Symbol> types;
  for (ObjectId id : what.objects)
    if (Symbol type = objects_[id].type; type.valid() && std::ranges::find(types, type) == types.end()) types.push_back(type);
  if (what.type.valid() && std::ranges::find(types, what.type) == types.end()) types.push_back(what.type);
  for (std::size_t i = 0, count = types.size(); i < count; ++i)
    for (ClassId of : classes(types[i]))
      for (Symbol parent : program_.library_types(of)) types.push_back(parent);
  // What a class inherits for all of its things: `objects` of Django's models.
  for (ObjectId id : what.objects)
    if (objects_[id].kind == Object::Kind::Class)
      for (Symbol parent : program_.library_types({objects_[id].number})) types.push_back(parent);
  for (Symbol type : types)
    if (std::span<const Model> models = models_for(type, program_.text(name)); !models.empty())
      if (std::optional<ValueRef> value = apply_models(models, parts)) {
        bool has_field = out != kNothing && !values_[out].is_unknown && std::ranges::none_of(values_[out].objects, [&](ObjectId id) { return objects_[id].is_input(); });
        return has_field ? values_.unite(out, *value) : *value;
      }
  bool is_number = is_count(program_.text(name)) && std::ranges::all_of(what.objects, [&](ObjectId id) { return (objects_[id].kind == Object::Kind::Made && contents_[state_.content_of(id)].is_list) || objects_[id].is_input(); }) &&
                   std::ranges::all_of(types, [&](Symbol type) { return std::ranges::none_of(classes(type), [&](ClassId of) { return program_.has_field(of, name); }); });
  if (is_number && language_ != Language::Python && language_ != Language::Ruby) {
    note_wanted(from);
    return values_.unknown();
  }
  bool is_said = !what.objects.empty() && std::ranges::all_of(what.objects, [&](ObjectId id) {
    Content content = contents_[state_.content_of(id)];
    return find_field(content, name) != nullptr;
  });
  Symbol declared;
  for (Symbol type : types)
    for (ClassId of : classes(type))
      if (!declared.valid()) declared = program_.field_type(of, name);
  if (is_said) return out;
  if (what.is_unknown || (what.objects.empty() && what.constants.empty())) out = values_.unite(out, values_.unknown());
  return as_declared(values_.with_taints(out, moved(what.taints)), declared);
}

// `a::b` of Java
bool Run::is_method_reference(const Step* step) const {
  if (language_ != Language::Java || !step || !step->node.valid()) return false;
  const Node& node = file_.unit->node(step->node);
  return node.kind == Kind::Member && node.text.valid() && file_.unit->text(step->node) == "::";
}

// `User::name` is given the user that it is called on: nobody follows that.
ValueRef Run::without_unbound(ValueRef member) {
  for (ObjectId id : values_[member].objects)
    if (objects_[id].kind == Object::Kind::Closure && !program_.graph_function({objects_[id].number}).is_static) return values_.unknown();
  return member;
}

// What the class's own code leaves in it, and its methods.
ValueRef Run::static_member(ClassId id, Symbol name) {
  std::vector<ClassId> line = {id};
  for (std::size_t i = 0; i < line.size() && i < 16; ++i)
    for (ClassId parent : program_.class_of(line[i]).parent_classes)
      if (std::ranges::find(line, parent) == line.end()) line.push_back(parent);
  for (ClassId at : line) {
    ProgramFunctionId body = program_.class_of(at).body;
    if (body == id_) return read(objects_.add({.kind = Object::Kind::Self, .number = 0, .detail = 0, .parent = {}, .key = {}, .type = {}}), name);
    const Summary* summary = solver_.summary(body, {});
    if (!summary) continue;
    for (const auto& [object, content] : summary->things) {
      if (summary->objects[object].kind != Object::Kind::Self) continue;
      const auto& fields = summary->contents[content].fields;
      for (const auto& [key, value] : fields)
        if (key == name) {
          ValueRef out = import_value(*summary, value, body);
          if (program_.is_written(name)) out = values_.unite(out, read(static_fields(at), name));
          return with_type(out, program_.field_type(at, name));
        }
    }
  }
  if (program_.is_written(name))
    for (ClassId at : line)
      if (program_.has_static_field(at, name)) return with_type(read(static_fields(at), name), program_.field_type(at, name));
  if (Symbol type = program_.field_type(id, name); type.valid()) {
    Value value;
    value.is_unknown = true;
    value.type = type;
    return values_.add(std::move(value));
  }
  ClassId inner;
  for (ClassId found : program_.classes_named(program_.class_of(id).qualified + "." + std::string(program_.text(name)), program_.class_of(id).file)) inner = found;
  return inner.valid() ? object_value(objects_.add({.kind = Object::Kind::Class, .number = inner.index, .detail = 0, .parent = {}, .key = {}, .type = {}})) : values_.unknown();
}

// Where the fields are that all objects of a class share: an Input, as others may have written them.
ObjectId Run::static_fields(ClassId id) {
  return objects_.add({.kind = Object::Kind::Frame, .number = program_.class_of(id).body.index, .detail = 0, .parent = {}, .key = {}, .type = {}});
}

// --- writing ---

// `object.title = value` where the class has code for it.
bool Run::set_property(const Step& step, std::uint32_t number, ValueRef object, ValueRef value) {
  Symbol name = program_.symbol(file_, step.name);
  const bool is_ruby = language_ == Language::Ruby;
  if (is_ruby) name = program_.symbol(std::string(text(step.name)) + "=");
  bool is_set = false;
  for (ObjectId id : std::vector(values_[object].objects)) {
    const Object& what = objects_[id];
    if (what.kind == Object::Kind::Class || !what.type.valid()) continue;
    for (ClassId of : classes(what.type))
      for (ProgramFunctionId method : program_.methods(of, name)) {
        const Function& setter = program_.graph_function(method);
        if ((!setter.is_setter && !is_ruby) || !setter.has_body || method == id_) continue;
        apply({.step = number, .arguments = {}, .plain_arguments = {value}}, {.function = method, .self = object_value(id), .closure = {}}, 410);
        is_set = true;
      }
  }
  return is_set;
}

void Run::change(ValueRef objects, const std::function<void(Content&, bool is_strong)>& edit) {
  std::vector<ObjectId> list = values_[objects].objects;
  bool is_strong = list.size() == 1 && !values_[objects].is_unknown;
  for (ObjectId id : list) {
    Content content = contents_[state_.content_of(id)];
    edit(content, is_strong);
    if (content.fields.size() > kMostFields) {
      for (const auto& [key, field] : content.fields) content.rest = values_.unite(content.rest, field);
      content.fields.clear();
    }
    if (content.elements.size() > kMostElements) {
      for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
      content.elements.clear();
      content.is_list = false;
    }
    state_.set_content(id, contents_.add(std::move(content)));
  }
}

void Run::write(ValueRef objects, Symbol key, ValueRef value) {
  if (has_pointers()) {
    bool is_target = program_.text(key) == "*";
    if (!is_target) objects = through(objects);
    if (std::vector<ObjectId> list = values_[objects].objects; is_target && list.size() == 1 && is_its_own_target(list[0])) return write_target(list[0], value);
  }
  std::vector<ObjectId> list = values_[objects].objects;
  for (ObjectId& id : list) {
    const Object& object = objects_[id];
    if (object.kind == Object::Kind::Class) id = static_fields({object.number});
    else if (object.type.valid() && language_ != Language::Python && program_.is_static_name(key))
      for (ClassId of : classes(object.type))
        if (program_.has_static_field(of, key) && program_.class_of(of).body != id_) id = static_fields(of);
  }
  std::map<ObjectId, ValueRef> old;
  if (list.size() > 1 || values_[objects].is_unknown)
    for (ObjectId id : list) old[id] = read(id, key);
  for (ObjectId id : list) {
    if (language_ == Language::Go && is_embedded(id, key)) {
      Deeper deeper(reading_);
      if (reading_ > kDeepestEmbedded) continue;  // a structure may stand in itself
      // Its parts are parts of the whole.
      for (ObjectId part : std::vector(values_[value].objects))
        for (const auto& [name, field] : Content(contents_[state_.content_of(part)]).fields) write(object_value(id), name, field);
      continue;
    }
    if (objects_[id].kind == Object::Kind::Closure && program_.text(key) == "prototype") {
      // `F.prototype = {...}`
      const ValueRef prototype = object_value(prototype_of({objects_[id].number}));
      for (ObjectId part : std::vector(values_[value].objects))
        for (const auto& [name, field] : Content(contents_[state_.content_of(part)]).fields) write(prototype, name, field);
      continue;
    }
    bool is_around = objects_[id].kind == Object::Kind::Closure && objects_[id].parent.valid() && objects_[id].parent != id && program_.text(key).find('#') != std::string_view::npos;
    ValueRef one = object_value(is_around ? objects_[id].parent : id);
    ValueRef next = old.contains(id) ? values_.unite(old[id], value) : value;
    change(one, [&](Content& content, bool) { set_field(content, key, next); });
  }
}

// Many at once: a thing is copied once, not for each of its fields.
void Run::write_all(ValueRef objects, std::span<const std::pair<Symbol, ValueRef>> fields) {
  const Value what = values_[objects];
  bool is_plain = what.objects.size() == 1 && !what.is_unknown && objects_[what.objects[0]].kind != Object::Kind::Class && objects_[what.objects[0]].kind != Object::Kind::Closure && !objects_[what.objects[0]].is_cell;
  is_plain &= std::ranges::none_of(fields, [&](const auto& field) { return program_.is_static_name(field.first); });
  if (!is_plain) {
    for (const auto& [key, value] : fields) write(objects, key, value);
    return;
  }
  change(objects, [&](Content& content, bool) {
    for (const auto& [key, value] : fields) set_field(content, key, value);
  });
}

// Under a key that is not known.
void Run::write_any(ValueRef objects, ValueRef value, ValueRef key) {
  change(objects, [&](Content& content, bool) {
    for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
    content.elements.clear();
    content.is_list = false;
    content.rest = values_.unite(content.rest, value);
    content.keys = values_.unite(content.keys, key);
  });
}

void Run::write_element(ValueRef container, ValueRef index, ValueRef value) {
  std::optional<std::string> key = key_of(index);
  std::optional<Known> place = one_known(index);
  container = through(container);
  if (!key) {
    note_wanted(index);
    return write_any(container, value, index);
  }
  for (ObjectId id : std::vector(values_[container].objects)) {
    ValueRef one = object_value(id);
    bool is_list = contents_[state_.content_of(id)].is_list;
    bool is_place = place && place->type == Known::Type::Whole;
    if (!is_list || !is_place) {
      bool is_strong = values_[container].objects.size() == 1;
      ValueRef next = is_strong ? value : values_.unite(read(id, program_.symbol(*key)), value);
      change(one, [&](Content& content, bool) {
        content.is_list = false;
        for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
        content.elements.clear();
        set_field(content, program_.symbol(*key), next);
        content.keys = values_.unite(content.keys, index);
      });
      continue;
    }
    std::int64_t at = place->whole;
    change(one, [&](Content& content, bool) {
      if (at < 0) at += static_cast<std::int64_t>(content.elements.size());
      bool is_near = at >= 0 && at < static_cast<std::int64_t>(kMostElements);
      if (!is_near) {
        content.rest = values_.unite(content.rest, value);
        return;
      }
      if (static_cast<std::size_t>(at) >= content.elements.size()) content.elements.resize(static_cast<std::size_t>(at) + 1, kNothing);
      ValueRef& element = content.elements[static_cast<std::size_t>(at)];
      element = values_[container].objects.size() == 1 ? value : values_.unite(element, value);
    });
  }
}

void Run::append(ValueRef container, ValueRef value) {
  change(container, [&](Content& content, bool is_strong) {
    if (content.is_list && is_strong) content.elements.push_back(value);
    else {
      for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
      content.elements.clear();
      content.is_list = false;
      content.rest = values_.unite(content.rest, value);
    }
  });
}

void Run::taint_own(ValueRef objects, std::span<const Taint> taints) {
  if (taints.empty()) return;
  Value more;
  more.taints.assign(taints.begin(), taints.end());
  ValueRef own = values_.add(std::move(more));
  change(objects, [&](Content& content, bool) {
    content.own = values_.unite(content.own, own);
    for (auto& [key, field] : content.fields) field = values_.with_taints(field, taints);
    for (ValueRef& element : content.elements) element = values_.with_taints(element, taints);
  });
}

// `del list[0]`, `unset($map['a'])`, `delete o.x`: nothing is there afterwards.
void Run::remove_place(ValueId at) {
  if (!at.valid()) return;
  const Step& step = function_.steps[at.index];
  const bool is_element = step.op == Op::Element && step.count == 2;
  if (!is_element) return write_place(at, kNothing);
  const ValueRef container = through(operand(step, 0)), index = operand(step, 1);
  if (!key_of(index)) return;
  // In Python those behind it move.
  if (language_ == Language::Python) {
    const std::optional<Known> place = one_known(index);
    const bool is_place = place && place->type == Known::Type::Whole;
    bool is_list = false;
    change(container, [&](Content& content, bool is_strong) {
      if (!content.is_list) return;
      is_list = true;
      std::int64_t number = is_place ? place->whole : 0;
      if (number < 0) number += static_cast<std::int64_t>(content.elements.size());
      if (is_strong && is_place && number >= 0 && number < static_cast<std::int64_t>(content.elements.size())) {
        content.elements.erase(content.elements.begin() + number);
        return;
      }
      for (ValueRef element : content.elements) content.rest = values_.unite(content.rest, element);
      content.elements.clear();
      content.is_list = false;
    });
    if (is_list) return;
  }
  write_element(container, index, kNothing);
}

// Writes a value to where another one was read from: a variable, a field, an element.
void Run::write_place(ValueId at, ValueRef value) {
  if (!at.valid()) return;
  const Step& step = function_.steps[at.index];
  switch (step.op) {
    case Op::Load: case Op::Store: return store(step, value);
    case Op::Convert: return write_place(operand_id(step, 0), value);
    case Op::Unary:
      if (text(step.name) == "&") write_place(operand_id(step, 0), value);
      return;
    case Op::Binary:
      // `strcat(text + n, more)`
      if (has_pointers() && (text(step.name) == "+" || text(step.name) == "-")) write_place(operand_id(step, 0), value);
      return;
    case Op::Item: return write_any(operand(step, 0), value);
    case Op::Field: return write(operand(step, 0), member_of(operand(step, 0), program_.symbol(file_, step.name)), value);
    case Op::Element:
      if (step.count == 2) write_element(operand(step, 0), operand(step, 1), value);
      return;
    default: return;
  }
}

}  // namespace sluice::flow
