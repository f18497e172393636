#include "analyzers/scan/rule_docs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"

namespace sluice {
namespace {

std::string in_one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  return std::string(trim(line));
}

// "CWE-79: Improper ..." is "CWE-79"; the names are in the references.
std::string numbers_of(const Rule& rule, const std::string& key, std::string_view separator) {
  std::string all;
  auto found = rule.metadata.find(key);
  if (found == rule.metadata.end()) return all;
  for (const std::string& value : found->second) {
    std::string_view number = value;
    number = number.substr(0, std::min(number.find(": "), number.find(" - ")));
    all += (all.empty() ? "" : std::string(separator)) + escape_markdown(trim(number));
  }
  return all;
}

// A fence that the code does not hold.
std::string fenced(std::string_view code, std::string_view language) {
  std::string fence = "```";
  while (code.find(fence) != std::string_view::npos) fence += '`';
  return fmt::format("{}{}\n{}\n{}\n", fence, language, escape_terminal(code), fence);
}

std::string languages_of(const Rule& rule) {
  std::vector<std::string_view> titles;
  for (Language language : rule.languages) titles.push_back(info(language).title);
  return fmt::format("{}", fmt::join(titles, ", "));
}

class Catalogue {
 public:
  std::string write(const std::vector<Rule>& rules) {
    std::map<std::string_view, std::vector<const Rule*>> by_language;  // by title
    std::vector<const Rule*> sorted;
    for (const Rule& rule : rules) {
      sorted.push_back(&rule);
      for (Language language : rule.languages) by_language[info(language).title].push_back(&rule);
    }
    out_ = fmt::format("# Rules\n\n{} rules in {} languages.\n", rules.size(), by_language.size());
    for (auto& [title, list] : by_language) write_table(title, sorted_by_id(std::move(list)));
    for (const Rule* rule : sorted_by_id(std::move(sorted))) write_rule(*rule);
    return std::move(out_);
  }

 private:
  static std::vector<const Rule*> sorted_by_id(std::vector<const Rule*> rules) {
    std::ranges::stable_sort(rules, {}, [](const Rule* rule) -> const std::string& { return rule->id; });
    return rules;
  }

  void write_table(std::string_view title, const std::vector<const Rule*>& rules) {
    out_ += fmt::format("\n## {}\n\n| rule | severity | CWE | OWASP | fix |\n| --- | --- | --- | --- | --- |\n", escape_markdown(title));
    for (const Rule* rule : rules)
      out_ += fmt::format("| [`{0}`](#{1}) | {2} | {3} | {4} | {5} |\n", rule->id, anchor(rule->id), to_string(rule->severity),
                          numbers_of(*rule, "cwe", ", "), numbers_of(*rule, "owasp", ", "), rule->has_fix || rule->fix_regex ? "yes" : "");
  }

  // An id is made of letters, digits, `.`, `_` and `-`: as an anchor it loses its dots and capitals.
  static std::string anchor(std::string_view id) {
    std::string anchor = to_lower(id);
    std::erase(anchor, '.');
    return anchor;
  }

  void write_rule(const Rule& rule) {
    out_ += fmt::format("\n### `{}`\n\n{}\n\n", rule.id, escape_markdown(in_one_line(rule.message)));
    out_ += fmt::format("- severity: {}\n- languages: {}\n", to_string(rule.severity), escape_markdown(languages_of(rule)));
    for (auto [key, title] : {std::pair{"cwe", "CWE"}, {"owasp", "OWASP"}})
      if (std::string numbers = numbers_of(rule, key, ", "); !numbers.empty()) out_ += fmt::format("- {}: {}\n", title, numbers);
    if (auto references = rule.metadata.find("references"); references != rule.metadata.end())
      for (const std::string& reference : references->second) out_ += fmt::format("- reference: {}\n", escape_markdown(reference));
    write_fix(rule);
  }

  void write_fix(const Rule& rule) {
    std::string_view language = rule.languages.empty() ? "" : name(rule.languages.front());
    if (rule.has_fix) out_ += rule.fix.empty() ? "\nFix: the code is taken out.\n" : "\nFix: the code becomes\n\n" + fenced(rule.fix, language);
    else if (rule.fix_regex)
      out_ += "\nFix: in the code, what matches\n\n" + fenced(rule.fix_regex->regex, "") + "\nbecomes\n\n" + fenced(rule.fix_regex->replacement, "");
  }

  std::string out_;
};

}  // namespace

std::string rule_catalogue(const std::vector<Rule>& rules) { return Catalogue().write(rules); }

}  // namespace sluice
