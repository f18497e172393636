// What library models say that a call does.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"
#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::string_view kNever = "never";  // `returns`: nothing behind the call is run

bool is_plain(const Slot& slot, SlotBase base) { return slot.base == base && slot.path.empty(); }

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool is_callback(const Slot& slot) {
  return std::ranges::any_of(slot.path, [](const SlotStep& step) { return step.kind == SlotStep::Kind::Parameter || step.kind == SlotStep::Kind::Result; });
}

// Of C: the argument at the place where it is spelled as one of these, as constants of a library's header are
// (`CURLOPT_URL`), which may be at hand or not; empty: it is not.
std::string_view spelled_constant(const Unit& unit, const Function& function, const Slot& at, const Call* call, std::span<const std::string_view> wanted) {
  const bool is_c = unit.language() == Language::C || unit.language() == Language::Cpp;
  if (!is_c || !call || at.base != SlotBase::Argument || !at.path.empty() || at.number >= call->arguments.size()) return {};
  const ValueId value = call->arguments[at.number].value;
  const NodeId node = value.valid() ? function.steps[value.index].node : NodeId{};
  if (!node.valid() || wanted.empty()) return {};
  const std::string_view code = unit.code(node);
  return std::ranges::find(wanted, code) != wanted.end() ? code : std::string_view();
}

}  // namespace

std::span<const Model> Run::models_for(Symbol type, std::string_view member) {
  // A class of the program is not the library's of the same name.
  if (!type.valid() || member.empty() || !classes(type).empty()) return {};
  return solver_.models(language_, type, program_.symbol(member));
}

// PHP: `$f(1)`, `$o->$m()`, `new $class`: what data decides is called. Models say so of `$()` and `new $`.
void Run::ask_chosen(const CallParts& parts) {
  const Call& what = *parts.call;
  std::string_view name = text(what.name);
  if (language_ != Language::Php || !(name.starts_with('$') || (name.empty() && what.function.valid()))) return;
  ValueRef chosen = what.function.valid() ? at_[what.function.index] : kNothing;
  for (std::uint32_t i = 0; i < file_.graph->variables.size() && !what.function.valid(); ++i)
    if (const Variable& variable = file_.graph->variables[i]; variable.owner == local_ && variable.name.valid() && text(variable.name) == name)
      chosen = load({.op = Op::Load, .node = {}, .name = {}, .variable = {i}});
  if (std::ranges::all_of(deep({chosen}), [](const Taint& taint) { return taint.atom.is_input(); })) return;
  CallParts inner = parts;
  inner.receiver = chosen;
  if (std::span<const Model> models = models_for(program_.symbol("global"), parts.is_new ? "new $" : "$()"); !models.empty()) apply_models(models, inner);
}

// Whether nothing of a stranger's is in what these return, and nothing else is done.
bool Run::gives_no_data(std::span<const Model> models) {
  return std::ranges::all_of(models, [](const Model& model) {
    const ModelEffects& effects = model.effects;
    const bool does_nothing = effects.flows.empty() && effects.sources.empty() && effects.sinks.empty() && effects.containers.empty() && effects.types.empty();
    return does_nothing && std::ranges::any_of(effects.sanitizers, [](const ModelSanitizer& each) { return !each.when && each.harms == kAllHarms && is_plain(each.at, SlotBase::Return); });
  });
}

// Ruby: `StringIO.new`, where models know that class.
Symbol Run::library_class(const CallParts& parts) {
  if (language_ != Language::Ruby || parts.is_new || !parts.call->receiver.valid() || text(parts.call->name) != "new") return {};
  const Value& receiver = values_[parts.receiver];
  if (receiver.objects.size() != 1 || objects_[receiver.objects[0]].kind != Object::Kind::Named) return {};
  const Symbol name = objects_[receiver.objects[0]].key;
  return models_for(name, "new").empty() ? Symbol{} : name;
}

