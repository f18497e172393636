// Calls of what only a caller knows: `this.handlers[event](payload)`, `repository.insert(user)` where nobody
// declares what `repository` is.
//
// Such a call is kept in the summary with what it is given; whoever calls, and knows what is called,
// makes the call then. Until then it gives back a thing of its own, which stands for the result and holds
// whatever was given, as nobody can say more here.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kMostPending = 8;  // of one function
constexpr int kDeepestSettled = 2;       // calls that callers settle within such calls
constexpr std::uint32_t kMostSettled = 150;  // of one function
constexpr std::uint32_t kDetail = 600;

}  // namespace

bool Run::has_inputs(ValueRef ref) const {
  return std::ranges::any_of(values_[ref].objects, [&](ObjectId id) { return objects_[id].is_input(); });
}

// The function value that a call names, where it names one.
ValueRef Run::named_function(const CallParts& parts) {
  const Call& what = *parts.call;
  if (what.function.valid()) return at_[what.function.index];
  if (std::optional<ValueRef> value = called_value(parts)) return *value;
  if (what.receiver.valid() || !what.variable.valid()) return kNothing;
  Step loaded{.op = Op::Load, .node = what.callee, .name = {}, .variable = what.variable};
  return load(loaded);
}

// `given`: what the call gives as far as it is known here.
ValueRef Run::pend(const CallParts& parts, ValueRef given) {
  if (parts.is_new || !parts.call) return given;
  PendingCall call;
  call.called = named_function(parts);
  if (!has_inputs(call.called)) call.called = kNothing;
  call.name = program_.symbol(file_, parts.call->name);
  bool is_method = call.called == kNothing && call.name.valid() && program_.is_called(call.name) && has_inputs(parts.receiver);
  if (is_method) call.receiver = parts.receiver;
  if (call.called == kNothing && !is_method) return given;
  call.arguments = parts.arguments;
  if (language_ == Language::Ruby)
    if (ValueRef map = map_of_keywords(parts, {}); map != kNothing) {
      call.arguments.clear();
      for (std::size_t i = 0; i < parts.arguments.size(); ++i)
        if (!parts.call->arguments[i].keyword.valid() && !parts.call->arguments[i].is_keywords) call.arguments.push_back(parts.arguments[i]);
      call.arguments.push_back(map);
    }
  return keep_pending(std::move(call), parts.step, given);
}

ValueRef Run::keep_pending(PendingCall call, std::uint32_t step, ValueRef given) {
  call.step = step;
  call.result = objects_.add({.kind = Object::Kind::Made, .number = step, .detail = kDetail, .parent = {}, .key = call.name, .type = {}});
  auto known = std::ranges::find_if(pending_, [&](const PendingCall& each) { return each.result == call.result; });
  if (known == pending_.end() && pending_.size() >= kMostPending) return given;
  objects_.edit(call.result).is_opaque = true;
  if (state_.content_of(call.result) == kPristine) state_.set_content(call.result, contents_.add({}));
  ValueRef result = object_value(call.result);
  taint_own(result, std::vector(values_[given].taints));
  if (known == pending_.end()) {
    pending_.push_back(std::move(call));
  } else {
    // The same place again, in a later round.
    known->called = values_.unite(known->called, call.called);
    known->receiver = values_.unite(known->receiver, call.receiver);
    for (std::size_t i = 0; i < known->arguments.size() && i < call.arguments.size(); ++i) known->arguments[i] = values_.unite(known->arguments[i], call.arguments[i]);
  }
  Value rest = values_[given];
  rest.taints.clear();
  rest.is_unknown = true;
  return values_.unite(result, values_.add(std::move(rest)));
}

// A call of a summary, made here. `into` has what the summary's values are here.
ValueRef Run::settle(const PendingCall& call, const CallParts& parts, const std::function<ValueRef(ValueRef)>& here, std::uint32_t number) {
  PendingCall own{.step = parts.step, .called = here(call.called), .receiver = here(call.receiver), .name = call.name, .arguments = {}, .result = {}};
  for (ValueRef argument : call.arguments) own.arguments.push_back(here(argument));
  CallParts inner{.step = parts.step, .receiver = own.receiver, .arguments = {}, .plain_arguments = own.arguments};
  std::vector<Target> targets;
  if (settling_ < kDeepestSettled && settled_ < kMostSettled) {
    for (ObjectId id : std::vector(values_[own.called].objects)) {
      const Object object = objects_[id];
      if (object.kind != Object::Kind::Closure || !program_.graph_function({object.number}).has_body) continue;
      bool is_bound = program_.function({object.number}).owner.valid() && object.parent.valid();
      targets.push_back({.function = {object.number}, .self = is_bound ? object_value(object.parent) : kNothing, .closure = id});
    }
    for (ObjectId id : std::vector(values_[own.receiver].objects)) add_targets_of_object(inner, id, own.name, targets);
  }
  constexpr std::size_t kMostTargets = 4;
  ValueRef result = kNothing;
  bool is_made = !targets.empty() && targets.size() <= kMostTargets;
  if (is_made) {
    ++settling_;
    settled_ += static_cast<std::uint32_t>(targets.size());
    State before = state_;
    std::optional<State> after;
    for (std::uint32_t i = 0; i < targets.size(); ++i) {
      state_ = before;
      result = values_.unite(result, apply(inner, targets[i], kDetail + 1 + number * 8 + i));
      after = after ? joined(*after, state_, false) : state_;
    }
    state_ = std::move(*after);
    --settling_;
  }
  bool is_open = has_inputs(own.called) || has_inputs(own.receiver);
  if (is_made && !is_open) return result;
  std::vector<Taint> taints;
  for (ValueRef argument : own.arguments) add_deep(argument, taints);
  add_deep(own.receiver, taints);
  ValueRef given = unknown_with(moved(std::move(taints)));
  if (is_open) given = keep_pending(std::move(own), parts.step, given);
  return values_.unite(result, given);
}

}  // namespace sluice::flow
