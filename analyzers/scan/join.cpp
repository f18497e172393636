#include "analyzers/scan/join.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "analyzers/pattern/message.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxSteps = 20'000'000;
constexpr std::size_t kMaxCombinations = 1'000'000;
constexpr std::uint32_t kNone = UINT32_MAX;

using Combination = std::vector<std::uint32_t>;  // by part: a row, or kNone

class Joiner {
 public:
  // `first`: the number that the first part of the rule has among the parts of all joins.
  Joiner(const Rule& rule, const SourceSet& sources, const std::vector<Finding>& findings, std::uint32_t first) : rule_(rule), sources_(sources) {
    tables_.resize(rule.join.parts.size());
    for (const Finding& finding : findings)
      if (finding.join_part && *finding.join_part >= first && *finding.join_part - first < tables_.size())
        tables_[*finding.join_part - first].push_back({&finding, nullptr, {}});
  }

  // Nothing when a limit was met.
  std::optional<std::vector<Finding>> run() {
    for (const JoinCondition& condition : rule_.join.conditions)
      if (condition.op == JoinOperator::Leads) follow_chains(condition);
    std::vector<Combination> combinations{Combination(tables_.size(), kNone)};
    for (const JoinCondition& condition : rule_.join.conditions) combinations = extended(combinations, condition);
    if (met_limit_) return std::nullopt;
    std::vector<Finding> found;
    const JoinColumn& last = rule_.join.conditions.back().right;
    for (const Combination& combination : combinations) found.push_back(finding_of(combination, last.part));
    return found;
  }

 private:
  // A match, or the last match of a chain whose first one says what `column` is.
  struct Row {
    const Finding* finding = nullptr;
    const Finding* first = nullptr;  // null: a match alone
    std::string_view column;
  };

  // A row for each two matches of which one leads to the other: `a` to `b`, `b` to `c`, so `a` to `c`.
  void follow_chains(const JoinCondition& condition) {
    std::vector<Row>& table = tables_[condition.left.part];
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_left;
    for (std::uint32_t i = 0; i < table.size(); ++i)
      if (auto left = value_of(condition.left, i)) by_left[*left].push_back(i);
    std::vector<Row> chains;
    for (std::uint32_t start = 0; start < table.size() && !met_limit_; ++start) {
      std::vector<bool> was_seen(table.size(), false);
      std::vector<std::uint32_t> open{start};
      was_seen[start] = true;
      while (!open.empty() && !met_limit_) {
        const std::uint32_t at = open.back();
        open.pop_back();
        chains.push_back({table[at].finding, table[start].finding, condition.left.name});
        auto right = value_of(condition.right, at);
        auto next = right ? by_left.find(*right) : by_left.end();
        if (next == by_left.end()) continue;
        for (std::uint32_t row : next->second) {
          met_limit_ |= ++steps_ > kMaxSteps || chains.size() > kMaxCombinations;
          if (was_seen[row]) continue;
          was_seen[row] = true;
          open.push_back(row);
        }
      }
    }
    table = std::move(chains);
  }

  std::optional<std::string_view> value_of(const JoinColumn& column, std::uint32_t row) const {
    const Row& found = tables_[column.part][row];
    const Finding& finding = found.first && column.name == found.column ? *found.first : *found.finding;
    if (column.name == "path") return sources_[finding.source].path;
    // A rename says what is meant by the name that the condition uses.
    std::string_view name = column.name;
    for (const auto& [from, to] : rule_.join.parts[column.part].renames)
      if (to == name) name = from;
    for (const auto& [variable, text] : finding.values)
      if (variable == name) return text;
    return std::nullopt;
  }

  static bool holds(JoinOperator op, std::string_view left, std::string_view right) {
    switch (op) {
      case JoinOperator::Equal: return left == right;
      case JoinOperator::Unequal: return left != right;
      case JoinOperator::Within: return right.find(left) != std::string_view::npos;
      case JoinOperator::Contains: return left.find(right) != std::string_view::npos;
      case JoinOperator::Leads: return true;  // the table has only such rows
    }
    return false;
  }

