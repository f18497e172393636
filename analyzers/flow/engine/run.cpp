#include "analyzers/flow/engine/run.h"

#include <algorithm>

namespace sluice::flow {
namespace {

constexpr int kMostVisits = 24;          // of a block; its states grow, so few are needed
constexpr int kVisitsBeforeWidening = 3; // then a constant that changes is unknown
constexpr std::size_t kMostSteps = 20000;
constexpr std::size_t kMostValues = 40000, kMostTraces = 300000;  // of one function

}  // namespace

Run::Run(const ProgramView& program, Solver& solver, ProgramFunctionId function, const Context& context)
    : program_(program), solver_(solver), id_(function), file_(program.file(program.function(function).file)), local_(program.function(function).local),
      function_(program.graph_function(function)), context_(context), language_(file_.language), values_(program.clean_sets()) {
  owner_ = program.function(function).owner;
  if (auto own = file_.classes.find(function_.node.index); own != file_.classes.end()) owner_ = own->second;
  // A closure in a method has the method's `this`.
  for (FunctionId at = function_.outer; !owner_.valid() && at.valid(); at = file_.graph->functions[at.index].outer) {
    owner_ = program.function(program.global(program.function(function).file, at)).owner;
    if (auto own = file_.classes.find(file_.graph->functions[at.index].node.index); own != file_.classes.end()) owner_ = own->second;
  }
}

std::unique_ptr<Summary> Run::analyze() {
  if (function_.steps.size() > kMostSteps) {
    was_cut_ = true;
  } else {
    entry_point();
    solve();
  }
  return summarize();
}

bool Run::is_too_much() const { return values_.size() > kMostValues || contents_.size() > kMostValues || traces_.size() > kMostTraces; }

void Run::solve() {
  std::size_t count = function_.blocks.size();
  if (count == 0) return;
  at_.assign(function_.steps.size(), kNothing);
  begins_.assign(count, std::nullopt);
  visits_.assign(count, 0);
  is_dirty_.assign(count, false);
  for (const Step& step : function_.steps)
    if (step.op == Op::Store || step.op == Op::Load) places_.try_emplace(step.variable.index, static_cast<std::uint32_t>(places_.size()));
  find_references();
  State first = std::move(state_);  // with what is in the parameters of an entry point
  first.variables.assign(places_.size(), kNothing);
  begins_[0] = std::move(first);
  is_dirty_[0] = true;
  for (std::size_t b = 0; b < count;) {
    if (!is_dirty_[b]) {
      ++b;
      continue;
    }
    is_dirty_[b] = false;
    if (++visits_[b] > kMostVisits) {
      was_cut_ = true;
      continue;
    }
    const Block& block = function_.blocks[b];
    state_ = *begins_[b];
    has_left_ = false;
    for (std::uint32_t step = block.begin; step < block.end && !is_too_much() && !has_left_; ++step) visit(step);
    if (is_too_much()) {
      was_cut_ = true;
      has_end_ = true;
      at_end_ = state_;
      return;
    }
    leave(block);
    // Back to the first block that has to be looked at again.
    for (std::size_t earlier = 0; earlier <= b; ++earlier)
      if (is_dirty_[earlier]) {
        b = earlier;
        break;
      }
  }
}

// Hands the state at the end of a block on to what may come next.
void Run::leave(const Block& block) {
  for (BlockId handler : block.handlers) flow_to(handler, state_);
  if (has_left_) return;
  if (block.successors.empty()) {
    render_at_end();
    leave_scope();
    const Step* last = block.begin < block.end ? &function_.steps[block.end - 1] : nullptr;
    if (!last || (last->op != Op::Throw && last->op != Op::Return)) note_answer({});
    if (!has_end_) at_end_ = state_;
    else at_end_ = joined(at_end_, state_, false);
    has_end_ = true;
    return;
  }
  if (block.condition.valid() && block.successors.size() == 2) {
    std::optional<bool> truth = truth_of(at_[block.condition.index]);
    if (!truth) note_wanted(at_[block.condition.index]);
    for (std::size_t i = 0; i < 2; ++i) {
      bool is_true = i == 0;
      if (truth && *truth != is_true) continue;
      State next = state_;
      refine(block.condition, is_true, next);
      if (!is_true) forget_falsy(block, next);
      note_choice(block, block.successors[i], next, is_true);
      flow_to(block.successors[i], next);
    }
    return;
  }
  bool has_labels = block.subject.valid() && block.labels.size() == block.successors.size();
  if (has_labels) note_wanted(at_[block.subject.index]);
  for (std::size_t i = 0; i < block.successors.size(); ++i) {
    if (has_labels && !may_be_taken(at_[block.subject.index], block.labels[i], block)) continue;
    bool is_constant = has_labels && !block.labels[i].empty() && std::ranges::all_of(block.labels[i], [&](ValueId label) { return one_known(at_[label.index]).has_value(); });
    State next = state_;
    if (is_constant) refine_one_of(block.subject, next);
    else if (!has_labels) note_choice(block, block.successors[i], next, std::nullopt);
    flow_to(block.successors[i], next);
  }
}

// `a && b` is a where that is false or nothing: no data that could do harm.
void Run::forget_falsy(const Block& block, State& state) {
  constexpr std::uint32_t kNear = 2;  // the Store stands right before the end
  const bool is_script = language_ != Language::C && language_ != Language::Cpp;
  for (std::uint32_t step = block.end; is_script && step > block.begin && block.end - step < kNear; --step) {
    const Step& last = function_.steps[step - 1];
    const bool is_kept = last.op == Op::Store && operand_id(last, 0) == block.condition && file_.graph->variables[last.variable.index].is_temporary;
    auto place = is_kept ? places_.find(last.variable.index) : places_.end();
    if (place != places_.end()) state.variables[place->second] = values_.unknown();
  }
}

bool Run::flow_to(BlockId to, const State& state) {
  std::optional<State>& begin = begins_[to.index];
  if (!begin) {
    begin = state;
    is_dirty_[to.index] = true;
    return true;
  }
  State both = joined(*begin, state, visits_[to.index] >= kVisitsBeforeWidening);
  if (both == *begin) return false;
  begin = std::move(both);
  is_dirty_[to.index] = true;
  return true;
}

// `is_loop`: constants that still change have no end.
State Run::joined(const State& a, const State& b, bool is_loop) {
  State out = a;
  for (std::size_t i = 0; i < out.variables.size(); ++i) {
    ValueRef both = values_.unite(a.variables[i], b.variables[i]);
    if (is_loop && both != a.variables[i] && values_[both].constants.size() > values_[a.variables[i]].constants.size()) {
      Value widened = values_[both];
      widened.constants.clear();
      widened.is_unknown = true;
      both = values_.add(std::move(widened));
    }
    out.variables[i] = both;
  }
  out.control = values_.unite(a.control, b.control);
  out.tested.clear();
  for (const auto& [place, harms] : a.tested) {
    auto other = std::ranges::lower_bound(b.tested, place, {}, &std::pair<Symbol, std::uint64_t>::first);
    Harms both_ways = other != b.tested.end() && other->first == place ? harms & other->second : 0;
    if (both_ways != 0) out.tested.emplace_back(place, both_ways);
  }
  out.things.clear();
  auto at = a.things.begin(), other = b.things.begin();
  while (at != a.things.end() || other != b.things.end()) {
    bool is_first = other == b.things.end() || (at != a.things.end() && at->first < other->first);
    bool is_second = at == a.things.end() || (other != b.things.end() && other->first < at->first);
    ObjectId object = is_second ? other->first : at->first;
    ContentRef left = is_second ? kPristine : at->second, right = is_first ? kPristine : other->second;
    // What is made on one way only is not there on the other.
    bool is_made = objects_[object].kind == Object::Kind::Made && (is_first || is_second);
    out.things.emplace_back(object, is_made ? (is_first ? left : right) : joined_contents(object, left, right));
    if (!is_second) ++at;
    if (!is_first) ++other;
  }
  return out;
}

ContentRef Run::joined_contents(ObjectId object, ContentRef a, ContentRef b) {
  if (a == b) return a;
  Content left = contents_[a], right = contents_[b], out;
  auto field_of = [&](const Content& content, Symbol key) {
    auto at = std::ranges::lower_bound(content.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
    return at != content.fields.end() && at->first == key ? at->second : missing(object, key);
  };
  for (const auto& [key, value] : left.fields) out.fields.emplace_back(key, values_.unite(value, field_of(right, key)));
  for (const auto& [key, value] : right.fields) {
    auto at = std::ranges::lower_bound(out.fields, key, {}, &std::pair<Symbol, ValueRef>::first);
    if (at == out.fields.end() || at->first != key) out.fields.insert(at, {key, values_.unite(missing(object, key), value)});
  }
  out.rest = values_.unite(left.rest, right.rest);
  out.keys = values_.unite(left.keys, right.keys);
  out.own = values_.unite(left.own, right.own);
  if (left.is_list && right.is_list && left.elements.size() == right.elements.size()) {
    out.is_list = true;
    for (std::size_t i = 0; i < left.elements.size(); ++i) out.elements.push_back(values_.unite(left.elements[i], right.elements[i]));
  } else {
    for (ValueRef element : left.elements) out.rest = values_.unite(out.rest, element);
    for (ValueRef element : right.elements) out.rest = values_.unite(out.rest, element);
  }
  return contents_.add(std::move(out));
}

std::optional<bool> Run::truth_of(ValueRef ref) const {
  const Value& value = values_[ref];
  if (value.is_unknown || !value.taints.empty()) return std::nullopt;
  std::optional<bool> truth;
  for (ObjectId id : value.objects) {
    const Object& object = objects_[id];
    bool is_there = object.kind == Object::Kind::Closure || object.kind == Object::Kind::Class;
    if (!is_there || (truth && !*truth)) return std::nullopt;
    truth = true;
  }
  for (Symbol constant : value.constants) {
    std::optional<bool> each = is_true(parse_known(program_.text(constant)), language_);
    if (!each || (truth && *truth != *each)) return std::nullopt;
    truth = each;
  }
  return truth;
}

// A way of a switch: some label may equal the subject; the one without labels, when none must.
bool Run::may_be_taken(ValueRef subject, const std::vector<ValueId>& labels, const Block& block) const {
  const Value& value = values_[subject];
  if (value.is_unknown || !value.objects.empty() || !value.taints.empty() || value.constants.empty()) return true;
  auto constants_of = [&](ValueId label) -> const std::vector<Symbol>* {
    const Value& known = values_[at_[label.index]];
    return known.is_unknown || !known.objects.empty() || known.constants.empty() ? nullptr : &known.constants;
  };
  if (!labels.empty())
    return std::ranges::any_of(labels, [&](ValueId label) {
      const std::vector<Symbol>* constants = constants_of(label);
      return !constants || std::ranges::any_of(*constants, [&](Symbol each) { return std::ranges::find(value.constants, each) != value.constants.end(); });
    });
  // Some constant that no label is.
  return std::ranges::any_of(value.constants, [&](Symbol constant) {
    return std::ranges::none_of(block.labels, [&](const std::vector<ValueId>& others) {
      return std::ranges::any_of(others, [&](ValueId label) {
        const std::vector<Symbol>* constants = constants_of(label);
        return constants && constants->size() == 1 && constants->front() == constant;
      });
    });
  });
}

}  // namespace sluice::flow
