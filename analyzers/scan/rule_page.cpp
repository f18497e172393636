#include "analyzers/scan/rule_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/scan/annotations.h"
#include "base/text.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxExamples = 3;
constexpr std::size_t kMaxLines = 12;

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// `)`, `}`, `end`, `</a>`: the end of what began at the same indentation.
bool closes(std::string_view line) {
  std::string_view text = trim(line);
  return !text.empty() && (std::string_view(")]}").find(text[0]) != std::string_view::npos || text.starts_with("end") || text.starts_with("</"));
}

// The line and what hangs on it: lines that are indented deeper, up to the one that closes it.
std::string example_at(const std::vector<std::string_view>& lines, std::size_t first) {
  const std::size_t indent = indentation(lines[first]);
  std::string code;
  for (std::size_t i = first; i < lines.size() && i < first + kMaxLines; ++i) {
    std::string_view line = lines[i];
    if (line.ends_with('\r')) line.remove_suffix(1);
    bool is_deeper = indentation(line) > indent && !trim(line).empty();
    bool is_close = i > first && indentation(line) == indent && closes(line);
    bool is_mark = !marks_of_line(line, 0).empty();
    if (i > first && ((!is_deeper && !is_close) || is_mark)) break;
    code += line.substr(std::min(indent, line.size()));
    code += '\n';
    if (is_close) break;
  }
  return code;
}

void add_example(std::vector<std::string>& examples, std::string code) {
  bool is_new = std::ranges::find(examples, code) == examples.end() && !trim(code).empty();
  if (is_new && examples.size() < kMaxExamples) examples.push_back(std::move(code));
}

void read_examples(const MarkedFile& file, const std::string& rule_id, RulePage& page) {
  std::vector<std::string_view> lines = split(file.text, '\n');
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    for (const CodeMark& mark : marks_of_line(lines[i], static_cast<std::uint32_t>(i))) {
      if (mark.rule_id != rule_id) continue;
      if (mark.kind == CodeMark::Kind::RuleId) add_example(page.problematic, example_at(lines, i + 1));
      if (mark.kind == CodeMark::Kind::Ok) add_example(page.correct, example_at(lines, i + 1));
    }
}

// "CWE-78: Improper ..." is CWE-78.
std::string_view number_of(std::string_view cwe) { return trim(cwe.substr(0, cwe.find(':'))); }

std::vector<std::string> texts_of(const Rule& rule, const std::string& key) {
  auto found = rule.metadata.find(key);
  return found == rule.metadata.end() ? std::vector<std::string>{} : found->second;
}

void add_code(std::string& out, std::string_view title, const std::vector<std::string>& examples) {
  out += fmt::format("\n## {}\n", title);
  if (examples.empty()) out += "\nNo marked code stands beside the rule.\n";
  for (const std::string& code : examples) {
    out += '\n';
    for (std::string_view line : split(std::string_view(code).substr(0, code.size() - 1), '\n')) out += fmt::format("    {}\n", line);
  }
}

void add_text(std::string& out, std::string_view title, std::string_view text) {
  out += fmt::format("\n## {}\n\n{}\n", title, text.empty() ? "The rule's author wrote none." : text);
}

void add_fix(std::string& out, const Rule& rule) {
  if (!rule.has_fix && !rule.fix_regex) return;
  bool is_unsafe = rule.first_metadata("fix-safety") == "unsafe";
  std::string fix = rule.fix.empty() ? "(the code is taken away)" : rule.fix;
  if (rule.fix_regex) fix = fmt::format("{} becomes {}", rule.fix_regex->regex, rule.fix_regex->replacement);
  out += "\n## Fix\n\n";
  for (std::string_view line : split(fix, '\n')) out += fmt::format("    {}\n", line);
  out += '\n';
  out += is_unsafe ? fmt::format("Unsafe, `--autofix=unsafe` applies it: {}\n", rule.first_metadata("fix-safety-reason")) : "`--autofix` applies it.\n";
}

}  // namespace

std::vector<std::string_view> RulePage::missing() const {
  std::vector<std::string_view> parts;
  if (problematic.empty()) parts.push_back("problematic code");
  if (correct.empty()) parts.push_back("correct code");
  if (rationale.empty()) parts.push_back("rationale");
  if (exceptions.empty()) parts.push_back("exceptions");
  return parts;
}

WeaknessText find_weakness(std::string_view weaknesses, std::string_view cwe) {
  constexpr std::string_view kExceptions = "Exceptions:";
  WeaknessText found;
  std::string* part = nullptr;
  for (std::string_view line : split(weaknesses, '\n')) {
    if (line.starts_with("## ")) {
      bool is_asked_for = trim(line.substr(3)) == cwe;
      if (part && !is_asked_for) return found;
      part = is_asked_for ? &found.rationale : nullptr;
      continue;
    }
    if (!part || trim(line).empty()) continue;
    if (line.starts_with(kExceptions)) {
      part = &found.exceptions;
      line.remove_prefix(kExceptions.size());
    }
    if (!part->empty()) *part += ' ';
    *part += trim(line);
  }
  return found;
}

RulePage make_rule_page(const Rule& rule, std::span<const MarkedFile> files, std::string_view weaknesses) {
  RulePage page;
  for (const MarkedFile& file : files) read_examples(file, rule.id, page);
  page.rationale = rule.first_metadata("rationale");
  page.exceptions = rule.first_metadata("exceptions");
  for (const std::string& cwe : texts_of(rule, "cwe")) {
    WeaknessText text = find_weakness(weaknesses, number_of(cwe));
    if (page.rationale.empty()) page.rationale = text.rationale;
    if (page.exceptions.empty()) page.exceptions = text.exceptions;
  }
  return page;
}

std::string render_rule_page(const Rule& rule, const RulePage& page) {
  std::string languages;
  for (Language language : rule.languages) languages += (languages.empty() ? "" : ", ") + std::string(info(language).title);
  std::string out = fmt::format("# {}\n\n{}; {}\n\n{}\n", rule.id, to_string(rule.severity), languages, trim(rule.message));
  add_code(out, "Problematic code", page.problematic);
  add_code(out, "Correct code", page.correct);
  add_text(out, "Rationale", page.rationale);
  add_text(out, "Exceptions", page.exceptions);
  add_fix(out, rule);
  std::vector<std::string> references = texts_of(rule, "cwe");
  for (const char* key : {"owasp", "references"})
    for (std::string& text : texts_of(rule, key)) references.push_back(std::move(text));
  if (!references.empty()) out += "\n## References\n\n";
  for (const std::string& reference : references) out += fmt::format("- {}\n", reference);
  return out;
}

}  // namespace sluice