std::optional<ValueRef> Run::modelled(const CallParts& parts) {
  const Call& what = *parts.call;
  std::string_view name = text(what.name);
  ask_chosen(parts);
  const Symbol made_by_name = library_class(parts);
  if (parts.is_new || made_by_name.valid()) {
    Symbol type = made_by_name.valid() ? made_by_name : what.qualified.valid() ? program_.symbol(file_, what.qualified) : program_.symbol(file_, what.name);
    if (auto imported = file_.imported_types.find(what.name.index); imported != file_.imported_types.end() && language_ == Language::Cpp && what.qualified == what.name) type = program_.symbol(imported->second);
    std::span<const Model> models = models_for(type, "new");
    std::string_view whole = type.valid() && classes(type).empty() ? program_.models().find_type(language_, program_.text(type)) : std::string_view();
    if (whole.empty()) return std::nullopt;
    ObjectId made = make(parts.step, 0, type, false, true);
    objects_.edit(made).is_exact_type = true;
    CallParts inner = parts;
    inner.receiver = object_value(made);
    if (!models.empty()) {
      if (std::optional<ValueRef> out = apply_models(models, inner)) {
        ValueRef self = with_type(inner.receiver, type, true);
        return *out == kNothing ? self : values_.unite(self, values_.taints_of(*out));
      }
    }
    std::vector<Taint> taints;
    for (ValueRef argument : parts.arguments) add_deep(argument, taints);
    if (models.empty()) taint_own(inner.receiver, moved(std::move(taints)));
    return with_type(inner.receiver, type, true);
  }
  // The receiver's type, or those that the class of the program inherits from.
  if (what.receiver.valid()) {
    std::vector<Symbol> types;
    auto add_type = [&](Symbol type) {
      if (type.valid() && std::ranges::find(types, type) == types.end()) types.push_back(type);
    };
    const Value receiver = values_[parts.receiver];
    for (ObjectId id : receiver.objects) {
      add_type(objects_[id].type);
      if (objects_[id].kind == Object::Kind::Class)
        for (Symbol parent : program_.library_types({objects_[id].number})) add_type(parent);
    }
    add_type(receiver.type);
    if (!receiver.constants.empty() && types.empty()) add_type(text_type());
    for (std::size_t i = 0, count = types.size(); i < count; ++i)
      for (ClassId of : classes(types[i]))
        for (Symbol parent : program_.library_types(of)) add_type(parent);
    // A constant that nothing says anything of: in Rails a model, whose file is not there.
    if (types.empty() && language_ == Language::Ruby)
      for (ObjectId id : receiver.objects) {
        std::string_view key = objects_[id].kind == Object::Kind::Named ? program_.text(objects_[id].key) : std::string_view();
        bool is_unknown = !key.empty() && std::isupper(static_cast<unsigned char>(key[0])) && program_.models().find_type(language_, key).empty();
        Symbol record = program_.symbol("ActiveRecord::Base");
        bool is_query = is_unknown && std::ranges::any_of(models_for(record, name), [](const Model& model) { return std::ranges::any_of(model.effects.sinks, [](const ModelSink& sink) { return sink.harm == Harm::Sql; }); });
        if (is_query) add_type(record);
      }
    if (!types.empty()) add_type(root_type());
    for (Symbol type : types)
      if (std::span<const Model> models = models_for(type, name); !models.empty())
        if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
  }
  // A member that the class inherits from a library, named without `this.`.
  if (!what.receiver.valid() && owner_.valid() && (language_ == Language::CSharp || language_ == Language::Java || language_ == Language::Ruby)) {
    for (Symbol parent : program_.library_types(owner_))
      if (std::span<const Model> models = models_for(parent, name); !models.empty()) {
        CallParts inner = parts;
        inner.receiver = self();
        if (std::optional<ValueRef> out = apply_models(models, inner)) return out;
      }
  }
  // A thing of a library that is called itself: `page({name: x})`.
  if (!what.receiver.valid() && (what.variable.valid() || what.function.valid())) {
    Step loaded{.op = Op::Load, .node = what.callee, .name = {}, .variable = what.variable};
    ValueRef called = what.function.valid() ? at_[what.function.index] : load(loaded);
    // A function of a library in a variable: `const run = promisify(exec)`.
    for (ObjectId id : std::vector(values_[called].objects)) {
      std::string_view key = objects_[id].kind == Object::Kind::Named ? program_.text(objects_[id].key) : std::string_view();
      const std::size_t dot = key.find_last_of('.');
      if (dot == std::string_view::npos || what.qualified.valid()) continue;
      if (std::span<const Model> models = models_for(program_.symbol(key.substr(0, dot)), key.substr(dot + 1)); !models.empty())
        if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
    }
    if (Symbol type = values_[called].type; type.valid())
      if (std::span<const Model> models = models_for(type, "()"); !models.empty()) {
        CallParts inner = parts;
        inner.receiver = called;
        if (std::optional<ValueRef> out = apply_models(models, inner)) return out;
      }
  }
  // `a.b.f()`, by its whole name.
  if (what.qualified.valid()) {
    std::string_view qualified = text(what.qualified);
    std::size_t dot = qualified.find_last_of('.');
    if (dot != std::string_view::npos) {
      Symbol container = program_.symbol(qualified.substr(0, dot));
      if (std::span<const Model> models = models_for(container, qualified.substr(dot + 1)); !models.empty())
        if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
    }
    Symbol type = program_.symbol(file_, what.qualified);
    for (std::string_view member : {"()", "new"})
      if (std::span<const Model> models = models_for(type, member); !models.empty()) {
        CallParts inner = parts;
        ObjectId made = make(parts.step, 0, type, false, true);
        objects_.edit(made).is_exact_type = true;
        if (member == "new") inner.receiver = object_value(made);
        if (std::optional<ValueRef> out = apply_models(models, inner)) return member == "new" ? values_.unite(inner.receiver, values_.taints_of(*out)) : *out;
      }
    std::string_view known = program_.models().find_type(language_, qualified);
    bool is_type = !known.empty() && dot != std::string_view::npos;
    if (is_type && language_ == Language::Python) {
      ObjectId made = make(parts.step, 0, type, false, false);
      std::vector<Taint> taints;
      for (ValueRef argument : parts.arguments) add_deep(argument, taints);
      taint_own(object_value(made), moved(std::move(taints)));
      return object_value(made);
    }
    for (std::string_view everywhere : {"global", "builtins", "builtin"})
      if (dot == std::string_view::npos)
        if (std::span<const Model> models = models_for(program_.symbol(everywhere), qualified); !models.empty())
          if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
    // A function that is imported with all names of its module.
    if (dot == std::string_view::npos)
      for (NameId module : file_.unit->wildcard_imports())
        if (std::span<const Model> models = models_for(program_.symbol(file_, module), qualified); !models.empty())
          if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
  }
  // What is nothing but data, in the languages that declare no types, does what texts do.
  const bool is_untyped = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx || language_ == Language::Ruby;
  if (is_untyped && what.receiver.valid() && !parts.is_new) {
    const Value& receiver = values_[parts.receiver];
    const bool is_data = !receiver.type.valid() && receiver.objects.empty() && !receiver.taints.empty();
    for (Symbol type : {text_type(), root_type()})
      if (std::span<const Model> models = is_data ? models_for(type, name) : std::span<const Model>(); !models.empty())
        if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
  }
  // Where nobody knows the type, all types that have such a member may agree on what it does.
  if (what.receiver.valid() && !values_[parts.receiver].type.valid() && !parts.is_new) {
    // A list is what most have who call a function for each of their elements.
    bool is_script = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx || language_ == Language::Ruby;
    bool gives_function = std::ranges::any_of(parts.arguments, [&](ValueRef argument) {
      return std::ranges::any_of(values_[argument].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure; });
    });
    const std::vector<ObjectId>& held = values_[parts.receiver].objects;
    bool is_given = !held.empty() && std::ranges::all_of(held, [&](ObjectId id) { return objects_[id].is_input(); });
    if (std::span<const Model> of_all = gives_function ? models_for(root_type(), name) : std::span<const Model>(); !of_all.empty())
      if (std::optional<ValueRef> out = apply_models(of_all, parts)) return out;
    if (is_script && gives_function && is_given)
      if (std::span<const Model> of_lists = models_for(program_.symbol("Array"), name); !of_lists.empty())
        if (std::optional<ValueRef> out = apply_models(of_lists, parts)) return out;
    std::span<const Model> models = program_.models().find_by_member(language_, name);
    if (!models.empty()) {
      bool is_passing = std::ranges::all_of(models, [](const Model& model) { return model.effects.sources.empty() && model.effects.sinks.empty() && model.effects.sanitizers.empty(); });
      if (is_passing)
        if (std::optional<ValueRef> out = apply_models(models, parts)) return values_.unite(*out, default_call(parts));
      // A truth or a number, whatever has such a member: `item.Id.Equals(x)`.
      if (gives_no_data(models))
        if (std::optional<ValueRef> out = apply_models(models, parts)) return out;
    }
  }
  return std::nullopt;
}

