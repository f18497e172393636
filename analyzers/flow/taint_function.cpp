#include "analyzers/flow/taint_function.h"

#include <algorithm>

namespace sluice::flow {
namespace {

constexpr std::uint32_t kSelf = UINT32_MAX;  // the receiver, among the variables
constexpr int kMaxClosureDepth = 10;         // of lambdas in lambdas
constexpr int kMaxRounds = 50;               // over the blocks; joins grow, so few are needed

const TaintValue kNothing;

}  // namespace

bool TaintState::unite(const TaintState& other) {
  bool grew = control.unite(other.control);
  for (const auto& [variable, value] : other.variables)
    if (!value.empty()) grew |= variables[variable].unite(value);
  return grew;
}

TaintRun::TaintRun(const Graph& graph_of, const std::vector<EndpointMatch>& matches_of, const TaintOptions& options_of)
    : graph(graph_of), matches(matches_of), points(graph_of, matches_of), options(options_of), safe(*graph_of.unit, options_of), labels{"__SOURCE__"} {}

std::uint32_t TaintRun::label_number(const std::string& label) {
  auto known = std::ranges::find(labels, label);
  if (known == labels.end()) known = labels.insert(labels.end(), label);
  return static_cast<std::uint32_t>(known - labels.begin());
}

FunctionTaint::FunctionTaint(TaintRun& run, FunctionId function, int depth)
    : run_(run), function_(run.graph.functions[function.index]), id_(function), depth_(depth), values_(function_.steps.size()) {}

TaintState FunctionTaint::analyze(const TaintState& at_begin) {
  std::size_t count = function_.blocks.size();
  if (count == 0) return at_begin;
  std::vector<std::optional<TaintState>> begins(count);
  begins[0] = at_begin;
  TaintState at_end;
  auto pass = [&](bool is_last) {
    bool changed = false;
    for (std::uint32_t b = 0; b < count; ++b) {
      if (!begins[b]) continue;
      const Block& block = function_.blocks[b];
      state_ = *begins[b];
      visit_block(b);
      auto flow_to = [&](BlockId next) {
        if (begins[next.index]) changed |= begins[next.index]->unite(state_);
        else begins[next.index] = state_, changed = true;
      };
      for (std::size_t i = 0; i < block.successors.size(); ++i)
        if (is_taken(block, i)) flow_to(block.successors[i]);
      for (BlockId handler : block.handlers) flow_to(handler);
      if (is_last && block.successors.empty()) at_end.unite(state_);
    }
    return changed;
  };
  for (int round = 0; round < kMaxRounds && pass(false); ++round) {
  }
  is_asking_ = true;
  run_.functions_run.insert(id_.index);
  pass(true);
  return at_end;
}

// A condition that is written as `true` or `false` decides.
bool FunctionTaint::is_taken(const Block& block, std::size_t successor) const {
  if (!block.condition.valid() || block.successors.size() != 2) return true;
  const Step& step = function_.steps[block.condition.index];
  if (step.op != Op::Constant || !step.node.valid() || run_.graph.unit->node(step.node).kind != Kind::Boolean) return true;
  std::string_view text = run_.graph.unit->code(step.node);
  bool is_true = text == "true" || text == "True" || text == "TRUE";
  return is_true == (successor == 0);
}

void FunctionTaint::visit_block(std::uint32_t block) {
  for (std::uint32_t i = function_.blocks[block].begin; i < function_.blocks[block].end; ++i) visit({i});
}

void FunctionTaint::visit(ValueId id) {
  const Step& step = function_.steps[id.index];
  bool is_safe = run_.safe.is_safe(step.node);
  values_[id.index] = is_safe ? TaintValue() : value_of(step);
  apply_points(id, is_safe);
  if (step.op == Op::Store) state_.variables[step.variable.index] = values_[id.index];
}

const TaintValue& FunctionTaint::operand(const Step& step, std::size_t i) const {
  if (i >= step.count) return kNothing;
  ValueId id = function_.operands[step.first + i];
  return id.valid() ? values_[id.index] : kNothing;
}

TaintValue FunctionTaint::value_of(const Step& step) {
  switch (step.op) {
    case Op::Constant: case Op::Parameter: case Op::Caught: return {};
    case Op::Closure:
      if (is_asking_) run_closure({step.number});
      return {};
    case Op::Self: return state_.variables[kSelf];
    case Op::Load: return state_.variables[step.variable.index];
    case Op::Store: case Op::Convert: case Op::Spread: case Op::Return: case Op::Throw: case Op::Yield: return operand(step, 0);
    case Op::Field: return operand(step, 0).part(std::string(run_.graph.names.text(step.name)));
    case Op::SetField: {
      TaintValue value = operand(step, 1);
      if (auto path = path_of(function_.operands[step.first])) {
        path->parts.emplace_back(run_.graph.names.text(step.name));
        assign(*path, value);
      }
      return value;
    }
    case Op::Element: {
      auto key = step.count == 1 ? std::optional(std::to_string(step.number)) : step.count == 2 ? key_of(function_.operands[step.first + 1]) : std::nullopt;
      TaintValue value;
      if (key) value = operand(step, 0).part(*key);
      else value.own = operand(step, 0).all();
      if (!run_.options.safe_indexes) value.own.unite(joined(step, 1).own);  // what chooses taints what is chosen
      return value;
    }
    case Op::SetElement: {
      TaintValue value = operand(step, step.count - 1);
      auto path = path_of(function_.operands[step.first]);
      auto key = step.count == 3 ? key_of(function_.operands[step.first + 1]) : std::nullopt;
      if (path && key) path->parts.push_back(*key);
      else if (path) path->is_whole = false;
      if (path) assign(*path, value);
      for (std::size_t i = 1; i + 1 < step.count && !run_.options.safe_indexes; ++i) value.own.unite(operand(step, i).all());  // what chooses where it goes
      return value;
    }
    case Op::List: case Op::Map: return collection(step);
    case Op::Unknown:
      if (step.count == 1) return operand(step, 0);
      return joined(step);
    case Op::Call: case Op::New: return called(step);
    case Op::Item: case Op::Unary: case Op::Binary: case Op::Join: return joined(step);
  }
  return {};
}

// Whatever any of the operands holds, as a whole.
TaintValue FunctionTaint::joined(const Step& step, std::size_t from) const {
  TaintValue value;
  for (std::size_t i = from; i < step.count; ++i) value.own.unite(operand(step, i).all());
  return value;
}

// What the call's arguments, its receiver and its callee hold.
TaintValue FunctionTaint::called(const Step& step) const {
  const Call& call = function_.calls[step.number];
  TaintValue value;
  for (ValueId id : {call.receiver, call.function})
    if (id.valid()) value.own.unite(values_[id.index].all());
  if (auto callee = call.variable.valid() ? state_.variables.find(call.variable.index) : state_.variables.end(); callee != state_.variables.end())
    value.own.unite(callee->second.all());
  if (run_.options.safe_functions) return value;
  for (const Argument& argument : call.arguments) {
    if (!argument.value.valid()) continue;
    value.own.unite(values_[argument.value.index].all());
    const Step& given = function_.steps[argument.value.index];
    if (given.op == Op::Closure) add_sources({given.number}, value);
  }
  return value;
}

TaintValue FunctionTaint::collection(const Step& step) const {
  TaintValue value;
  bool is_map = step.op == Op::Map;
  for (std::size_t i = 0; i < step.count; i += is_map ? 2 : 1) {
    const TaintValue& element = operand(step, is_map ? i + 1 : i);
    auto key = is_map ? key_of(function_.operands[step.first + i]) : std::optional(std::to_string(i));
    if (!key) value.own.unite(element.all());
    else if (!element.empty()) value.part_to_write(*key).unite(element);
  }
  return value;
}

void FunctionTaint::assign(const Path& path, TaintValue value) {
  TaintValue& target = place(path);
  if (path.is_whole) target = std::move(value);
  else target.own.unite(value.all());
}

// It may run now or later: in this state, and what it does stays in it.
void FunctionTaint::run_closure(FunctionId lambda) {
  if (depth_ < kMaxClosureDepth && run_.points.has_any(lambda)) FunctionTaint(run_, lambda, depth_ + 1).analyze(state_);
}

// What stands in a lambda belongs to the call that it is given to: `f(() => source())`.
void FunctionTaint::add_sources(FunctionId lambda, TaintValue& value) const {
  for (const auto& [label, match] : run_.points.sources_in(lambda)) value.own.add({match, label.empty() ? 0 : run_.label_number(label)});
}

// --- what the rule says ---

void FunctionTaint::apply_points(ValueId id, bool is_clean) {
  std::span<const TaintPoints::Point> points = run_.points.at(id_, id);
  for (const TaintPoints::Point& point : points) {
    const TaintEndpoint& endpoint = *run_.matches[point.match].endpoint;
    if (point.as != TaintPoints::As::Sanitizer) continue;
    is_clean = true;
    values_[id.index] = {};
    auto path = path_of(id);
    if (endpoint.by_side_effect != TaintEndpoint::SideEffect::No && point.is_best && path) assign(*path, {});
  }
  for (const TaintPoints::Point& point : points) {
    const EndpointMatch& match = run_.matches[point.match];
    if (point.as == TaintPoints::As::Source && !is_clean) apply_source(match, point.match, point.is_best, id);
    if (point.as == TaintPoints::As::From || point.as == TaintPoints::As::To) apply_propagator(match, point.match, point.as == TaintPoints::As::From, id);
  }
  if (!is_asking_) return;
  for (const TaintPoints::Point& point : points)
    if (point.as == TaintPoints::As::Sink) ask_sink(run_.matches[point.match], point.match, id);
}

void FunctionTaint::apply_source(const EndpointMatch& match, std::uint32_t number, bool is_best, ValueId id) {
  const TaintEndpoint& endpoint = *match.endpoint;
  using SideEffect = TaintEndpoint::SideEffect;
  if (endpoint.needs && !has_labels(endpoint, values_[id.index].all())) return;
  Taint taint{number, endpoint.label.empty() ? 0 : run_.label_number(endpoint.label)};
  if (endpoint.control) state_.control.add(taint);
  if (endpoint.by_side_effect != SideEffect::No && is_best)
    if (auto path = path_of(id)) place(*path).own.add(taint);
  if (endpoint.by_side_effect != SideEffect::Only) values_[id.index].own.add(taint);
}

void FunctionTaint::apply_propagator(const EndpointMatch& match, std::uint32_t number, bool is_from, ValueId id) {
  const TaintEndpoint& endpoint = *match.endpoint;
  if (is_from) {
    TaintSet in = values_[id.index].all();
    if (in.empty() || (endpoint.needs && !has_labels(endpoint, in))) return;
    carried_[number].unite(passed_on(endpoint, in));
  } else {
    values_[id.index].own.unite(carried_[number]);
    if (auto path = path_of(id)) targets_[number] = *path;
  }
  auto target = targets_.find(number);
  if (endpoint.by_side_effect != TaintEndpoint::SideEffect::No && target != targets_.end()) place(target->second).own.unite(carried_[number]);
}

TaintSet FunctionTaint::passed_on(const TaintEndpoint& endpoint, const TaintSet& set) {
  TaintSet out = set;
  for (const std::string& label : endpoint.replaced_labels) out.drop_label(run_.label_number(label));
  if (endpoint.label.empty()) return out;
  for (const Taint& taint : set.list()) out.add({taint.source, run_.label_number(endpoint.label)});
  return out;
}

bool FunctionTaint::has_labels(const TaintEndpoint& endpoint, const TaintSet& set) const {
  return endpoint.needs->holds([&](std::string_view label) {
    auto known = std::ranges::find(run_.labels, label);
    return known != run_.labels.end() && set.has_label(static_cast<std::uint32_t>(known - run_.labels.begin()));
  });
}

void FunctionTaint::ask_sink(const EndpointMatch& match, std::uint32_t number, ValueId id) {
  TaintSet set = values_[id.index].all();
  set.unite(state_.control);
  const TaintEndpoint& endpoint = *match.endpoint;
  if (endpoint.needs ? !has_labels(endpoint, set) : !set.has_label(0)) return;
  for (const Taint& taint : set.list())
    if (endpoint.needs || taint.label == 0) run_.found.emplace(number, taint.source);
}

// --- places ---

std::optional<FunctionTaint::Path> FunctionTaint::path_of(ValueId id) const {
  if (!id.valid()) return std::nullopt;
  const Step& step = function_.steps[id.index];
  switch (step.op) {
    case Op::Self: return Path{kSelf, {}};
    case Op::Load: case Op::Store: return Path{step.variable.index, {}};
    case Op::Convert: return path_of(function_.operands[step.first]);
    case Op::Field: case Op::Element: {
      auto path = path_of(function_.operands[step.first]);
      if (!path || !path->is_whole) return path;
      auto key = step.op == Op::Field ? std::optional(std::string(run_.graph.names.text(step.name))) : step.count == 2 ? key_of(function_.operands[step.first + 1]) : std::nullopt;
      if (key) path->parts.push_back(*key);
      else path->is_whole = false;
      return path;
    }
    default: return std::nullopt;
  }
}

// Of `["name"]` and `[3]`: the text of a key that is a literal. A field has its name: `o["a"]` is `o.a`.
std::optional<std::string> FunctionTaint::key_of(ValueId id) const {
  if (!id.valid()) return std::nullopt;
  const Step& step = function_.steps[id.index];
  if (step.op != Op::Constant || !step.node.valid()) return std::nullopt;
  return std::string(run_.graph.unit->text(step.node));
}

TaintValue& FunctionTaint::place(const Path& path) {
  TaintValue* at = &state_.variables[path.variable];
  for (const std::string& part : path.parts) at = &at->part_to_write(part);
  return *at;
}

}  // namespace sluice::flow
