#include "analyzers/pattern/taint_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/formula_reader.h"

namespace sluice {
namespace {

constexpr std::string_view kClassicKeys[] = {"pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"};
constexpr std::string_view kMatchKeys[] = {"sources", "sinks", "sanitizers", "propagators"};
constexpr std::string_view kSettings[] = {"exact",    "by-side-effect", "control", "label",           "requires", "at-exit", "not_conflicting",
                                          "not-conflicting", "from",   "to",      "replace-labels", "where",    "as"};

bool contains(std::span<const std::string_view> list, std::string_view key) { return std::ranges::find(list, key) != list.end(); }

class Reader {
 public:
  explicit Reader(Errors& errors) : errors_(errors) {}

  std::vector<FormulaText> read(const yaml::Node& rule) {
    const yaml::Node* taint = rule.find("taint");
    const yaml::Node& parent = taint ? *taint : rule;
    std::span<const std::string_view> keys = taint ? std::span(kMatchKeys) : std::span(kClassicKeys);
    is_match_ = taint != nullptr;
    if (taint && !taint->is_map()) errors_.add(taint->place(), "rule-type", "`taint` must be a mapping with `sources` and `sinks`");
    if (taint && taint->is_map()) errors_.append(taint->unknown_keys({keys.begin(), keys.end()}));
    for (std::string_view needed : keys.first(2))
      if (!parent.has(needed)) errors_.add(parent.place(), "rule-missing-key", fmt::format("a taint rule needs `{}`", needed));
    for (const yaml::Pair& pair : parent.pairs())
      if (contains(keys, pair.key.scalar())) read_list(pair);
    return std::move(endpoints_);
  }

 private:
  void read_list(const yaml::Pair& list) {
    if (!list.value.is_sequence()) return errors_.add(list.value.place(), "rule-type", fmt::format("`{}` must be a list", list.key.scalar()));
    bool is_propagators = list.key.scalar().ends_with("propagators");
    for (const yaml::Node& item : list.value.items()) {
      if (!item.is_map() && is_match_) endpoints_.push_back(read_match(item, Positive::Needed, errors_));
      else if (!item.is_map()) errors_.add(item.place(), "rule-formula", fmt::format("each item of `{}` is a mapping with a pattern", list.key.scalar()));
      else read_item(item);
      for (std::string_view needed : {"from", "to"})
        if (is_propagators && !item.has(needed)) errors_.add(item.place(), "rule-missing-key", fmt::format("a propagator needs `{}`", needed));
    }
  }

  void read_item(const yaml::Node& item) {
    bool has_formula = false;
    for (const yaml::Pair& pair : item.pairs()) {
      std::string_view key = pair.key.scalar();
      if (contains(kSettings, key)) continue;
      bool is_operator = is_match_ ? is_match_operator(key) : is_formula_root(key);
      if (!is_operator || has_formula) {
        errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` cannot stand here: one pattern and its settings can", key));
        continue;
      }
      has_formula = true;
      endpoints_.push_back(is_match_ ? read_match_operator(pair, Positive::Needed, errors_) : read_formula(pair, Positive::Needed, errors_));
    }
    if (!has_formula) errors_.add(item.place(), "rule-missing-key", "there is no pattern here");
  }

  Errors& errors_;
  bool is_match_ = false;
  std::vector<FormulaText> endpoints_;
};

}  // namespace

bool is_taint_key(std::string_view key) { return key == "taint" || contains(kClassicKeys, key); }

std::vector<FormulaText> read_taint(const yaml::Node& rule, Errors& errors) { return Reader(errors).read(rule); }

}  // namespace sluice
