#include "analyzers/pattern/evaluator.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "analyzers/pattern/conditions.h"
#include "analyzers/pattern/message.h"
#include "analyzers/pattern/range.h"
#include "analyzers/pattern/range_index.h"
#include "analyzers/syntax/embedded.h"
#include "analyzers/syntax/shaper.h"

namespace sluice {
namespace {

using namespace formula;
using FormulaType = FormulaText::Type;

// Where a condition's formula is evaluated: in what a metavariable is bound to.
struct Scope {
  ByteRange bytes;
  const Bindings* bindings;
};

}  // namespace

class Evaluator::Impl {
 public:
  Impl(const RuleSet& rules, const Unit& unit, const std::vector<bool>& words, EvaluationObserver* observer)
      : rules_(rules), unit_(unit), words_(words), index_(unit), checker_(rules, unit, index_), generic_text_(unit.source_text()), observer_(observer) {}

  RuleResult run(const RuleProgram& program) {
    steps_ = 0;
    gave_up_.reset();
    const Rule& rule = rules_.rules()[program.rule];
    agreement_.emplace(unit_, index_, rule.options.match);
    Ranges ranges = evaluate(program.formula, nullptr);
    RuleResult result;
    result.gave_up = gave_up_;
    if (gave_up_) return result;
    std::ranges::stable_sort(ranges, {}, &Range::bytes);
    for (Range& range : ranges) add_match(program.rule, range, result.matches);
    std::size_t most = rule.options.max_match_per_file;
    if (most > 0 && result.matches.size() > most) result.matches.resize(most);
    return result;
  }

  EndpointRanges run_endpoints(const RuleProgram& program, bool is_alone) {
    steps_ = 0;
    gave_up_.reset();
    agreement_.emplace(unit_, index_, rules_.rules()[program.rule].options.match);
    const std::vector<TaintEndpoint>& endpoints = rules_.rules()[program.rule].endpoints;
    EndpointRanges out;
    out.matches.resize(endpoints.size());
    // Where there is no sink there may be a source for one in another file.
    using As = TaintEndpoint::Kind;
    for (As kind : {As::Sink, As::Source, As::Sanitizer, As::Propagator}) {
      bool has_any = false;
      for (std::size_t i = 0; i < endpoints.size(); ++i) {
        if (endpoints[i].kind != kind) continue;
        for (Range& range : evaluate(program.endpoints[i], nullptr)) out.matches[i].emplace_back(range.bytes, std::move(range.bindings));
        has_any |= !out.matches[i].empty();
      }
      if (is_alone && !has_any && (kind == As::Sink || kind == As::Source)) break;
    }
    out.gave_up = gave_up_;
    return out;
  }

  RuleMatch match_at(std::uint32_t rule, ByteRange bytes, const Bindings& bindings) const {
    Range range{bytes, bindings};
    std::vector<RuleMatch> matches;
    add_match(rule, range, matches);
    return std::move(matches.front());
  }

 private:
  void add_match(std::uint32_t rule_index, Range& range, std::vector<RuleMatch>& matches) const {
    const Rule& rule = rules_.rules()[rule_index];
    RuleMatch match{range.bytes, std::move(range.bindings), {}, {}};
    match.message = fill_in(rule.message, match.bindings, unit_, index_);
    if (rule.has_fix) match.fix = fill_in(rule.fix, match.bindings, unit_, index_);
    else if (const RegexFix* fix = rules_.regex_fix(rule_index)) match.fix = apply(*fix, unit_.code(match.range));
    else if (range.fix) match.fix = fill_in(*range.fix, match.bindings, unit_, index_);
    // Two ways to say the same of the same place are one finding.
    for (auto it = matches.rbegin(); it != matches.rend() && it->range == match.range; ++it)
      if (it->message == match.message) return;
    matches.push_back(std::move(match));
  }

  bool spend(std::uint64_t count = 1) {
    steps_ += count;
    if (steps_ > kStepsPerRule && !gave_up_) gave_up_ = "its patterns match so often here that combining them met the step limit";
    return !gave_up_;
  }