// What every object is.
Symbol Run::root_type() const {
  switch (language_) {
    case Language::Java: return program_.symbol("java.lang.Object");
    case Language::CSharp: return program_.symbol("System.Object");
    case Language::Ruby: return program_.symbol("Object");
    default: return {};
  }
}

std::optional<ValueRef> Run::apply_models(std::span<const Model> models, const CallParts& parts) {
  for (const Model& model : models)
    if (fits(model.when, parts)) {
      if (model.member == "load" && load_settings(parts)) return values_.unknown();
      return apply_effects(model.effects, parts);
    }
  return std::nullopt;
}

bool Run::matches_any(std::span<const std::string_view> wanted, ValueRef ref) const {
  for (Symbol constant : values_[ref].constants) {
    std::string found = key_text(parse_known(program_.text(constant)));
    if (program_.text(constant).starts_with('b')) found = program_.text(constant) == "b1" ? "true" : "false";
    if (program_.text(constant) == "z") found = "null";
    for (std::string_view each : wanted) {
      bool is_begin = each.ends_with('*');
      std::string_view begin = each.substr(0, each.size() - (is_begin ? 1 : 0));
      if (is_begin ? found.size() >= begin.size() && equals_ignoring_case(std::string_view(found).substr(0, begin.size()), begin) : equals_ignoring_case(found, each)) return true;
    }
  }
  // What is called so in a library: `yaml.SafeLoader`, `CURLOPT_URL`.
  for (ObjectId id : values_[ref].objects)
    if (objects_[id].kind == Object::Kind::Named)
      for (std::string_view each : wanted)
        if (each == program_.text(objects_[id].key) || each == last_part(program_.text(objects_[id].key))) return true;
  return false;
}

