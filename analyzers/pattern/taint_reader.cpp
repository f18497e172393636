#include "analyzers/pattern/taint_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/flow/model_kinds.h"
#include "analyzers/pattern/formula_reader.h"

namespace sluice {
namespace {

constexpr std::string_view kClassicKeys[] = {"pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"};
constexpr std::string_view kMatchKeys[] = {"sources", "sinks", "sanitizers", "propagators"};
constexpr std::string_view kSettings[] = {"exact", "by-side-effect", "control", "label", "requires", "at-exit", "not_conflicting", "not-conflicting",
                                          "from",  "to",             "replace-labels", "model"};

using Kind = TaintEndpoint::Kind;

bool contains(std::span<const std::string_view> list, std::string_view key) { return std::ranges::find(list, key) != list.end(); }

class Reader {
 public:
  explicit Reader(Errors& errors) : errors_(errors) {}

  std::vector<TaintEndpoint> read(const yaml::Node& rule) {
    const yaml::Node* taint = rule.find("taint");
    const yaml::Node& parent = taint ? *taint : rule;
    std::span<const std::string_view> keys = taint ? std::span(kMatchKeys) : std::span(kClassicKeys);
    is_match_ = taint != nullptr;
    if (taint && !taint->is_map()) errors_.add(taint->place(), "rule-type", "`taint` must be a mapping with `sources` and `sinks`");
    if (taint && taint->is_map()) errors_.append(taint->unknown_keys({keys.begin(), keys.end()}));
    for (const yaml::Pair& pair : parent.pairs())
      if (contains(keys, pair.key.scalar())) read_list(pair);
    // What models call harmful by itself (a weak algorithm) needs no source.
    bool needs_no_source = !endpoints_.empty() && std::ranges::all_of(endpoints_, [](const TaintEndpoint& endpoint) { return endpoint.kind != Kind::Sink || !endpoint.models.empty(); });
    for (std::string_view needed : keys.first(2))
      if (!parent.has(needed) && !(needed == keys[0] && needs_no_source)) errors_.add(parent.place(), "rule-missing-key", fmt::format("a taint rule needs `{}`", needed));
    return std::move(endpoints_);
  }

 private:
  void read_list(const yaml::Pair& list) {
    std::string_view key = list.key.scalar();
    if (!list.value.is_sequence()) return errors_.add(list.value.place(), "rule-type", fmt::format("`{}` must be a list", key));
    for (const yaml::Node& item : list.value.items()) {
      TaintEndpoint endpoint;
      endpoint.kind = kind_of(key);
      endpoint.place = item.place();
      endpoint.exact = endpoint.kind == Kind::Sink;
      if (endpoint.kind == Kind::Propagator) endpoint.by_side_effect = TaintEndpoint::SideEffect::Yes;
      read_item(key, item, endpoint);
      endpoints_.push_back(std::move(endpoint));
    }
  }

  static Kind kind_of(std::string_view key) {
    if (key.ends_with("sources")) return Kind::Source;
    if (key.ends_with("sinks")) return Kind::Sink;
    return key.ends_with("sanitizers") ? Kind::Sanitizer : Kind::Propagator;
  }

  void read_item(std::string_view list, const yaml::Node& item, TaintEndpoint& endpoint) {
    if (!item.is_map() && is_match_) endpoint.formula = read_match(item, Positive::Needed, errors_);
    else if (!item.is_map()) errors_.add(item.place(), "rule-formula", fmt::format("each item of `{}` is a mapping with a pattern", list));
    else read_map(item, endpoint);
    if (endpoint.kind != Kind::Propagator) return;
    for (std::string_view needed : {"from", "to"})
      if (!item.has(needed)) errors_.add(item.place(), "rule-missing-key", fmt::format("a propagator needs `{}`", needed));
  }

  void read_map(const yaml::Node& item, TaintEndpoint& endpoint) {
    for (const yaml::Pair& pair : item.pairs()) read_setting(pair.key.scalar(), pair.value, endpoint);
    if (const yaml::Node* model = item.find("model")) return read_models(*model, item, endpoint);
    if (is_match_) endpoint.formula = read_match_beside(kSettings, item, Positive::Needed, errors_);
    else read_classic(item, endpoint);
  }