  void give_up_for_regex(std::string_view regex) {
    if (!gave_up_) gave_up_ = fmt::format("the regex `{}` met the match limit", regex);
  }

  // --- leaves ---

  struct Leaf {
    bool is_done = false;
    PatternMatches matches;
  };

  const PatternMatches& matches_of(std::uint32_t pattern) {
    if (leaves_.empty()) leaves_.resize(rules_.patterns().size());
    Leaf& leaf = leaves_[pattern];
    if (!leaf.is_done) {
      if (rules_.has_words_of(pattern, words_)) leaf.matches = find_matches(rules_.patterns()[pattern], unit_, index_);
      leaf.is_done = true;
    }
    if (leaf.matches.gave_up && !gave_up_)
      gave_up_ = fmt::format("the pattern `{}` met the step limit", rules_.patterns()[pattern].text);
    return leaf.matches;
  }

  Ranges pattern_ranges(const Formula& formula, const Scope* scope) {
    Ranges ranges;
    for (const PatternMatch& match : matches_of(formula.leaf).list) {
      if (!spend()) return {};
      if (auto range = in_scope(match.range, match.bindings, scope)) ranges.push_back(*std::move(range));
    }
    return ranges;
  }

  const GenericMatches& generic_matches_of(std::uint32_t pattern) {
    auto [known, is_new] = generic_matches_.try_emplace(pattern);
    if (is_new) known->second = rules_.generic_patterns()[pattern].find(generic_text_);
    return known->second;
  }

  // What a metavariable is bound to is a text of its own: `...` does not reach out of it.
  Ranges generic_ranges(const Formula& formula, const Scope* scope) {
    const GenericPattern& pattern = rules_.generic_patterns()[formula.leaf];
    GenericMatches inner;
    if (scope) {
      GenericText part(unit_.code(scope->bytes), scope->bytes.begin);
      inner = pattern.find(part);
    }
    const GenericMatches& matches = scope ? inner : generic_matches_of(formula.leaf);
    if (matches.met_limit && !gave_up_) gave_up_ = fmt::format("the pattern `{}` met the step limit", pattern.text());
    Ranges ranges;
    for (const GenericMatch& match : matches.list)
      if (auto range = in_scope(match.range, match.bindings, scope); spend() && range) ranges.push_back(*std::move(range));
    return ranges;
  }

  std::optional<Range> in_scope(ByteRange bytes, const Bindings& bindings, const Scope* scope) const {
    if (!scope) return Range{bytes, bindings};
    if (!is_within(bytes, scope->bytes)) return std::nullopt;
    auto both = agreement_->joined(*scope->bindings, bindings);
    if (!both) return std::nullopt;
    return Range{bytes, *std::move(both)};
  }

  Ranges regex_ranges(const Formula& formula, const Scope* scope) {
    ByteRange where = scope ? scope->bytes : ByteRange{0, static_cast<std::uint32_t>(unit_.source_text().size())};
    bool limit_met = false;
    Ranges ranges;
    for (const RegexMatch& match : rules_.regexes()[formula.leaf].find_all(unit_.code(where), limit_met)) {
      Bindings bindings;
      for (const auto& group : match.groups) bind_group(rules_, group, where.begin, bindings);
      auto range = in_scope({where.begin + match.begin, where.begin + match.end}, bindings, scope);
      if (!range) continue;
      range->kind = RangeKind::Regexp;
      ranges.push_back(*std::move(range));
    }
    if (limit_met) give_up_for_regex(rules_.regexes()[formula.leaf].text());
    return ranges;
  }

  // --- operators ---

  Ranges evaluate(const Formula& formula, const Scope* scope) {
    Ranges ranges = evaluate_operator(formula, scope);
    if (observer_) observer_->yielded(formula, ranges);
    return ranges;
  }

