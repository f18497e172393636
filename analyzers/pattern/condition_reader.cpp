#include "analyzers/pattern/condition_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice {

std::string read_text(const yaml::Node& node, std::string_view what, Errors& errors) {
  if (node.is_scalar() || (node.is_null() && !node.scalar().empty())) return node.scalar();
  errors.add(node.place(), "rule-type", fmt::format("`{}` must be text", what));
  return {};
}

std::string read_required(const yaml::Node& node, std::string_view key, Errors& errors) {
  if (const yaml::Node* found = node.find(key)) return read_text(*found, key, errors);
  errors.add(node.place(), "rule-missing-key", fmt::format("`{}` is missing", key));
  return {};
}

void check_metavariable(std::string_view name, const Place& place, Errors& errors) {
  if (!name.starts_with('$')) errors.add(place, "rule-metavariable", fmt::format("`{}` is no metavariable: it begins with `$`", name));
}

std::string read_metavariable(const yaml::Node& node, Errors& errors) {
  std::string name = read_required(node, "metavariable", errors);
  if (const yaml::Node* found = node.find("metavariable")) check_metavariable(name, found->place(), errors);
  return name;
}

std::vector<std::string> read_focus(const yaml::Node& value, Errors& errors) {
  auto names = value.as_texts();
  if (!names) return errors.append(names.error()), std::vector<std::string>();
  for (const std::string& name : *names) check_metavariable(name, value.place(), errors);
  return *std::move(names);
}

void read_regex(const yaml::Node& node, ConditionText& condition, Errors& errors) {
  condition.type = ConditionText::Type::Regex;
  condition.text = read_required(node, "regex", errors);
  if (const yaml::Node* regex = node.find("regex")) condition.place = regex->place();
  const yaml::Node* flag = node.find("constant-propagation");
  if (!flag) return;
  auto is_on = flag->as_bool();
  if (is_on) condition.constant_propagation = *is_on;
  else errors.append(is_on.error());
}

void read_comparison(const yaml::Node& node, ConditionText& condition, Errors& errors) {
  condition.type = ConditionText::Type::Comparison;
  condition.text = read_required(node, "comparison", errors);
  if (const yaml::Node* comparison = node.find("comparison")) condition.place = comparison->place();
  if (const yaml::Node* strip = node.find("strip")) condition.strip = strip->scalar() == "true";
}

void read_types(const yaml::Node& node, ConditionText& condition, Errors& errors) {
  condition.type = ConditionText::Type::TypeOf;
  for (std::string_view key : {"type", "types"}) {
    const yaml::Node* types = node.find(key);
    if (!types) continue;
    auto texts = types->as_texts();
    if (texts) condition.types.insert(condition.types.end(), texts->begin(), texts->end());
    else errors.append(texts.error());
  }
  if (condition.types.empty()) errors.add(node.place(), "rule-missing-key", "a condition on a type needs `type` or `types`");
}

void read_analysis(const yaml::Node& node, ConditionText& condition, Errors& errors) {
  condition.type = ConditionText::Type::Analysis;
  condition.text = read_required(node, "analyzer", errors);
  const yaml::Node* analyzer = node.find("analyzer");
  if (!analyzer) return;
  condition.place = analyzer->place();
  constexpr std::string_view kAnalyzers[] = {"entropy", "redos", "entropy_v2"};
  if (std::ranges::find(kAnalyzers, std::string_view(condition.text)) == std::end(kAnalyzers))
    errors.add(analyzer->place(), "rule-analyzer", fmt::format("`{}` is no analyzer: entropy or redos", condition.text));
}

void read_language(const yaml::Node& node, ConditionText& condition, Errors& errors) {
  if (const yaml::Node* language = node.find("language")) condition.language = read_language_name(*language, errors);
}

std::optional<Language> read_language_name(const yaml::Node& node, Errors& errors) {
  if (auto language = find_language(node.scalar())) return language;
  std::vector<std::string_view> ids;
  for (const LanguageInfo& known : all_languages()) ids.push_back(known.id);
  auto near = nearest(node.scalar(), ids);
  errors.add(node.place(), "rule-language", fmt::format("`{}` is no language{}", node.scalar(), near ? fmt::format("; did you mean `{}`?", *near) : ""));
  return std::nullopt;
}

}  // namespace sluice
