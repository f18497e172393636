#include "sarif/rule_descriptor.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "base/text.h"

namespace sluice::sarif {
namespace {

constexpr std::size_t kGithubDescription = 1024;  // longer descriptions are refused
constexpr std::size_t kGithubName = 255;

std::string cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  limit -= 3;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit) + "...";
}

Text plain(std::string text) { return {std::move(text), {}, {}}; }

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// "sql-injection" -> {"sql", "injection"}
std::vector<std::string> words_of(std::string_view id) {
  std::vector<std::string> words(1);
  for (const char c : id) {
    if (is_word_char(c))
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string upper_camel(std::string_view id) {
  std::string name;
  for (std::string& word : words_of(id)) {
    word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    name += word;
  }
  return name;
}

std::string spoken(std::string_view id) {
  std::string text;
  for (const std::string& word : words_of(id)) text += (text.empty() ? "" : " ") + word;
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// A one-word id in lower case would differ from its name only by case, which validators take for the same.
std::string name_of(const std::string& id, const std::string& given) {
  std::string name = given.empty() ? upper_camel(id) : given;
  if (to_lower(name) == to_lower(id)) name += "Rule";
  return cut(std::move(name), kGithubName);
}

// Consumers keep the first ten: weaknesses and `security`, which severities depend on, come first.
std::vector<std::string> tags_of(const RuleInput& rule) {
  std::vector<std::string> tags;
  const auto add = [&](std::string tag) {
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
  };
  for (const int id : rule.cwe) add(fmt::format("external/cwe/cwe-{:03}", id));
  if (!rule.cwe.empty() || rule.security_severity) add("security");
  for (const std::vector<std::string>* ids : {&rule.owasp_2021, &rule.owasp_2025}) {
    for (std::string tag : *ids) {
      std::ranges::replace(tag, ':', '-');
      add("external/owasp/" + to_lower(tag));
    }
  }
  for (const std::string& tag : rule.tags) add(tag);
  return tags;
}

std::string_view problem_severity(Level level) {
  if (level == Level::Error) return "error";
  return level == Level::Warning ? "warning" : "recommendation";
}

Members properties_of(const RuleInput& rule) {
  Members properties;
  if (!rule.precision.empty()) properties.set_text("precision", rule.precision);
  const std::vector<std::string> tags = tags_of(rule);
  if (!tags.empty()) properties.set_texts("tags", tags);
  const bool has_severity = rule.security_severity && *rule.security_severity > 0 && *rule.security_severity <= 10;
  if (has_severity) properties.set_text("security-severity", fmt::format("{:.1f}", *rule.security_severity));
  properties.set_text("problem.severity", problem_severity(rule.level));
  for (const Member& member : rule.properties.list())
    if (!properties.has(member.name)) properties.set_json(member.name, member.json);
  return properties;
}

// A page about the rule: its own, else its first weakness's.
std::string help_uri_of(const RuleInput& rule) {
  if (!rule.help_uri.empty()) return rule.help_uri;
  for (const int id : rule.cwe)
    if (cwe_name(id)) return fmt::format("https://cwe.mitre.org/data/definitions/{}.html", id);
  return {};
}

}  // namespace

std::string as_sentence(std::string_view text) {
  std::string sentence(trim(text));
  if (sentence.empty() || sentence.ends_with('.')) return sentence;
  return sentence + '.';
}

ReportingDescriptor describe_rule(const RuleInput& rule, const TaxonomySet& taxonomies) {
  ReportingDescriptor descriptor;
  descriptor.id = rule.id;
  descriptor.name = name_of(rule.id, rule.name);
  const std::string summary = as_sentence(rule.short_description.empty() ? spoken(rule.id) : rule.short_description);
  const std::string full = rule.full_description.empty() ? summary : as_sentence(rule.full_description);
  descriptor.short_description = plain(cut(summary, kGithubDescription));
  descriptor.full_description = plain(cut(full, kGithubDescription));
  descriptor.help = Text{rule.help_text.empty() ? full : as_sentence(rule.help_text), rule.help_markdown, {}};
  descriptor.help_uri = help_uri_of(rule);
  descriptor.default_configuration = ReportingConfiguration{{}, rule.level, -1, {}};
  descriptor.relationships = taxonomies.relationships(rule);
  descriptor.properties = properties_of(rule);
  return descriptor;
}

ReportingDescriptor describe_notification(const NotificationKindInput& kind) {
  ReportingDescriptor descriptor;
  descriptor.id = kind.code;
  descriptor.name = name_of(kind.code, {});
  const std::string summary = as_sentence(kind.short_description.empty() ? spoken(kind.code) : kind.short_description);
  descriptor.short_description = plain(summary);
  descriptor.full_description = plain(
      kind.full_description.empty() ? "Something was not analyzed as asked; the message of each notification says what."
                                    : as_sentence(kind.full_description));
  descriptor.help =
      plain(kind.help.empty() ? "Read the message; results may be missing where it points." : as_sentence(kind.help));
  descriptor.default_configuration = ReportingConfiguration{{}, kind.level, -1, {}};
  return descriptor;
}

}  // namespace sluice::sarif
