// What the answers of called functions say of what they were given.
//
// Tests often stand in functions of their own, which answer yes or no, or do not come back:
//
//   if (!isName(x)) return;     what isName rules out of its parameter where it gives true
//   checkName(x);               what it rules out wherever it comes back: it throws otherwise
//
// At each return the taints of a parameter tell what the tests on the way there have cleaned it of; what is the same
// at all of them holds for the argument.
#include <algorithm>
#include <utility>

#include "analyzers/flow/engine/run.h"

namespace sluice::flow {
namespace {

// `errors.New("...")`, `fmt.Errorf("...")`: Go's functions that test give these, or nil.
bool makes_error(const Function& function, const Step& step, const Graph& graph) {
  if (step.op != Op::Call) return false;
  const Call& call = function.calls[step.number];
  std::string_view name = call.name.valid() ? graph.names.text(call.name) : std::string_view();
  return name == "New" || name == "Errorf";
}

}  // namespace

// `step`: the Return; one without an operand is the end of the function.
void Run::note_answer(const Step& step) {
  if (function_.parameters.empty()) return;
  const ValueId given = step.count > 0 ? operand_id(step, 0) : ValueId{};
  std::optional<bool> truth = given.valid() ? truth_of(at_[given.index]) : std::optional(false);
  if (given.valid() && language_ == Language::Go && makes_error(function_, function_.steps[given.index], *file_.graph)) truth = true;
  Summary::Answers& here = answers_[step.count > 0 ? current_step_ : UINT32_MAX];
  here.clear();
  if (auto choices = choices_.find(current_step_); step.count > 0 && choices != choices_.end()) {
    bool is_first = true;
    for (const auto& [from, each] : choices->second) {
      if (std::exchange(is_first, false)) here = each;
      for (std::size_t i = 0; i < here.size(); ++i) here[i].always &= each[i].always, here[i].when_true &= each[i].when_true, here[i].when_false &= each[i].when_false;
    }
    return;
  }
  for (const auto& [parameter, place] : given_variables()) {
    auto ruled_out = [&, place = place](const State& state) { return ruled_out_of(state.variables[place]); };
    Summary::Answer answer{.parameter = parameter, .always = ruled_out(state_), .when_true = kAllHarms, .when_false = kAllHarms};
    for (bool is_true : {true, false}) {
      if (truth && *truth != is_true) continue;
      State next = state_;
      if (!truth) refine(given, is_true, next);
      (is_true ? answer.when_true : answer.when_false) = ruled_out(next);
    }
    here.push_back(answer);
  }
}

// The variables of parameters: the number of each, and its place.
std::vector<std::pair<std::uint32_t, std::uint32_t>> Run::given_variables() const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  for (const Step& each : function_.steps) {
    if (each.op != Op::Store || each.count == 0) continue;
    const Step& parameter = function_.steps[operand_id(each, 0).index];
    auto place = places_.find(each.variable.index);
    if (parameter.op == Op::Parameter && place != places_.end()) found.emplace_back(parameter.number, place->second);
  }
  return found;
}

// Of what a caller gave; nothing where it was written over.
Harms Run::ruled_out_of(ValueRef ref) const {
  const Value& value = values_[ref];
  bool is_input = value.objects.empty() && !value.taints.empty() && std::ranges::all_of(value.taints, [](const Taint& taint) { return taint.atom.is_input(); });
  Harms harms = is_input ? kAllHarms : 0;
  if (is_input)
    for (const Taint& taint : value.taints) harms &= program_.clean_sets().harms(taint.cleaned);
  return harms;
}

// `return a && b`: what is returned was chosen on the ways to it. `truth`: what it is on this one, where the way says it.
void Run::note_choice(const Block& block, BlockId to, const State& state, std::optional<bool> truth) {
  if (function_.parameters.empty()) return;
  const Block& next = function_.blocks[to.index];
  for (std::uint32_t at = next.begin; at < next.end; ++at) {
    const Step& returned = function_.steps[at];
    if (returned.op != Op::Return || returned.count == 0) continue;
    const Step& loaded = function_.steps[operand_id(returned, 0).index];
    if (loaded.op != Op::Load || !loaded.variable.valid() || !file_.graph->variables[loaded.variable.index].is_temporary) return;
    for (std::uint32_t stored = block.end; stored-- > block.begin;) {
      const Step& store = function_.steps[stored];
      if (store.op != Op::Store || store.variable != loaded.variable || store.count == 0) continue;
      const ValueId given = operand_id(store, 0);
      if (!truth) truth = truth_of(at_[given.index]);
      Summary::Answers& here = choices_[at][stored];
      here.clear();
      for (const auto& [parameter, place] : given_variables()) {
        Summary::Answer answer{.parameter = parameter, .always = ruled_out_of(state.variables[place]), .when_true = kAllHarms, .when_false = kAllHarms};
        for (bool is_true : {true, false}) {
          if (truth && *truth != is_true) continue;
          State then = state;
          refine(given, is_true, then);
          (is_true ? answer.when_true : answer.when_false) = ruled_out_of(then.variables[place]);
        }
        here.push_back(answer);
      }
      return;
    }
    return;
  }
}

