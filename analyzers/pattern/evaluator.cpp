#include "analyzers/pattern/evaluator.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analyzers/syntax/shapers.h"

namespace sluice {
namespace {

using FormulaType = FormulaText::Type;

struct Range {
  ByteRange bytes;
  Bindings bindings;
  bool is_inside = false;  // from `pattern-inside`: surrounds, never the result beside a plain one
};
using Ranges = std::vector<Range>;

bool is_within(ByteRange inner, ByteRange outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

// Where a condition's formula is evaluated: in what a metavariable is bound to.
struct Scope {
  ByteRange bytes;
  const Bindings* bindings;
};

}  // namespace

class Evaluator::Impl {
 public:
  Impl(const RuleSet& rules, const Unit& unit) : rules_(rules), unit_(unit), index_(unit) {}

  RuleResult run(const RuleProgram& program) {
    steps_ = 0;
    gave_up_.reset();
    const Rule& rule = rules_.rules()[program.rule];
    Ranges ranges = evaluate(program.formula, nullptr);
    RuleResult result;
    result.gave_up = gave_up_;
    if (gave_up_) return result;
    std::ranges::stable_sort(ranges, {}, &Range::bytes);
    for (Range& range : ranges) add_match(rule, range, result.matches);
    return result;
  }

 private:
  void add_match(const Rule& rule, Range& range, std::vector<RuleMatch>& matches) const {
    RuleMatch match{range.bytes, std::move(range.bindings), {}, {}};
    match.message = fill_in(rule.message, match.bindings, unit_);
    if (rule.has_fix) match.fix = fill_in(rule.fix, match.bindings, unit_);
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

  // --- leaves ---

  struct Leaf {
    bool is_done = false;
    PatternMatches matches;
  };

  const PatternMatches& matches_of(std::uint32_t pattern) {
    if (leaves_.empty()) leaves_.resize(rules_.patterns().size());
    Leaf& leaf = leaves_[pattern];
    if (!leaf.is_done) {
      leaf.matches = find_matches(rules_.patterns()[pattern], unit_, index_);
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

  std::optional<Range> in_scope(ByteRange bytes, const Bindings& bindings, const Scope* scope) const {
    if (!scope) return Range{bytes, bindings};
    if (!is_within(bytes, scope->bytes)) return std::nullopt;
    auto both = joined(unit_, *scope->bindings, bindings);
    if (!both) return std::nullopt;
    return Range{bytes, *std::move(both)};
  }

  Ranges regex_ranges(const Formula& formula, const Scope* scope) {
    ByteRange where = scope ? scope->bytes : ByteRange{0, static_cast<std::uint32_t>(unit_.source_text().size())};
    bool limit_met = false;
    Ranges ranges;
    for (const RegexMatch& match : rules_.regexes()[formula.leaf].find_all(unit_.code(where), limit_met)) {
      Bindings bindings;
      for (const auto& group : match.groups) bind_group(group, where.begin, bindings);
      if (auto range = in_scope({where.begin + match.begin, where.begin + match.end}, bindings, scope)) ranges.push_back(*std::move(range));
    }
    if (limit_met && !gave_up_) gave_up_ = fmt::format("the regex `{}` met the match limit", rules_.regexes()[formula.leaf].text());
    return ranges;
  }

  void bind_group(const RegexMatch::Group& group, std::uint32_t base, Bindings& bindings) const {
    Binding binding;
    binding.variable = rules_.names().find("$" + group.name);
    binding.range = {base + group.begin, base + group.end};
    binding.is_text = true;
    bindings.push(binding);
  }

  // --- operators ---

  Ranges evaluate(const Formula& formula, const Scope* scope) {
    if (gave_up_) return {};
    switch (formula.type) {
      case FormulaType::Pattern: case FormulaType::Not: case FormulaType::NotInside:
        return formula.type == FormulaType::Pattern ? pattern_ranges(formula, scope) : evaluate(formula.members[0], scope);
      case FormulaType::Regex: case FormulaType::NotRegex: return regex_ranges(formula, scope);
      case FormulaType::Inside: {
        // What surrounds may reach beyond the scope of a condition: it is not cut.
        Ranges ranges = evaluate(formula.members[0], nullptr);
        for (Range& range : ranges) range.is_inside = true;
        return ranges;
      }
      case FormulaType::Any: {
        Ranges ranges;
        for (const Formula& member : formula.members) {
          Ranges more = evaluate(member, scope);
          ranges.insert(ranges.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        return ranges;
      }
      case FormulaType::All: return evaluate_all(formula, scope);
    }
    return {};
  }

  bool is_bare(const Formula& formula) const {
    return formula.type == FormulaType::Pattern && rules_.patterns()[formula.leaf].is_bare_metavariable();
  }

  Ranges evaluate_all(const Formula& formula, const Scope* scope) {
    std::vector<const Formula*> plain, inside, bare, negative;
    for (const Formula& member : formula.members) {
      switch (member.type) {
        case FormulaType::Not: case FormulaType::NotInside: case FormulaType::NotRegex: negative.push_back(&member); break;
        case FormulaType::Inside: inside.push_back(&member); break;
        default: (is_bare(member) ? bare : plain).push_back(&member);
      }
    }
    if (plain.empty() && inside.empty() && !scope) std::swap(plain, bare);
    std::optional<Ranges> found;
    if (plain.empty() && inside.empty()) found = Ranges{Range{scope->bytes, *scope->bindings}};
    for (const auto* members : {&plain, &inside})
      for (const Formula* member : *members) {
        Ranges ranges = evaluate(*member, scope);
        found = found ? intersect(*found, ranges) : std::move(ranges);
        if (found->empty()) return {};
      }
    for (const Formula* member : bare) found = intersect_bare(*member, *found);
    for (const Formula* member : negative) {
      if (found->empty()) return {};
      subtract(*member, *found, scope);
    }
    for (const Condition& condition : formula.conditions) {
      if (found->empty()) return {};
      filter(condition, *found);
    }
    for (const auto& focus : formula.focus) found = narrow(focus, *found);
    return *std::move(found);
  }

  Ranges intersect(const Ranges& a, const Ranges& b) {
    Ranges out;
    for (const Range& u : a)
      for (const Range& v : b) {
        if (!spend()) return {};
        if (const Range* inner = survivor(u, v))
          if (auto both = joined(unit_, inner->bindings, (inner == &u ? v : u).bindings)) out.push_back({inner->bytes, *std::move(both), inner->is_inside});
      }
    return out;
  }

  // The one of two that lies within the other and may be a result beside it.
  static const Range* survivor(const Range& u, const Range& v) {
    if (is_within(u.bytes, v.bytes) && !(u.is_inside && !v.is_inside)) return &u;
    if (is_within(v.bytes, u.bytes) && !(v.is_inside && !u.is_inside)) return &v;
    return nullptr;
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
        Binding binding;
        binding.variable = variable;
        binding.range = {node.begin, node.end};
        binding.node = {i};
        if (variable.valid()) bindings.push(binding);
        if (auto both = joined(unit_, range.bindings, bindings)) out.push_back({binding.range, *std::move(both)});
      }
    return out;
  }

  void subtract(const Formula& negative, Ranges& ranges, const Scope* scope) {
    Ranges taken = negative.type == FormulaType::NotRegex ? regex_ranges(negative, nullptr)
                   : negative.type == FormulaType::NotInside ? evaluate(negative.members[0], nullptr)
                                                             : evaluate(negative.members[0], scope);
    std::erase_if(ranges, [&](const Range& x) {
      return std::ranges::any_of(taken, [&](const Range& y) { return spend() && removes(negative.type, x, y); });
    });
  }

  bool removes(FormulaType type, const Range& x, const Range& y) const {
    bool hits = type == FormulaType::Not ? x.bytes == y.bytes : is_within(x.bytes, y.bytes);
    if (type == FormulaType::NotRegex) hits = hits || is_within(y.bytes, x.bytes);
    return hits && agree(unit_, x.bindings, y.bindings);
  }

  // --- conditions ---

  void filter(const Condition& condition, Ranges& ranges) {
    if (condition.type == ConditionText::Type::Pattern) {
      ranges = filter_pattern(condition, ranges);
      return;
    }
    std::erase_if(ranges, [&](Range& range) {
      return condition.type == ConditionText::Type::Regex ? !regex_holds(condition, range) : !comparison_holds(condition, range);
    });
  }

  bool regex_holds(const Condition& condition, Range& range) {
    const Binding* binding = range.bindings.find(condition.variable);
    if (!binding) return false;
    std::string_view text = condition.constant_propagation ? constant_of(*binding) : unit_.code(binding->range);
    bool limit_met = false;
    RegexMatch match;
    bool holds = condition.regex.matches_start(text, limit_met, &match);
    if (limit_met && !gave_up_) gave_up_ = fmt::format("the regex `{}` met the match limit", condition.regex.text());
    if (!holds || condition.constant_propagation) return holds;
    std::uint32_t base = binding->range.begin;
    for (const auto& group : match.groups) {
      bool is_number = group.name.find_first_not_of("0123456789") == std::string::npos;
      NameId variable = rules_.names().find("$" + group.name);
      if (!is_number && !range.bindings.find(variable)) bind_group(group, base, range.bindings);
    }
    return true;
  }

  // What the bound code is worth, when that is known.
  std::string_view constant_of(const Binding& binding) const {
    if (binding.node.valid() && !binding.is_text && !binding.is_run)
      if (const Constant* constant = index_.constant(binding.node); constant && constant->is_known) return constant->text;
    return value_of(unit_, binding);
  }

  bool comparison_holds(const Condition& condition, const Range& range) const {
    return condition.comparison.holds([&](std::string_view name) -> ComparisonValue {
      const Binding* binding = range.bindings.find(rules_.names().find(name));
      return binding ? comparison_value(*binding, condition.strip) : ComparisonValue{};
    });
  }

  ComparisonValue comparison_value(const Binding& binding, bool strip) const {
    bool is_node = binding.node.valid() && !binding.is_text && !binding.is_run;
    Kind kind = is_node ? unit_.node(binding.node).kind : Kind::Other;
    std::string_view text = kind == Kind::Number || kind == Kind::Boolean ? unit_.text(binding.node) : constant_of(binding);
    if (const Constant* constant = is_node ? index_.constant(binding.node) : nullptr; constant && constant->is_known) kind = constant->kind;
    if (kind == Kind::Number || binding.is_text || strip)
      if (auto number = number_of(text)) return *number;
    if (kind == Kind::Boolean) return {text == "true" || text == "True", false};
    bool is_constant = kind == Kind::String || binding.is_text;
    return {std::string(text), !is_constant};
  }

  static std::optional<ComparisonValue> number_of(std::string_view digits) {
    const char* end = digits.data() + digits.size();
    std::int64_t integer = 0;
    if (auto [stop, error] = std::from_chars(digits.data(), end, integer); error == std::errc{} && stop == end) return ComparisonValue{integer, false};
    double real = 0;
    if (auto [stop, error] = std::from_chars(digits.data(), end, real); error == std::errc{} && stop == end) return ComparisonValue{real, false};
    return std::nullopt;
  }

  Ranges filter_pattern(const Condition& condition, const Ranges& ranges) {
    Ranges out;
    for (const Range& range : ranges) {
      const Binding* binding = range.bindings.find(condition.variable);
      if (!binding || !spend()) continue;
      Scope scope{binding->range, &range.bindings};
      Ranges inner = evaluate(condition.formula[0], &scope);
      if (inner.empty()) continue;
      // The match is kept, once for each way the inner metavariables can be bound.
      for (Range& found : inner) {
        bool is_known = std::ranges::any_of(out, [&](const Range& other) {
          return other.bytes == range.bytes && other.bindings.list().size() == found.bindings.list().size() && agree(unit_, other.bindings, found.bindings);
        });
        if (!is_known) out.push_back({range.bytes, std::move(found.bindings), range.is_inside});
      }
    }
    return out;
  }

  Ranges narrow(const std::vector<NameId>& focus, const Ranges& ranges) const {
    Ranges out;
    for (const Range& range : ranges)
      for (NameId variable : focus) {
        const Binding* binding = range.bindings.find(variable);
        if (!binding) continue;
        ByteRange bytes{std::max(binding->range.begin, range.bytes.begin), std::min(binding->range.end, range.bytes.end)};
        if (bytes.begin < bytes.end) out.push_back({bytes, range.bindings, range.is_inside});
      }
    return out;
  }

  const RuleSet& rules_;
  const Unit& unit_;
  UnitIndex index_;
  std::vector<Leaf> leaves_;
  std::uint64_t steps_ = 0;
  std::optional<std::string> gave_up_;
};

Evaluator::Evaluator(const RuleSet& rules, const Unit& unit) : impl_(std::make_unique<Impl>(rules, unit)) {}
Evaluator::~Evaluator() = default;
RuleResult Evaluator::run(const RuleProgram& program) { return impl_->run(program); }

std::string fill_in(std::string_view text, const Bindings& bindings, const Unit& unit) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '$') {
      out += text[at++];
      continue;
    }
    std::size_t end = at + 1;
    if (text.substr(end).starts_with("...")) end += 3;
    while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= '0' && text[end] <= '9') || text[end] == '_')) ++end;
    std::string name = "$" + std::string(text.substr(at + 1, end - at - 1));
    if (name.starts_with("$...")) name.erase(1, 3);
    const Binding* binding = nullptr;
    for (const Binding& each : bindings.list())
      if (unit.names().text(each.variable) == name) binding = &each;
    if (!binding) {
      out += text.substr(at, end - at);
    } else if (out.ends_with("value(") && end < text.size() && text[end] == ')') {
      out.erase(out.size() - 6);
      out += value_of(unit, *binding);
      ++end;
    } else {
      out += unit.code(binding->range);
    }
    at = end;
  }
  return out;
}

}  // namespace sluice
