#include "analyzers/scan/rule_input.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace sluice {
namespace {

// The number in "CWE-89: ...", "cwe-089" or "89"; 0 when there is none.
int cwe_number(std::string_view text) {
  std::size_t at = text.find_first_of("0123456789");
  int number = 0;
  if (at != std::string_view::npos) std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

// "A03:2021 - Injection" is category A03 of the 2021 edition.
void add_owasp(std::string_view text, sarif::RuleInput& rule) {
  std::string id(trim(text.substr(0, text.find_first_of(" -"))));
  if (id.ends_with(":2021")) rule.owasp_2021.push_back(id);
  if (id.ends_with(":2025")) rule.owasp_2025.push_back(id);
}

std::string first_sentence(std::string_view text) {
  std::size_t end = text.find(". ");
  return std::string(trim(end == std::string_view::npos ? text : text.substr(0, end + 1)));
}

const std::vector<std::string>& values(const RuleInfo& rule, std::string_view key) {
  static const std::vector<std::string> none;
  auto found = rule.metadata.find(std::string(key));
  return found == rule.metadata.end() ? none : found->second;
}

std::string first_value(const RuleInfo& rule, std::string_view key) { return values(rule, key).empty() ? std::string() : values(rule, key).front(); }

}  // namespace

sarif::Level level_of(Severity severity) {
  return severity == Severity::Error ? sarif::Level::Error : severity == Severity::Warning ? sarif::Level::Warning : sarif::Level::Note;
}

sarif::RuleInput to_input(const RuleInfo& info) {
  sarif::RuleInput rule;
  rule.id = info.id;
  std::string message(trim(info.message));
  rule.short_description = first_value(info, "shortDescription");
  if (rule.short_description.empty()) rule.short_description = first_sentence(message);
  rule.full_description = message;
  rule.help_text = message;
  if (!values(info, "references").empty()) rule.help_text += "\nReferences: " + fmt::format("{}", fmt::join(values(info, "references"), ", "));
  rule.help_markdown = message;
  for (const std::string& reference : values(info, "references")) rule.help_markdown += "\n\n- <" + reference + ">";
  for (const std::string& uri : values(info, "references"))
    if (uri.starts_with("https://") && rule.help_uri.empty()) rule.help_uri = uri;
  rule.level = level_of(info.severity);
  std::string score = first_value(info, "security-severity");
  double number = 0;
  auto [stop, error] = std::from_chars(score.data(), score.data() + score.size(), number);
  if (error == std::errc{} && !score.empty()) rule.security_severity = number;
  std::string confidence = to_lower(first_value(info, "confidence"));
  if (confidence == "high" || confidence == "medium" || confidence == "low") rule.precision = confidence;
  for (const std::string& cwe : values(info, "cwe"))
    if (int id = cwe_number(cwe); id > 0) rule.cwe.push_back(id);
  for (const std::string& category : values(info, "owasp")) add_owasp(category, rule);
  // GitHub keeps ten tags: what is said by `security`, the CWEs and the OWASP categories goes first.
  constexpr std::size_t kMaxTags = 10;
  std::size_t made = 1 + rule.cwe.size() + rule.owasp_2021.size() + rule.owasp_2025.size();
  for (const char* key : {"subcategory", "technology"})
    for (const std::string& tag : values(info, key))
      if (made + rule.tags.size() < kMaxTags) rule.tags.push_back(tag);
  return rule;
}

}  // namespace sluice