bool Run::fits(const ModelCondition& when, const CallParts& parts) {
  std::size_t given = parts.call ? parts.arguments.size() : parts.plain_arguments.size();
  if (given < when.least_arguments || given > when.most_arguments) return false;
  for (std::size_t i = 0; i < when.parameter_types.size() && i < parts.arguments.size(); ++i) {
    Symbol type = values_[parts.arguments[i]].type;
    if (!type.valid()) continue;
    std::string dotted = with_dots(program_.text(type));
    if (last_part(dotted) != when.parameter_types[i] && dotted != when.parameter_types[i]) return false;
  }
  for (const ModelCondition::Constant& constant : when.constants)
    if (spelled_constant(*file_.unit, function_, constant.at, parts.call, constant.values).empty() && !matches_any(constant.values, slot_value(constant.at, parts, kNothing))) return false;
  return true;
}

// --- effects ---

bool Run::is_overwriting(const ModelContainer& op) { return op.op == ContainerOp::Clear && op.on.base == SlotBase::Argument; }

// `text.replace(other)`: what is written into it comes once it is empty.
void Run::empty_receiver(const ModelEffects& effects, CallParts& parts) {
  if (effects.flows.empty() || parts.receiver == kNothing || values_[parts.receiver].is_unknown) return;
  for (const ModelContainer& op : effects.containers) {
    if (op.op != ContainerOp::Clear || !is_plain(op.on, SlotBase::Receiver)) continue;
    ValueRef nothing = kNothing;
    container(op, parts, nothing);
    if (values_[parts.receiver].objects.empty()) parts.receiver = values_.unknown();
  }
}

