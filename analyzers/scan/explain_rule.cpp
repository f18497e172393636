#include "analyzers/scan/explain_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/syntax/embedded.h"

namespace sluice {
namespace {

using formula::Ranges;
using formula::is_within;
using FormulaType = FormulaText::Type;

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kLongestCode = 60;

// One line of code or pattern, cut when it is long.
std::string in_one_line(std::string_view code) {
  std::string line;
  for (char c : code) {
    if (c == '\n') line += "\\n";
    else if (c != '\r') line += c;
    if (line.size() > kLongestCode) return line + "...";
  }
  while (line.ends_with("\\n")) line.erase(line.size() - 2);
  return line;
}

std::string counted(std::size_t count, std::string_view thing) { return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s"); }

struct Dropped {
  std::string range, why;
};

struct Step {
  std::size_t kept = 0;
  std::vector<Dropped> dropped;
};

// Remembers what the evaluator told, by what it told it of.
class Recorder : public EvaluationObserver {
 public:
  Recorder(const Source& source, const Unit& unit, const MatchOptions& options)
      : source_(source), unit_(unit), index_(unit), agreement_(unit, index_, options) {}

  void yielded(const Formula& formula, const Ranges& ranges) override {
    std::vector<std::string>& list = yields_[&formula];
    for (const formula::Range& range : ranges) list.push_back(describe(range));
  }

  void intersected(const Formula& member, const Ranges& before, const Ranges& ranges, const Ranges& after) override {
    Step& step = step_of(&member, after);
    for (const formula::Range& range : before)
      if (std::ranges::none_of(ranges, [&](const formula::Range& other) { return intersection(agreement_, range, other).has_value(); }))
        step.dropped.push_back({describe(range), why_not_both(range, ranges)});
  }

  void took_away(const Formula& member, const Ranges& before, const Ranges& ranges, const Ranges& after) override {
    Step& step = step_of(&member, after);
    for (const formula::Range& range : before) {
      auto taker = std::ranges::find_if(ranges, [&](const formula::Range& other) { return takes_away(agreement_, other, range); });
      if (taker != ranges.end()) step.dropped.push_back({describe(range), "taken away by " + place(taker->bytes)});
    }
  }

  void filtered(const Condition& condition, const Ranges& before, const Ranges& after) override {
    Step& step = step_of(&condition, after);
    for (const formula::Range& range : before) {
      if (has_range(after, range)) continue;
      const Binding* binding = range.bindings.find(condition.variable);
      std::string_view name = unit_.names().text(condition.variable.valid() ? condition.variable : NameId{0});
      std::string why = !condition.variable.valid() ? "the expression does not hold"
                        : !binding ? fmt::format("`{}` is not bound", name)
                                   : fmt::format("`{}` is `{}`: the condition does not hold", name, in_one_line(unit_.code(binding->range)));
      step.dropped.push_back({describe(range), std::move(why)});
    }
  }

  void narrowed(const Formula& formula, std::size_t index, const Ranges& before, const Ranges& after) override {
    Step& step = step_of(&formula.focus[index], after);
    for (const formula::Range& range : before) {
      bool is_left = std::ranges::any_of(after, [&](const formula::Range& other) { return is_within(other.bytes, range.bytes) && agreement_.agree(range.bindings, other.bindings); });
      if (!is_left) step.dropped.push_back({describe(range), "the metavariable is not bound, or lies outside"});
    }
  }

  // Null when the evaluator did not come to it.
  const std::vector<std::string>* yields(const Formula& formula) const {
    auto found = yields_.find(&formula);
    return found == yields_.end() ? nullptr : &found->second;
  }
  const Step* step(const void* subject) const {
    auto found = steps_.find(subject);
    return found == steps_.end() ? nullptr : &found->second;
  }

 private:
  Step& step_of(const void* subject, const Ranges& after) {
    Step& step = steps_[subject];
    step.kept += after.size();
    return step;
  }

  bool has_range(const Ranges& ranges, const formula::Range& wanted) const {
    return std::ranges::any_of(ranges, [&](const formula::Range& range) { return range.bytes == wanted.bytes && agreement_.agree(wanted.bindings, range.bindings); });
  }

  std::string why_not_both(const formula::Range& range, const Ranges& others) const {
    if (others.empty()) return "this clause has no range";
    for (const formula::Range& other : others) {
      if (!survivor(range, other)) continue;
      for (const Binding& binding : other.bindings.list())
        if (const Binding* mine = range.bindings.find(binding.variable); mine && !agreement_.same_value(*mine, binding))
          return fmt::format("`{}` is `{}` here, `{}` in {}", unit_.names().text(binding.variable), in_one_line(unit_.code(mine->range)),
                             in_one_line(unit_.code(binding.range)), place(other.bytes));
    }
    return "no range of this clause lies around it or within it";
  }

  std::string place(ByteRange range) const {
    Position begin = source_.lines.position(source_.text, range.begin), end = source_.lines.position(source_.text, range.end);
    return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
  }

  std::string describe(const formula::Range& range) const {
    std::string text = place(range.bytes);
    for (const Binding& binding : range.bindings.list())
      text += fmt::format("  {} = `{}`", unit_.names().text(binding.variable), in_one_line(unit_.code(binding.range)));
    return text;
  }

  const Source& source_;
  const Unit& unit_;
  const UnitIndex index_;
  const Agreement agreement_;
  std::unordered_map<const Formula*, std::vector<std::string>> yields_;
  std::unordered_map<const void*, Step> steps_;
};

std::string_view operator_name(const FormulaText& formula) {
  switch (formula.type) {
    case FormulaType::Pattern: case FormulaType::Generic: return "pattern";
    case FormulaType::Regex: return "pattern-regex";
    case FormulaType::All: return "patterns";
    case FormulaType::Any: return "pattern-either";
    case FormulaType::Inside: return "pattern-inside";
    case FormulaType::Anywhere: return "anywhere";
    case FormulaType::Not: break;
  }
  FormulaType denied = formula.members[0].type;
  return denied == FormulaType::Inside ? "pattern-not-inside" : denied == FormulaType::Regex ? "pattern-not-regex" : "pattern-not";
}

std::string condition_name(const ConditionText& condition) {
  constexpr std::pair<ConditionText::Type, std::string_view> kNames[] = {
      {ConditionText::Type::Regex, "metavariable-regex"},       {ConditionText::Type::Pattern, "metavariable-pattern"},
      {ConditionText::Type::Comparison, "metavariable-comparison"}, {ConditionText::Type::TypeOf, "metavariable-type"},
      {ConditionText::Type::Analysis, "metavariable-analysis"}};
  std::string name;
  for (auto [type, word] : kNames)
    if (type == condition.type) name = word;
  if (!condition.metavariable.empty()) name += " " + condition.metavariable;
  if (!condition.text.empty()) name += " `" + in_one_line(condition.text) + "`";
  return name;
}

// A formula's compiled form has the shape of its text: both are walked together.
class Printer {
 public:
  explicit Printer(const Recorder& recorder) : recorder_(recorder) {}

  void formula(const FormulaText& text, const Formula& compiled, int depth) {
    std::string head = std::string(operator_name(text)) + (text.text.empty() ? "" : " `" + in_one_line(text.text) + "`");
    const std::vector<std::string>* yields = recorder_.yields(compiled);
    if (!yields) return line(depth, head + ": not looked at, nothing was left before it");
    bool is_wrapper = text.type == FormulaType::Not || text.type == FormulaType::Inside || text.type == FormulaType::Anywhere;
    line(depth, head + (is_wrapper ? "" : ": " + counted(yields->size(), "range")));
    if (text.members.empty()) ranges(*yields, depth + 1);
    for (std::size_t i = 0; i < text.members.size(); ++i) {
      formula(text.members[i], compiled.members[i], depth + 1);
      if (text.type == FormulaType::All) step(std::string(operator_name(text.members[i])), recorder_.step(&compiled.members[i]), depth + 1);
    }
    for (std::size_t i = 0; i < text.conditions.size(); ++i) condition(text.conditions[i], compiled.conditions[i], depth + 1);
    for (std::size_t i = 0; i < text.focus.size(); ++i)
      step(fmt::format("focus-metavariable {}", fmt::join(text.focus[i], ", ")), recorder_.step(&compiled.focus[i]), depth + 1);
    bool combines = text.type == FormulaType::All && !(text.conditions.empty() && text.focus.empty() && text.members.size() == 1);
    if (combines && !yields->empty()) {
      line(depth + 1, "= " + counted(yields->size(), "range"));
      ranges(*yields, depth + 2);
    }
  }

  void line(int depth, std::string_view text) { out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + std::string(text) + "\n"; }

  std::string out;

 private:
  void ranges(const std::vector<std::string>& list, int depth) {
    for (std::size_t i = 0; i < std::min(list.size(), kMostShown); ++i) line(depth, "+ " + list[i]);
    if (list.size() > kMostShown) line(depth, fmt::format("and {} more", list.size() - kMostShown));
  }

  void condition(const ConditionText& text, const Condition& compiled, int depth) {
    for (std::size_t i = 0; i < text.formula.size() && recorder_.step(&compiled); ++i) formula(text.formula[i], compiled.formula[i], depth + 1);
    const Step* taken = recorder_.step(&compiled);
    if (!taken) return line(depth, condition_name(text) + ": not looked at, nothing was left before it");
    step(condition_name(text), taken, depth);
  }

  void step(const std::string& name, const Step* step, int depth) {
    if (!step) return;
    line(depth, fmt::format("→ {}: {} kept", name, step->kept));
    for (std::size_t i = 0; i < std::min(step->dropped.size(), kMostShown); ++i) line(depth + 1, "- " + step->dropped[i].range + ": " + step->dropped[i].why);
    if (step->dropped.size() > kMostShown) line(depth + 1, fmt::format("and {} more", step->dropped.size() - kMostShown));
  }

  const Recorder& recorder_;
};

// What keeps a scan from evaluating the rule on the file at all.
std::string before_the_formula(const Source& source, const RuleSet& rules) {
  std::string out;
  if (!rules.applies_to(0, source.path)) out += "  its `paths` leave the file out: a scan does not run it here\n";
  for (const RuleProgram& program : rules.programs(source.language))
    if (!can_match(program, rules.words_in(source.text))) out += "  words that its patterns need are not in the file: a scan does not run it here\n";
  return out;
}

}  // namespace

std::string explain_rule(const Source& source, const RuleSet& rules, const std::string& title) {
  const Rule& rule = rules.rules().front();
  std::string body = before_the_formula(source, rules);
  const std::vector<bool> words = rules.words_in(source.text);
  std::size_t findings = 0;
  bool ran = false;
  for (const Unit& unit : read_units(source.language, source.text, &rules.names()))
    for (const RuleProgram& program : rules.programs(unit.language())) {
      ran = true;
      Recorder recorder(source, unit, rule.options.match);
      RuleResult result = Evaluator(rules, unit, words, &recorder).run(program);
      findings += result.matches.size();
      Printer printer(recorder);
      printer.formula(rule.formula, program.formula, 1);
      if (result.gave_up) printer.line(1, "it gave up: " + *result.gave_up);
      body += printer.out;
    }
  if (!ran) body += fmt::format("  it is for other languages: the file is {} ({})\n", name(source.language), source.language_reason);
  return fmt::format("rule `{}` on {}: {}\n{}", title, source.path, counted(findings, "finding"), body);
}

}  // namespace sluice