  std::vector<std::uint32_t> rows_for(const Combination& combination, std::uint32_t part) const {
    if (combination[part] != kNone) return {combination[part]};
    std::vector<std::uint32_t> rows(tables_[part].size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
    return rows;
  }

  // Each combination with the rows of the condition's two parts for which it holds.
  std::vector<Combination> extended(const std::vector<Combination>& combinations, const JoinCondition& condition) {
    std::vector<Combination> out;
    for (const Combination& combination : combinations) {
      std::vector<std::uint32_t> rights = rows_for(combination, condition.right.part);
      for (std::uint32_t left : rows_for(combination, condition.left.part)) {
        auto left_value = value_of(condition.left, left);
        for (std::uint32_t right : rights) {
          if (++steps_ > kMaxSteps || out.size() > kMaxCombinations) return met_limit_ = true, std::vector<Combination>();
          if (condition.left.part == condition.right.part && left != right) continue;
          auto right_value = value_of(condition.right, right);
          if (!left_value || !right_value || !holds(condition.op, *left_value, *right_value)) continue;
          out.push_back(combination);
          out.back()[condition.left.part] = left;
          out.back()[condition.right.part] = right;
        }
      }
    }
    return out;
  }

  Finding finding_of(const Combination& combination, std::uint32_t part) const {
    Finding finding = *tables_[part][combination[part]].finding;
    finding.join_part.reset();
    finding.values.clear();
    finding.severity = rule_.severity;
    finding.message = fill_in(rule_.message, [&](std::string_view name, AsValue) -> std::optional<std::string> {
      // The reported part's own names come first.
      for (std::uint32_t i = 0; i < combination.size(); ++i) {
        std::uint32_t at = (part + i) % static_cast<std::uint32_t>(combination.size());
        if (combination[at] == kNone) continue;
        if (auto value = value_of({at, std::string(name)}, combination[at])) return std::string(*value);
      }
      return std::nullopt;
    });
    return finding;
  }

  const Rule& rule_;
  const SourceSet& sources_;
  std::vector<std::vector<Row>> tables_;  // by part
  std::size_t steps_ = 0;
  bool met_limit_ = false;
};

bool by_place(const Finding& a, const Finding& b) {
  return std::tie(a.source.index, a.range, a.rule_id, a.message) < std::tie(b.source.index, b.range, b.rule_id, b.message);
}

bool is_same(const Finding& a, const Finding& b) { return !by_place(a, b) && !by_place(b, a); }

}  // namespace

void join_findings(const RuleSet& rules, const SourceSet& sources, std::vector<Finding>& findings, Diagnostics& diags) {
  std::vector<Finding> joined;
  bool has_join = false;
  std::uint32_t part_count = 0;  // of the joins so far, whether they run or not
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.mode != RuleMode::Join) continue;
    has_join = true;
    const std::uint32_t first = part_count;
    part_count += static_cast<std::uint32_t>(rule.join.parts.size());
    if (!rules.runs(i)) continue;
    auto found = Joiner(rule, sources, findings, first).run();
    if (!found) diags.add(DiagnosticLevel::Warning, "budget-met", fmt::format("rule `{}` was dropped: its parts match too often to be joined", rule.id), {}, rule.id);
    else joined.insert(joined.end(), std::make_move_iterator(found->begin()), std::make_move_iterator(found->end()));
  }
  if (!has_join) return;
  std::ranges::stable_sort(joined, by_place);
  joined.erase(std::unique(joined.begin(), joined.end(), is_same), joined.end());
  std::erase_if(findings, [](const Finding& finding) { return finding.join_part.has_value(); });
  findings.insert(findings.end(), std::make_move_iterator(joined.begin()), std::make_move_iterator(joined.end()));
  std::ranges::stable_sort(findings, by_place);
}

}  // namespace sluice