// A buffer that a call fills from its begin has lost what it held, before anything is written into it.
void Run::empty_buffers(const ModelEffects& effects, CallParts& parts) {
  for (const ModelContainer& op : effects.containers) {
    if (!is_overwriting(op) || !parts.call || op.on.number >= parts.arguments.size()) continue;
    ValueRef& buffer = parts.arguments[op.on.number];
    ValueRef nothing = kNothing;
    if (values_[buffer].objects.empty()) buffer = values_.unknown();
    else if (!values_[buffer].is_unknown) container(op, parts, nothing);
    if (values_[buffer].objects.empty()) write_place(parts.call->arguments[op.on.number].value, buffer);
  }
}

ValueRef Run::apply_effects(const ModelEffects& effects, const CallParts& given) {
  CallParts parts = given;
  ValueRef result = kNothing;
  for (const ModelSink& sink : effects.sinks) ask_sink(sink, parts, result);
  Symbol type;
  for (const ModelType& each : effects.types)
    if (is_plain(each.at, SlotBase::Return)) type = program_.symbol(each.type);
  if (type.valid() && program_.text(type) == kNever) {
    has_left_ = true;
    return kNothing;
  }
  bool is_new_result = true;
  empty_buffers(effects, parts);
  empty_receiver(effects, parts);
  // What the result is: the same thing as something that was given, or a thing of its own.
  for (const ModelFlow& flow : effects.flows) {
    if (is_callback(flow.from) || is_callback(flow.to)) continue;
    ValueRef from = slot_value(flow.from, parts, result);
    if (flow.is_same) {
      // Nothing that is put into a list leaves its places as they are.
      if (from == kNothing && !flow.to.path.empty()) continue;
      slot_write(flow.to, parts, result, from);
      is_new_result &= flow.to.base != SlotBase::Return;
      continue;
    }
    // Of a text that is passed on nothing is known but whose it is.
    ValueRef data = flow.to.base == SlotBase::Return && !flow.to.path.empty() && !flow.from.path.empty() ? from : unknown_with(deep({from}));
    // `escape(from, to)`: what is written there is clean.
    for (const ModelSanitizer& sanitizer : effects.sanitizers) {
      if (sanitizer.when || sanitizer.at.base != SlotBase::Argument || sanitizer.at != flow.to || values_[data].taints.empty()) continue;
      Value cleaned = values_[data];
      for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, sanitizer.harms);
      data = values_.add(std::move(cleaned));
    }
    if (!values_[data].taints.empty() || flow.to.base == SlotBase::Return) slot_write(flow.to, parts, result, data);
  }
  // What is returned as a copy is there before something is put into it.
  auto is_done_here = [&](const ModelContainer& op) { return !is_overwriting(op) && (op.op != ContainerOp::Clear || effects.flows.empty()); };
  for (const bool is_copying : {true, false})
    for (const ModelContainer& op : effects.containers)
      if (is_done_here(op) && (op.op == ContainerOp::Copy) == is_copying) container(op, parts, result);
  for (const ModelSource& each : effects.sources) {
    if (is_callback(each.at)) continue;
    // What is kept in a file of the program is no stranger's; whoever reads it may look into that file.
    if (each.origin == Origin::Constant) {
      result = result_object(parts, result);
      if (!parts.arguments.empty()) write(result, program_.symbol("resource"), parts.arguments[0]);
      continue;
    }
    if (each.origin == Origin::RequestPath && !route_.empty()) {
      if (each.at.path.empty()) slot_write(each.at, parts, result, known(Known::of(route_)));
      continue;
    }
    std::vector<Taint> taints = {source(Atom::of_model(id_, current_step_, each.origin), current_step_)};
    // A rule's pattern may call the whole request a source: what is read from it is of that source, too.
    if (solver_.has_pattern_rules() && parts.receiver != kNothing) unite_taints(taints, values_[parts.receiver].taints, program_.clean_sets());
    slot_write(each.at, parts, result, unknown_with(std::move(taints)));
  }
  callbacks(effects, parts, result);
  bool is_page = false;
  for (const ModelRender& each : effects.renders) is_page |= render(each, parts, result);
  if (effects.flows.empty() && effects.containers.empty() && result == kNothing) result = values_.unknown();
  if (type.valid()) {
    bool is_text = type == text_type();
    if (!is_text && is_new_result && values_[result].objects.empty()) result = result_object(parts, result);
    result = with_type(result, type);
  }
  for (const ModelType& each : effects.types) {
    if (each.at.base == SlotBase::Return && each.at.path.empty()) continue;
    if (is_callback(each.at)) continue;
    ValueRef made = object_value(make(parts.step, 0xb00, program_.symbol(each.type), true));
    ValueRef old = slot_value(each.at, parts, result);
    slot_write(each.at, parts, result, values_.with_taints(made, std::vector(values_[old].taints)));
  }
  for (const ModelSanitizer& sanitizer : effects.sanitizers) {
    if (sanitizer.when) {
      ValueId at;
      if (sanitizer.at.base == SlotBase::Receiver) at = parts.receiver_step;
      else if (sanitizer.at.base == SlotBase::Argument && parts.call && sanitizer.at.number < parts.call->arguments.size()) at = parts.call->arguments[sanitizer.at.number].value;
      guards_[parts.step].push_back({at, sanitizer.harms, *sanitizer.when});
      continue;
    }
    if (!is_plain(sanitizer.at, SlotBase::Return)) continue;
    Value cleaned = values_[result];
    std::vector<Taint> taints;
    add_deep(result, taints);
    for (Taint& taint : taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, sanitizer.harms);
    cleaned.taints = std::move(taints);
    // What is in the thing is told by the taints now.
    bool holds_some = std::ranges::any_of(cleaned.objects, [&](ObjectId id) { return state_.content_of(id) != kPristine || objects_[id].is_input(); });
    if (holds_some) cleaned.objects.clear(), cleaned.is_unknown = true;
    result = values_.add(std::move(cleaned));
  }
  // What is wrong in a page is told at its place there.
  if (is_page) {
    Value page = values_[result];
    for (Taint& taint : page.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, one(Harm::Xss));
    result = values_.add(std::move(page));
  }
  for (const ModelRestorer& restorer : effects.restorers) {
    if (!is_plain(restorer.at, SlotBase::Return)) continue;
    Value restored = values_[result];
    for (Taint& taint : restored.taints) taint.cleaned = program_.clean_sets().without_harms(taint.cleaned, restorer.harms);
    result = values_.add(std::move(restored));
  }
  // Rules with patterns of their own take a call to pass on what it is given, also where a model does not
  // say so; what is put into a container and taken out is known too well for that.
  std::vector<Taint> all;
  bool says_where = !effects.containers.empty() || std::ranges::any_of(effects.flows, [](const ModelFlow& flow) { return flow.to.base == SlotBase::Return && (!flow.to.path.empty() || is_callback(flow.from)); });
  if (solver_.has_pattern_rules() && !says_where)
    for (ValueRef argument : parts.arguments) add_deep(argument, all);
  if (!all.empty() && parts.call && solver_.has_pattern_rules()) {
    Value with = values_[result];
    for (std::uint16_t rule : program_.rules_with_safe_functions())
      for (Taint& taint : all) taint.cleaned = program_.clean_sets().with_rule(taint.cleaned, rule);
    std::vector<Taint> more = moved(std::move(all), kAllHarms);
    std::vector<Taint> both = with.taints;
    for (const Taint& taint : more)
      if (std::ranges::find(both, taint.atom, &Taint::atom) == both.end()) both.push_back(taint);
    std::ranges::sort(both, {}, &Taint::atom);
    with.taints = std::move(both);
    result = values_.add(std::move(with));
  }
  return result;
}

