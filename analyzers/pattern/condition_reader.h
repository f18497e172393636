// analyzers/pattern/condition_reader.h - what the conditions of both spellings of a formula share.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

// A text that must be there. `null` that nobody quoted is a text too: it is code in some languages.
std::string read_text(const yaml::Node& node, std::string_view what, Errors& errors);
std::string read_required(const yaml::Node& node, std::string_view key, Errors& errors);

void check_metavariable(std::string_view name, const Place& place, Errors& errors);
// The `metavariable` of a condition.
std::string read_metavariable(const yaml::Node& node, Errors& errors);
std::vector<std::string> read_focus(const yaml::Node& value, Errors& errors);

// Each reads the condition's own keys; the metavariable is the caller's.
void read_regex(const yaml::Node& node, ConditionText& condition, Errors& errors);
void read_comparison(const yaml::Node& node, ConditionText& condition, Errors& errors);
void read_types(const yaml::Node& node, ConditionText& condition, Errors& errors);
void read_analysis(const yaml::Node& node, ConditionText& condition, Errors& errors);
void read_language(const yaml::Node& node, ConditionText& condition, Errors& errors);

// The language of that name; a mistake with a suggestion when there is none.
std::optional<Language> read_language_name(const yaml::Node& node, Errors& errors);

}  // namespace sluice