// `allowed[x]`, `_, ok := allowed[x]` of a map that is written out: x is one of its keys. `a.host == b.host`.
bool Run::refine_kept(const Step& step, bool is_true, State& state) {
  if (step.op == Op::Element && step.count == 2 && is_fixed_list(operand(step, 0)) && !contents_[state_.content_of(values_[operand(step, 0)].objects[0])].is_list) {
    if (is_true) refine_one_of(operand_id(step, 1), state);
    return true;
  }
  return false;
}

Summary::Answers Run::answers() const {
  Summary::Answers all;
  bool is_first = true;
  for (const auto& [step, here] : answers_) {
    if (std::exchange(is_first, false)) all = here;
    for (std::size_t i = 0; i < all.size() && i < here.size(); ++i) all[i].always &= here[i].always, all[i].when_true &= here[i].when_true, all[i].when_false &= here[i].when_false;
  }
  std::erase_if(all, [](const Summary::Answer& each) { return each.when_true == each.when_false && each.always == 0; });
  return all;
}

void Run::apply_answers(const Summary& summary, const CallParts& parts, const Target& target) {
  std::vector<Guard>& guards = answered_[parts.step];
  guards.clear();
  for (const Summary::Answer& answer : summary.answers) {
    ValueId at = argument_step(parts, target.function, answer.parameter);
    if (!at.valid()) continue;
    clean(base_of(at), answer.always, state_);
    guards.push_back({at, answer.when_true, true});
    guards.push_back({at, answer.when_false, false});
  }
}

// `f(x)`, `f(x) == false`, `err != nil` where err is what f(x) gave.
void Run::refine_answer(ValueId condition, bool is_true, State& state) {
  const Step* step = &function_.steps[condition.index];
  if (step->op == Op::Binary && step->count == 2) {
    std::string_view op = text(step->name);
    const bool is_equality = op == "==" || op == "===" || op == "is", is_inequality = op == "!=" || op == "!==" || op == "is not";
    if (is_equality == is_true && (is_equality || is_inequality) && is_host(operand_id(*step, 0)) && is_host(operand_id(*step, 1))) {
      clean_sources(operand(*step, 0), one(Harm::Redirect) | one(Harm::Ssrf), state);
      return clean_sources(operand(*step, 1), one(Harm::Redirect) | one(Harm::Ssrf), state);
    }
    std::optional<Known> with = one_known(at_[operand_id(*step, 1).index]);
    bool is_answer = with && (with->type == Known::Type::Null || with->type == Known::Type::Truth);
    if (!is_answer || (!is_equality && !is_inequality)) return;
    const bool is_yes = with->type == Known::Type::Truth && with->whole != 0;
    is_true = (is_equality == is_true) == is_yes;
    condition = operand_id(*step, 0);
    step = &function_.steps[condition.index];
  }
  // A variable that was given what a call gave, and nothing else.
  if (step->op == Op::Load) {
    ValueId stored;
    for (const Step& each : function_.steps)
      if (each.op == Op::Store && each.variable == step->variable) {
        if (stored.valid()) return;
        stored = each.count > 0 ? operand_id(each, 0) : ValueId{};
      }
    if (!stored.valid()) return;
    // Go: the element is stored before whether it was there.
    if (language_ == Language::Go && function_.steps[stored.index].op == Op::Unknown && stored.index > 0)
      if (const Step& before = function_.steps[stored.index - 1]; before.op == Op::Store && before.count > 0) stored = operand_id(before, 0);
    condition = stored;
  }
  if (refine_kept(function_.steps[condition.index], is_true, state)) return;
  for (const auto* guards : {&guards_, &answered_})
    if (auto found = guards->find(condition.index); found != guards->end())
      for (const Guard& guard : found->second)
        if (guard.when == is_true) clean(base_of(guard.argument), guard.harms, state);
}

}  // namespace sluice::flow