// Functions that the library calls: what they are given, and what becomes of what they return.
void Run::callbacks(const ModelEffects& effects, const CallParts& parts, ValueRef& result) {
  struct Called {
    Slot function;
    std::map<std::uint16_t, ValueRef> given;
  };
  std::vector<Called> called;
  auto split = [](const Slot& slot, bool& is_result, std::uint16_t& parameter) {
    Slot function = slot;
    while (!function.path.empty()) {
      SlotStep last = function.path.back();
      function.path.pop_back();
      if (last.kind == SlotStep::Kind::Parameter) return parameter = last.number, is_result = false, function;
      if (last.kind == SlotStep::Kind::Result) return is_result = true, function;
    }
    return function;
  };
  auto find = [&](const Slot& function) -> Called& {
    auto known = std::ranges::find(called, function, &Called::function);
    if (known != called.end()) return *known;
    return called.emplace_back(Called{function, {}});
  };
  auto give = [&](const Slot& slot, ValueRef value) {
    bool is_result = false;
    std::uint16_t parameter = 0;
    Slot function = split(slot, is_result, parameter);
    ValueRef& given = find(function).given[parameter];
    if (!is_result) given = values_.unite(given, value);
  };
  for (const ModelType& each : effects.types)
    if (is_callback(each.at)) give(each.at, object_value(make(parts.step, 0xd00 + static_cast<std::uint32_t>(&each - effects.types.data()), program_.symbol(each.type), true)));
  for (const ModelSource& each : effects.sources)
    if (is_callback(each.at)) give(each.at, unknown_with({source(Atom::of_model(id_, current_step_, each.origin), current_step_)}));
  for (const ModelFlow& flow : effects.flows) {
    if (is_callback(flow.to)) give(flow.to, slot_value(flow.from, parts, result));
    else if (is_callback(flow.from)) {
      bool is_result = false;
      std::uint16_t parameter = 0;
      find(split(flow.from, is_result, parameter));
    }
  }
  // What a handler returns is the page.
  for (const ModelSink& sink : effects.sinks)
    if (is_callback(sink.at)) {
      bool is_result = false;
      std::uint16_t parameter = 0;
      find(split(sink.at, is_result, parameter));
    }
  for (const Called& each : called) {
    ValueRef function = slot_value(each.function, parts, result);
    // `array_map('trim_all', $list)`
    if (std::optional<Known> name = language_ == Language::Php ? one_known(function) : std::nullopt; name && name->type == Known::Type::Text)
      if (std::optional<ValueRef> named = function_called(name->text)) function = *named;
    std::uint32_t count = each.given.empty() ? 0 : each.given.rbegin()->first + 1u;
    std::vector<ValueRef> arguments(std::min<std::uint32_t>(count, 16), kNothing);
    for (const auto& [number, value] : each.given)
      if (number < arguments.size()) arguments[number] = value;
    ValueRef given = closure_result(function, arguments, static_cast<std::uint32_t>(arguments.size()), 310);
    // A function of a library, or nobody knows which: it gives back whatever it is given.
    bool is_seen = function == kNothing || std::ranges::any_of(values_[function].objects, [&](ObjectId id) { return objects_[id].kind == Object::Kind::Closure; });
    if (!is_seen)
      for (ValueRef argument : arguments) given = values_.unite(given, unknown_with(deep({argument})));
    for (const ModelSink& sink : effects.sinks) {
      bool is_result = false;
      std::uint16_t parameter = 0;
      if (!is_callback(sink.at) || split(sink.at, is_result, parameter) != each.function || !is_result || given == kNothing) continue;
      Hit what{.sink = {.function = id_, .step = parts.step, .is_point = false, .point = 0, .harm = sink.harm, .cwe = sink.cwe ? sink.cwe : info(sink.harm).cwe, .model = &sink}, .taints = moved(own_taints(given))};
      if (!what.taints.empty()) hit(std::move(what));
    }
    for (const ModelFlow& flow : effects.flows) {
      if (!is_callback(flow.from) || is_callback(flow.to)) continue;
      bool is_result = false;
      std::uint16_t parameter = 0;
      if (split(flow.from, is_result, parameter) == each.function && is_result) slot_write(flow.to, parts, result, given);
    }
  }
}