  Ranges evaluate_operator(const Formula& formula, const Scope* scope) {
    if (gave_up_) return {};
    switch (formula.type) {
      case FormulaType::Pattern: return pattern_ranges(formula, scope);
      case FormulaType::Regex: return regex_ranges(formula, scope);
      case FormulaType::Generic: return generic_ranges(formula, scope);
      case FormulaType::Inside: return as_kind(RangeKind::Inside, evaluate(formula.members[0], scope));
      case FormulaType::Anywhere: return as_kind(RangeKind::Anywhere, evaluate(formula.members[0], scope));
      case FormulaType::Not: return evaluate(formula.members[0], scope);  // what is to be taken away
      case FormulaType::All: return evaluate_all(formula, scope);
      case FormulaType::Any: {
        Ranges ranges;
        for (const Formula& member : formula.members) {
          Ranges more = evaluate(member, scope);
          ranges.insert(ranges.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        return ranges;
      }
    }
    return {};
  }

  static Ranges as_kind(RangeKind kind, Ranges ranges) {
    for (Range& range : ranges) range.kind = kind;
    return ranges;
  }

  bool is_bare(const Formula& formula) const {
    return formula.type == FormulaType::Pattern && rules_.patterns()[formula.leaf].is_bare_metavariable();
  }

  struct Members {
    std::vector<const Formula*> positive;  // those that surround come last: they only filter
    std::vector<const Formula*> bare, negative;
  };

  Members members_of(const Formula& formula, const Scope* scope) const {
    Members members;
    std::vector<const Formula*> surrounding;
    for (const Formula& member : formula.members) {
      switch (member.type) {
        case FormulaType::Not: members.negative.push_back(&member); break;
        case FormulaType::Inside: case FormulaType::Anywhere: surrounding.push_back(&member); break;
        default: (is_bare(member) ? members.bare : members.positive).push_back(&member);
      }
    }
    if (members.positive.empty() && surrounding.empty() && !scope) std::swap(members.positive, members.bare);
    members.positive.insert(members.positive.end(), surrounding.begin(), surrounding.end());
    return members;
  }

  Ranges evaluate_all(const Formula& formula, const Scope* scope) {
    Members members = members_of(formula, scope);
    for (const Formula* member : members.positive)
      if (!observer_ && !may_match(*member)) return {};  // who observes wants to see which member it is
    std::optional<Ranges> found;
    // Without a positive member a condition starts from the whole value.
    if (members.positive.empty()) found = Ranges{Range{scope->bytes, *scope->bindings}};
    for (const Formula* member : members.positive) {
      Ranges ranges = evaluate(*member, scope);
      if (found && observer_) observer_->intersected(*member, *found, ranges, intersect(*found, ranges));
      found = found ? intersect(*found, ranges) : std::move(ranges);
      if (found->empty()) return {};
    }
    for (const Formula* member : members.bare) found = intersect_bare(*member, *found);
    for (const Formula* member : members.negative) {
      if (found->empty()) return {};
      Ranges taken = evaluate(*member, scope);
      RangeIndex index(taken);
      const Ranges before = observer_ ? *found : Ranges{};
      std::erase_if(*found, [&](const Range& x) {
        return std::ranges::any_of(index.meeting(x.bytes), [&](std::uint32_t y) { return spend() && takes_away(*agreement_, taken[y], x); });
      });
      if (observer_) observer_->took_away(*member, before, taken, *found);
    }
    // Conditions and focus may speak of the whole match by its name.
    if (formula.as.valid())
      for (Range& range : *found) bind_whole(formula.as, range);
    for (const Condition& condition : formula.conditions) {
      if (found->empty()) return {};
      const Ranges before = observer_ ? *found : Ranges{};
      filter(condition, *found);
      if (observer_) observer_->filtered(condition, before, *found);
    }
    for (std::size_t i = 0; i < formula.focus.size(); ++i) {
      Ranges narrowed = narrow(formula.focus[i], *found);
      if (observer_) observer_->narrowed(formula, i, *found, narrowed);
      found = std::move(narrowed);
    }
    if (formula.fix)
      for (Range& range : *found) range.fix = &*formula.fix;
    return *std::move(found);
  }

  // Looked at before anything is searched for: false when a word is not in the file that a match
  // would have.
  bool may_match(const Formula& formula) const {
    auto may = [this](const Formula& member) { return may_match(member); };
    switch (formula.type) {
      case FormulaType::Pattern: return rules_.has_words_of(formula.leaf, words_);
      case FormulaType::Inside: case FormulaType::Anywhere: case FormulaType::Any: return std::ranges::any_of(formula.members, may);
      case FormulaType::All: return std::ranges::all_of(formula.members, [&](const Formula& member) { return member.type == FormulaType::Not || may(member); });
      default: return true;
    }
  }

  Ranges intersect(const Ranges& a, const Ranges& b) {
    Ranges out;
    RangeIndex index(b);
    for (const Range& u : a) {
      // One that lies Anywhere goes with all.
      const bool is_anywhere = u.kind == RangeKind::Anywhere;
      for (std::uint32_t v : index.meeting(is_anywhere ? ByteRange{0, UINT32_MAX} : u.bytes)) {
        if (!spend()) return {};
        if (auto both = intersection(*agreement_, u, b[v])) out.push_back(*std::move(both));
      }
    }
    return out;
  }

  // `pattern: $X` beside others: the pieces of code in what the others left that can be $X.
  Ranges intersect_bare(const Formula& formula, const Ranges& ranges) {
    NameId variable = rules_.patterns()[formula.leaf].nodes[rules_.patterns()[formula.leaf].root].name;
    Ranges out;
    for (const Range& range : ranges)
      for (std::uint32_t i = 1; i < unit_.size(); ++i) {
        const Node& node = unit_.nodes()[i];
        if (!is_within({node.begin, node.end}, range.bytes)) continue;
        if (!spend()) return {};
        Bindings bindings;
        if (variable.valid()) bindings.push(binding_of(variable, {i}));
        if (auto both = agreement_->joined(range.bindings, bindings)) out.push_back({{node.begin, node.end}, *std::move(both), RangeKind::Plain, range.fix});
      }
    return out;
  }

  Binding binding_of(NameId variable, NodeId id) const {
    Binding binding;
    binding.variable = variable;
    binding.range = {unit_.node(id).begin, unit_.node(id).end};
    binding.node = id;
    return binding;
  }

  // --- conditions ---

  void filter(const Condition& condition, Ranges& ranges) {
    if (condition.type == ConditionText::Type::Pattern) {
      ranges = filter_pattern(condition, ranges);
      return;
    }
    std::erase_if(ranges, [&](Range& range) { return !checker_.holds(condition, range.bindings); });
    if (auto regex = checker_.take_limit_met_by()) give_up_for_regex(*regex);
  }

  Ranges filter_pattern(const Condition& condition, const Ranges& ranges) {
    Ranges out;
    for (const Range& range : ranges) {
      const Binding* binding = range.bindings.find(condition.variable);
      if (!binding || !spend()) continue;
      for (Range& found : evaluate_in(condition, *binding, range.bindings)) {
        // The match is kept, once for each way the inner metavariables can be bound.
        bool is_known = std::ranges::any_of(out, [&](const Range& other) {
          return other.bytes == range.bytes && other.bindings.list().size() == found.bindings.list().size() && agreement_->agree(other.bindings, found.bindings);
        });
        if (!is_known) out.push_back({range.bytes, std::move(found.bindings), range.kind, range.fix});
      }
    }
    return out;
  }

  Ranges evaluate_in(const Condition& condition, const Binding& binding, const Bindings& bindings) {
    Scope scope{binding.range, &bindings};
    bool is_read_anew = condition.language && info(*condition.language).kind == LanguageKind::Analyzed;
    if (!is_read_anew) return evaluate(condition.formula[0], &scope);
    std::vector<ByteRange> parts = content_of(binding);
    scope.bytes = {parts.front().begin, parts.back().end};
    return evaluate_as(*condition.language, condition.formula[0], scope, parts);
  }

  // The bytes of what a text says: never none, though perhaps an empty range.
  std::vector<ByteRange> content_of(const Binding& binding) const {
    if (binding.is_text || !binding.node.valid()) return {binding.range};
    const LanguageDefinition* definition = find_definition(unit_.language());
    bool has_lines = definition && definition->has_indented_texts;
    std::vector<ByteRange> parts;
    if (has_lines) parts = content_parts(unit_, binding.node);
    if (parts.empty()) parts = {content_range(unit_, binding.node)};
    return parts;
  }

  // The formula on a piece of the file that is code of another language. Its Unit has
  // offsets into the whole file; nodes of one Unit mean nothing in the other, so that what
  // goes in and comes out is bound as text.
  Ranges evaluate_as(Language language, const Formula& formula, const Scope& scope, std::span<const ByteRange> parts) {
    Unit part = read_unit_parts(language, unit_.source_text(), parts, &rules_.names());
    if (!part.errors().empty()) return {};
    Bindings as_text;
    for (const Binding& binding : scope.bindings->list()) as_text.push(text_binding(unit_, binding));
    Impl inner(rules_, part, words_, nullptr);
    inner.steps_ = steps_;
    inner.agreement_.emplace(part, inner.index_, agreement_->options());
    Scope whole{scope.bytes, &as_text};
    Ranges found = inner.evaluate(formula, &whole);
    steps_ = inner.steps_;
    if (!gave_up_) gave_up_ = inner.gave_up_;
    for (Range& range : found) {
      Bindings both = *scope.bindings;
      for (Binding binding : range.bindings.list()) {
        if (both.find(binding.variable)) continue;
        binding.joined = {};  // it lives no longer than the piece's index
        both.push(text_binding(part, binding));
      }
      range.bindings = std::move(both);
    }
    return found;
  }

  static Binding text_binding(const Unit& unit, Binding binding) {
    if (!binding.is_text && !binding.is_run && binding.node.valid()) binding.range = content_range(unit, binding.node);
    binding.node = {};
    binding.run_end = {};
    binding.is_run = false;
    binding.is_text = true;
    return binding;
  }

  // --- what is left ---

  Ranges narrow(const std::vector<NameId>& focus, const Ranges& ranges) const {
    Ranges out;
    for (const Range& range : ranges)
      for (NameId variable : focus) {
        const Binding* binding = range.bindings.find(variable);
        if (!binding) continue;
        ByteRange bytes{std::max(binding->range.begin, range.bytes.begin), std::min(binding->range.end, range.bytes.end)};
        if (bytes.begin < bytes.end) out.push_back({bytes, range.bindings, range.kind, range.fix});
      }
    return out;
  }

  void bind_whole(NameId variable, Range& range) const {
    if (range.bindings.find(variable)) return;
    Binding binding;
    binding.variable = variable;
    binding.range = range.bytes;
    binding.node = node_at(range.bytes);
    binding.is_text = !binding.node.valid();
    range.bindings.push(binding);
  }

  // The outermost node of exactly that range; not valid when there is none.
  NodeId node_at(ByteRange bytes) const {
    for (std::uint32_t i = 1; i < unit_.size();) {
      const Node& node = unit_.nodes()[i];
      if (node.begin == bytes.begin && node.end == bytes.end) return {i};
      i = is_within(bytes, {node.begin, node.end}) ? i + 1 : node.last;
    }
    return {};
  }

  const RuleSet& rules_;
  const Unit& unit_;
  const std::vector<bool>& words_;
  UnitIndex index_;
  std::optional<Agreement> agreement_;  // by the options of the rule that runs
  ConditionChecker checker_;
  std::vector<Leaf> leaves_;
  GenericText generic_text_;
  std::unordered_map<std::uint32_t, GenericMatches> generic_matches_;  // by pattern, in the whole file
  EvaluationObserver* observer_;  // may be null
  std::uint64_t steps_ = 0;
  std::optional<std::string> gave_up_;
};

Evaluator::Evaluator(const RuleSet& rules, const Unit& unit, const std::vector<bool>& words, EvaluationObserver* observer)
    : impl_(std::make_unique<Impl>(rules, unit, words, observer)) {}
Evaluator::~Evaluator() = default;
RuleResult Evaluator::run(const RuleProgram& program) { return impl_->run(program); }
Evaluator::EndpointRanges Evaluator::run_endpoints(const RuleProgram& program, bool is_alone) { return impl_->run_endpoints(program, is_alone); }
RuleMatch Evaluator::match_at(const RuleProgram& program, ByteRange range, const Bindings& bindings) { return impl_->match_at(program.rule, range, bindings); }

}  // namespace sluice
