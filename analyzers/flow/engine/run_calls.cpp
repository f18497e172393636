// Who is called, and what that does here.
#include <algorithm>

#include "analyzers/flow/engine/imports.h"
#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr int kMostRounds = 3;               // of a function that a library calls
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
  if (!targets.empty() && targets.size() <= kMostCallees) {
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
  if (!targets.empty() && targets.size() <= kMostCallees) return result;
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
  if (functions.empty() || functions.size() != values_[parts.receiver].objects.size() || functions.size() > kMostCallees) return std::nullopt;
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