// `properties.load(stream of a file of the program)`: what the file says is known.
bool Run::load_settings(const CallParts& parts) {
  if (parts.arguments.empty()) return false;
  std::vector<Taint> taints;
  add_deep(parts.arguments[0], taints);
  for (ObjectId id : std::vector(values_[parts.arguments[0]].objects)) {
    Content content = contents_[state_.content_of(id)];
    for (const auto& [key, value] : content.fields) {
      if (program_.text(key) != "resource") continue;
      std::optional<Known> name = one_known(value);
      const auto* entries = name ? program_.settings(name->text) : nullptr;
      if (!entries) continue;
      for (const auto& [entry, setting] : *entries) write_element(parts.receiver, known(Known::of(entry)), known(Known::of(setting)));
      return true;
    }
  }
  return false;
}

// --- sinks ---

void Run::ask_sink(const ModelSink& sink, const CallParts& parts, ValueRef result) {
  Hit what{.sink = {.function = id_, .step = parts.step, .is_point = false, .point = 0, .harm = sink.harm, .cwe = sink.cwe ? sink.cwe : info(sink.harm).cwe, .model = &sink}, .taints = {}};
  if (sink.at.base == SlotBase::Call) {
    what.value = values_.unknown();
    return hit(std::move(what));
  }
  ValueRef value = slot_value(sink.at, parts, result);
  if (value == kNothing) return;
  if (sink.values.empty()) what.taints = moved(own_taints(value));
  else what.value = value, note_wanted(value);
  // A size that is too large at any rate need not be negative.
  if (sink.harm == Harm::NegativeSize) std::erase_if(what.taints, [&](const Taint& taint) { return !program_.clean_sets().has_harm(taint.cleaned, Harm::BufferSize); });
  if (std::string_view word = spelled_constant(*file_.unit, function_, sink.at, parts.call, sink.values); !word.empty()) what.value = known(Known::of(std::string(word)));
  if (!what.taints.empty() || what.value != kNothing) hit(std::move(what));
}

