// What patterns of taint rules say of a step: it is a source, a sink, it cleans, it passes on.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

using As = RulePoints::As;
using SideEffect = TaintEndpoint::SideEffect;

void Run::apply_points(std::uint32_t step) {
  std::span<const RulePoints::Point> points = file_.points.at(local_, step);
  if (points.empty()) return;
  // The rule that an atom counts for; -1: not one of a pattern.
  auto rule_of = [&](Atom atom) -> int { return atom.is_point() ? program_.match_of(atom).rule : -1; };
  std::vector<std::uint16_t> cleaning;
  for (const RulePoints::Point& point : points) {
    if (point.as != As::Sanitizer) continue;
    const EndpointMatch& match = file_.points.match(point);
    cleaning.push_back(match.rule);
    // All that the thing holds, and, when it says so, the thing itself.
    Value clean = values_[at_[step]];
    std::vector<Taint> taints;
    add_deep(at_[step], taints);
    std::erase_if(taints, [&](const Taint& taint) { return rule_of(taint.atom) == match.rule; });
    for (Taint& taint : taints)
      if (taint.atom.is_input() || !taint.atom.is_point()) taint.cleaned = program_.clean_sets().with_rule(taint.cleaned, match.rule);
    bool holds_some = !taints.empty() || std::ranges::any_of(clean.objects, [&](ObjectId id) { return state_.content_of(id) != kPristine || objects_[id].is_input(); });
    clean.taints = std::move(taints);
    if (holds_some) {
      std::erase_if(clean.objects, [&](ObjectId id) { return objects_[id].kind != Object::Kind::Closure && objects_[id].kind != Object::Kind::Class; });
      clean.is_unknown = true;
    }
    at_[step] = values_.add(std::move(clean));
    if (match.endpoint->by_side_effect != SideEffect::No && point.is_best) write_place({step}, at_[step]);
  }
  std::vector<Taint> later;  // what the thing holds from here on, once the sinks were asked
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    const RulePoints::Point& point = points[i];
    const EndpointMatch& match = file_.points.match(point);
    const TaintEndpoint& endpoint = *match.endpoint;
    if (point.as == As::Source && std::ranges::find(cleaning, match.rule) == cleaning.end()) {
      if (endpoint.needs && !program_.has_labels(match.rule, *endpoint.needs, deep({at_[step]}))) continue;
      Taint taint = source(Atom::of_point(id_, step, i), step);
      if (endpoint.control) {
        Value control;
        control.taints = {taint};
        state_.control = values_.unite(state_.control, values_.add(std::move(control)));
      }
      if (endpoint.by_side_effect != SideEffect::No && point.is_best) later.push_back(taint);
      if (endpoint.by_side_effect != SideEffect::Only) at_[step] = values_.with_taints(at_[step], {&taint, 1});
    }
    if (point.as != As::From && point.as != As::To) continue;
    std::vector<Taint>& carried = carried_[point.match];
    if (point.as == As::From) {
      std::vector<Taint> in = deep({at_[step]});
      if (in.empty() || (endpoint.needs && !program_.has_labels(match.rule, *endpoint.needs, in))) continue;
      std::erase_if(in, [&](const Taint& taint) {
        int rule = rule_of(taint.atom);
        return rule >= 0 && rule != match.rule;
      });
      std::vector<Taint> kept = in;
      std::erase_if(kept, [&](const Taint& taint) {
        return taint.atom.is_point() && std::ranges::find(endpoint.replaced_labels, program_.match_of(taint.atom).endpoint->label) != endpoint.replaced_labels.end();
      });
      // A label of its own: a source that stands here.
      if (!endpoint.label.empty()) kept.push_back(source(Atom::of_point(id_, step, i), step));
      std::ranges::sort(kept, {}, &Taint::atom);
      unite_taints(carried, kept, program_.clean_sets());
    } else {
      at_[step] = values_.with_taints(at_[step], carried);
      carried_to_[point.match] = {step};
    }
    auto target = carried_to_.find(point.match);
    if (endpoint.by_side_effect != SideEffect::No && target != carried_to_.end() && !carried.empty()) {
      ValueRef there = at_[target->second.index];
      taint_own(there, carried);
      write_place(target->second, values_.with_taints(there, carried));
    }
  }
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (points[i].as != As::Sink) continue;
    const EndpointMatch& match = file_.points.match(points[i]);
    Hit what{.sink = {.function = id_, .step = step, .is_point = true, .point = i}, .taints = deep({at_[step], state_.control})};
    unite_taints(what.taints, taints_of_given_lambdas(step), program_.clean_sets());
    std::erase_if(what.taints, [&](const Taint& taint) {
      int rule = rule_of(taint.atom);
      // A number that was read from a request.
      constexpr Harms kOfText = one(Harm::Sql) | one(Harm::Command) | one(Harm::Xss);
      bool is_number = rule < 0 && !taint.atom.is_input() && (program_.clean_sets().harms(taint.cleaned) & kOfText) == kOfText;
      return is_number || (rule >= 0 && rule != match.rule) || program_.clean_sets().has_rule(taint.cleaned, match.rule);
    });
    if (!what.taints.empty()) hit(std::move(what));
  }
  if (later.empty()) return;
  std::ranges::sort(later, {}, &Taint::atom);
  taint_own(at_[step], later);
  write_place({step}, values_.with_taints(at_[step], later));
}

