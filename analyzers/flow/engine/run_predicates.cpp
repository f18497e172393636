// What a function's own tests rule out of its parameters: for callers that ask it, or that go on behind it.
//
//   function isLocal(url) { return url.startsWith("/") && !url.startsWith("//"); }
//   function check(name) { if (!/^[a-z]+$/.test(name)) throw new Error(); }
//
// `if (isLocal(next)) redirect(next)` is as good as the test itself. `a && b` is two stores into a temporary: the
// first of them decides only where it is false, so what is known when the temporary is true is what is known at the
// second.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kMostParameters = 8, kMostSteps = 400;

void keep_common(std::vector<Harms>& kept, const std::vector<Harms>& more) {
  for (std::size_t i = 0; i < kept.size() && i < more.size(); ++i) kept[i] &= more[i];
}

}  // namespace

bool Run::is_predicate_like() const {
  return local_ != FunctionId{0} && !function_.parameters.empty() && function_.parameters.size() <= kMostParameters && function_.steps.size() <= kMostSteps;
}

Run::ParameterHarms Run::ruled_out_of_parameters(const State& state) {
  ParameterHarms out(function_.parameters.size(), 0);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const VariableId variable = function_.parameters[i].variable;
    auto place = variable.valid() ? places_.find(variable.index) : places_.end();
    if (place == places_.end()) continue;
    // What is written into it later is no longer what was given.
    auto is_store = [&](const Step& step) { return step.op == Op::Store && step.variable == variable; };
    if (std::ranges::count_if(function_.steps, is_store) != 1) continue;
    Harms common = kAllHarms;
    bool is_given = false;
    for (const Taint& taint : deep({state.variables[place->second]})) {
      if (!taint.atom.is_input()) continue;
      is_given = true;
      common &= program_.clean_sets().harms(taint.cleaned);
    }
    if (is_given) out[i] = common;
  }
  return out;
}

Run::ParameterHarms Run::ruled_out_when_true(ValueId value) {
  if (truth_of(at_[value.index]) == false) return ParameterHarms(function_.parameters.size(), kAllHarms);
  State state = state_;
  refine(value, true, state);
  return ruled_out_of_parameters(state);
}

// Whether nothing is stored into the temporary behind this where it is true.
bool Run::decides_alone(std::uint32_t store) const {
  const Step& step = function_.steps[store];
  for (const Block& block : function_.blocks) {
    if (store < block.begin || store >= block.end) continue;
    if (block.condition != operand_id(step, 0) || block.successors.size() != 2) return true;
    const Block& next = function_.blocks[block.successors[0].index];
    for (std::uint32_t i = next.begin; i < next.end; ++i)
      if (function_.steps[i].op == Op::Store && function_.steps[i].variable == step.variable) return false;
    return true;
  }
  return true;
}

// A store into a temporary, or a return.
void Run::note_truth(std::uint32_t number) {
  const Step& step = function_.steps[number];
  if (step.count == 0 || !is_predicate_like()) return;
  if (step.op == Op::Return) {
    true_returns_[number] = ruled_out_when_true(operand_id(step, 0));
  } else if (file_.graph->variables[step.variable.index].is_temporary && decides_alone(number)) {
    truths_[step.variable.index][number] = ruled_out_when_true(operand_id(step, 0));
  }
}

void Run::note_return(const Block& block) {
  bool is_thrown = block.end > block.begin && function_.steps[block.end - 1].op == Op::Throw;
  if (is_predicate_like() && !is_thrown) returns_[block.begin] = ruled_out_of_parameters(state_);
}

void Run::refine_temporary(VariableId variable, State& state) {
  // `a && b`: one store decides, behind one that does not; both are true.
  std::vector<ValueId> stored;
  std::size_t deciding = 0;
  for (std::uint32_t i = 0; i < function_.steps.size(); ++i) {
    const Step& step = function_.steps[i];
    if (step.op != Op::Store || step.variable != variable) continue;
    stored.push_back(operand_id(step, 0));
    deciding += decides_alone(i) ? 1 : 0;
  }
  for (ValueId each : stored) {
    const Step& step = function_.steps[each.index];
    const bool is_itself = step.op == Op::Load && step.variable == variable;
    if (deciding == 1 && !is_itself) refine(each, true, state);
  }
  auto known = truths_.find(variable.index);
  if (known == truths_.end() || known->second.empty()) return;
  ParameterHarms common(function_.parameters.size(), kAllHarms);
  for (const auto& [step, harms] : known->second) keep_common(common, harms);
  for (std::uint32_t i = 0; i < common.size(); ++i) {
    if (common[i] == 0 || common[i] == kAllHarms) continue;
    auto place = function_.parameters[i].variable.valid() ? places_.find(function_.parameters[i].variable.index) : places_.end();
    if (place == places_.end()) continue;
    ValueRef& value = state.variables[place->second];
    if (std::vector<Taint> taints = deep({value}, common[i]); !taints.empty()) value = unknown_with(std::move(taints), values_[value].type);
  }
}

void Run::keep_tests(Summary& summary) const {
  ParameterHarms when_true(function_.parameters.size(), true_returns_.empty() ? 0 : kAllHarms), always(function_.parameters.size(), returns_.empty() ? 0 : kAllHarms);
  for (const auto& [step, harms] : true_returns_) keep_common(when_true, harms);
  for (const auto& [step, harms] : returns_) keep_common(always, harms);
  for (std::uint32_t i = 0; i < when_true.size(); ++i)
    if (when_true[i] != 0 || always[i] != 0) summary.tested.push_back({i, when_true[i], always[i]});
}

void Run::apply_tests(const CallParts& parts, const Target& target) {
  guards_.erase(parts.step);
  const Summary* summary = solver_.summary(target.function, context_for(parts, target));
  if (!summary) return;
  for (const TestedParameter& tested : summary->tested) {
    ValueId argument = argument_step(parts, target.function, tested.parameter);
    if (!argument.valid()) continue;
    if (tested.when_true != 0) guards_[parts.step].push_back({argument, tested.when_true, true});
    if (tested.always != 0) clean(base_of(argument), tested.always, state_);
  }
}

}  // namespace sluice::flow