// The value's own, not those of what is in a container: where a sink takes these, its model says so.
std::vector<Taint> Run::own_taints(ValueRef ref) {
  std::vector<Taint> taints;
  for (ObjectId id : std::vector(values_[ref].objects)) {
    const Object object = objects_[id];
    if (object.is_input()) {
      Taint own{Atom::of_input(id), kUncleaned, {}, kFirstRank};
      unite_taints(taints, {&own, 1}, program_.clean_sets());
    }
    ValueRef own = contents_[state_.content_of(id)].own;
    unite_taints(taints, values_[own].taints, program_.clean_sets());
    bool is_container = contents_[state_.content_of(id)].is_list || object.kind == Object::Kind::Made;
    if (!is_container) add_deep(object_value(id), taints);
    // A buffer of C that was filled sign by sign is the text that it holds.
    const bool is_buffer = (language_ == Language::C || language_ == Language::Cpp) && object.kind == Object::Kind::Made && classes(object.type).empty() &&
                           (!object.type.valid() || program_.models().find_type(language_, program_.text(object.type)).empty());
    if (!is_buffer) continue;
    const Content content = contents_[state_.content_of(id)];
    for (ValueRef element : content.elements) unite_taints(taints, values_[element].taints, program_.clean_sets());
    for (const auto& [key, field] : content.fields)
      if (program_.text(key).find_first_not_of("0123456789") == std::string_view::npos) unite_taints(taints, values_[field].taints, program_.clean_sets());
    unite_taints(taints, values_[content.rest].taints, program_.clean_sets());
  }
  unite_taints(taints, values_[ref].taints, program_.clean_sets());
  return taints;
}

}  // namespace sluice::flow