// What stands in a lambda belongs to the call that it is given to: `f(() => source())`.
std::vector<Taint> Run::taints_of_lambdas(std::span<const ValueRef> arguments, std::uint32_t step) {
  std::vector<Taint> taints;
  for (ValueRef argument : arguments)
    for (ObjectId id : values_[argument].objects) {
      if (objects_[id].kind != Object::Kind::Closure) continue;
      ProgramFunctionId lambda{objects_[id].number};
      const ProgramFunction& where = program_.function(lambda);
      for (const RulePoints::PlacedSource& inner : program_.file(where.file).points.sources_in(where.local)) {
        Taint taint = source(Atom::of_point(program_.global(where.file, inner.function), inner.step, inner.point), step);
        unite_taints(taints, {&taint, 1}, program_.clean_sets());
      }
    }
  return taints;
}

// Of lambdas that stand in the call itself: a function that has a name of its own is no part of the sink.
std::vector<Taint> Run::taints_of_given_lambdas(std::uint32_t step) {
  const Step& made = function_.steps[step];
  if (made.op != Op::Call && made.op != Op::New) return {};
  std::vector<ValueRef> given;
  for (const Argument& argument : function_.calls[made.number].arguments)
    if (argument.value.valid() && function_.steps[argument.value.index].op == Op::Closure) given.push_back(at_[argument.value.index]);
  return taints_of_lambdas(given, step);
}

// Data at a sink: what is a source's is found here, what is an input's the callers know.
void Run::hit(Hit what) {
  constexpr std::size_t kMostHits = 200;
  if (!what.sink.is_point) std::erase_if(what.taints, [&](const Taint& taint) { return program_.clean_sets().has_harm(taint.cleaned, what.sink.harm); });
  bool has_value = false, is_found = false, is_open = false;
  if (what.sink.model && what.value != kNothing) {
    has_value = true;
    is_found = what.sink.model->at.base == SlotBase::Call || matches_any(what.sink.model->values, what.value);
    is_open = std::ranges::any_of(values_[what.value].objects, [&](ObjectId id) { return objects_[id].is_input(); });
  }
  for (const Taint& taint : what.taints) (taint.atom.is_input() ? is_open : is_found) = true;
  if (!has_value && what.taints.empty()) return;
  auto add = [&](std::vector<Hit>& list) {
    // The same place again, in a later round: what it knows now.
    for (Hit& known : list)
      if (known.sink == what.sink && known.sink.model == what.sink.model) {
        unite_taints(known.taints, what.taints, program_.clean_sets());
        known.value = values_.unite(known.value, what.value);
        return;
      }
    if (list.size() < kMostHits) list.push_back(what);
    else was_cut_ = true;
  };
  if (is_open) add(hits_);
  if (is_found) add(found_);
}

}  // namespace sluice::flow