  void read_classic(const yaml::Node& item, TaintEndpoint& endpoint) {
    bool has_formula = false;
    for (const yaml::Pair& pair : item.pairs()) {
      std::string_view key = pair.key.scalar();
      if (contains(kSettings, key)) continue;
      if (!is_formula_root(key) || has_formula) {
        errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` cannot stand here: one pattern and its settings can", key));
        continue;
      }
      has_formula = true;
      endpoint.formula = read_formula(pair, Positive::Needed, errors_);
    }
    if (!has_formula) errors_.add(item.place(), "rule-missing-key", "there is no pattern here");
  }

  // `model: sql`, `model: [remote, file]`
  void read_models(const yaml::Node& value, const yaml::Node& item, TaintEndpoint& endpoint) {
    bool is_source = endpoint.kind == Kind::Source;
    if (!is_source && endpoint.kind != Kind::Sink) return errors_.add(value.place(), "rule-value", "`model` is for sources and sinks; models know what cleans and passes on by themselves");
    for (const yaml::Pair& pair : item.pairs())
      if (pair.key.scalar() != "model") errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` cannot stand beside `model`", pair.key.scalar()));
    if (value.is_scalar()) endpoint.models.emplace_back(value.scalar());
    else read(value.as_texts(), endpoint.models);
    for (const std::string& word : endpoint.models) {
      bool is_known = is_source ? flow::find_origin(word).has_value() : flow::find_harm(word).has_value();
      if (!is_known) errors_.add(value.place(), "rule-value", fmt::format("no model says `{}`: {}", word, is_source ? "expected the origin of data, as `remote` or `file`" : "expected a kind of harm, as `sql` or `path`"));
    }
  }

  void read_setting(std::string_view key, const yaml::Node& value, TaintEndpoint& endpoint) {
    if (key == "exact") read(value.as_bool(), endpoint.exact);
    else if (key == "control") read(value.as_bool(), endpoint.control);
    else if (key == "at-exit") read(value.as_bool(), endpoint.at_exit);
    else if (key == "not_conflicting" || key == "not-conflicting") read(value.as_bool(), endpoint.not_conflicting);
    else if (key == "by-side-effect") read_side_effect(value, endpoint);
    else if (key == "label") read(value.as_text(), endpoint.label);
    else if (key == "from") read(value.as_text(), endpoint.from);
    else if (key == "to") read(value.as_text(), endpoint.to);
    else if (key == "replace-labels") read(value.as_texts(), endpoint.replaced_labels);
    else if (key == "requires") read_requires(value, endpoint);
  }

  void read_side_effect(const yaml::Node& value, TaintEndpoint& endpoint) {
    using SideEffect = TaintEndpoint::SideEffect;
    bool is_on = false;
    if (value.is_scalar() && value.scalar() == "only") endpoint.by_side_effect = SideEffect::Only;
    else if (read(value.as_bool(), is_on)) endpoint.by_side_effect = is_on ? SideEffect::Yes : SideEffect::No;
  }

  void read_requires(const yaml::Node& value, TaintEndpoint& endpoint) {
    std::string text;
    LabelExpression needs;
    if (read(value.as_text(), text) && read(parse_label_expression(text, value.place()), needs)) endpoint.needs = std::move(needs);
  }

  template <class T>
  bool read(Result<T> value, T& out) {
    if (value) out = *std::move(value);
    else errors_.append(std::move(value).error());
    return value.has_value();
  }

  Errors& errors_;
  bool is_match_ = false;
  std::vector<TaintEndpoint> endpoints_;
};

}  // namespace

bool is_taint_key(std::string_view key) { return key == "taint" || contains(kClassicKeys, key); }

std::vector<TaintEndpoint> read_taint(const yaml::Node& rule, Errors& errors) { return Reader(errors).read(rule); }

}  // namespace sluice
