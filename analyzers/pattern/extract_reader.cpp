#include "analyzers/pattern/extract_reader.h"

#include <fmt/format.h>

#include "analyzers/pattern/condition_reader.h"

namespace sluice {
namespace {

template <class Enum, std::size_t N>
Enum read_word(const yaml::Node& rule, std::string_view key, const std::pair<std::string_view, Enum> (&words)[N], Errors& errors) {
  const yaml::Node* node = rule.find(key);
  if (!node) return words[0].second;
  std::string known;
  for (const auto& [word, meant] : words) {
    if (node->scalar() == word) return meant;
    known += fmt::format("{}`{}`", known.empty() ? "" : ", ", word);
  }
  errors.add(node->place(), "rule-type", fmt::format("`{}` is one of {}", key, known));
  return words[0].second;
}

void read_ids(const yaml::Node& list, std::vector<std::string>& ids, Errors& errors) {
  auto texts = list.as_texts();
  if (texts) ids = *std::move(texts);
  else errors.append(texts.error());
}

}  // namespace

ExtractText read_extract(const yaml::Node& rule, Errors& errors) {
  ExtractText text;
  text.metavariable = read_required(rule, "extract", errors);
  if (const yaml::Node* node = rule.find("extract")) check_metavariable(text.metavariable, node->place(), errors);
  const yaml::Node* language = rule.find("dest-language");
  if (!language) errors.add(rule.place(), "rule-missing-key", "`dest-language` is missing");
  else if (auto known = read_language_name(*language, errors)) text.language = *known;
  bool is_known = language && find_language(language->scalar());
  if (is_known && info(text.language).kind != LanguageKind::Analyzed)
    errors.add(language->place(), "rule-unsupported", fmt::format("`{}` is no language that extracted code can be read as", language->scalar()));
  using Transform = ExtractText::Transform;
  constexpr std::pair<std::string_view, Transform> kTransforms[] = {
      {"no_transform", Transform::None}, {"unquote_string", Transform::Unquote}, {"concat_json_string_array", Transform::ConcatJson}};
  constexpr std::pair<std::string_view, bool> kReductions[] = {{"separate", false}, {"concat", true}};
  text.transform = read_word(rule, "transform", kTransforms, errors);
  text.is_one_piece = read_word(rule, "reduce", kReductions, errors);
  const yaml::Node* rules = rule.find("dest-rules");
  if (!rules) return text;
  if (!rules->is_map()) return read_ids(*rules, text.include, errors), text;
  errors.append(rules->unknown_keys({"include", "exclude"}));
  if (const yaml::Node* include = rules->find("include")) read_ids(*include, text.include, errors);
  if (const yaml::Node* exclude = rules->find("exclude")) read_ids(*exclude, text.exclude, errors);
  return text;
}

}  // namespace sluice
