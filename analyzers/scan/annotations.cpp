#include "analyzers/scan/annotations.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace sluice {
namespace {

using Mark = CodeMark::Kind;

// The text of a comment alone on its line; empty for any other line.
std::string_view comment_of(std::string_view line) {
  constexpr std::string_view kOpeners[] = {"{{!--", "{{!", "{/*", "<!--", "<%#", "<%--", "(*", "/*", "{-", "//", "#", "--", ";", "%", "'", "*", "@*"};
  constexpr std::string_view kClosers[] = {"--}}", "}}", "*/}", "*/", "-->", "--%>", "%>", "*)", "-}", "*@"};
  std::string_view text = trim(line);
  auto opener = std::ranges::find_if(kOpeners, [&](std::string_view each) { return text.starts_with(each); });
  if (opener == std::end(kOpeners)) return {};
  text.remove_prefix(opener->size());
  // `///`, `##`, `;;`
  while (!text.empty() && opener->ends_with(text.front())) text.remove_prefix(1);
  for (std::string_view closer : kClosers)
    if (text.ends_with(closer)) return trim(text.substr(0, text.size() - closer.size()));
  return trim(text);
}

// Marks for engines that do more, or less, than the rule's author could count on: any result is fine.
bool is_for_other_engine(std::string_view word) { return word.starts_with("pro") || word.starts_with("deep"); }

std::optional<Mark> mark_of(std::string_view word) {
  std::string_view kind = word;
  for (std::string_view prefix : {"pro", "deep"})
    if (kind.starts_with(prefix)) kind.remove_prefix(prefix.size());
  constexpr std::pair<std::string_view, Mark> kMarks[] = {
      {"todoruleid", Mark::TodoRuleId}, {"todook", Mark::TodoOk}, {"ruleid", Mark::RuleId}, {"ok", Mark::Ok}};
  for (auto [name, mark] : kMarks)
    if (kind == name) return is_for_other_engine(word) ? Mark::Either : mark;
  return std::nullopt;
}

// `// ruleid: a, b` alone on its line; `// ruleid: a ok: b`, and `ruleid: deepok: a`, where the
// first says what holds here.
void read_annotation(std::string_view line, std::uint32_t number, std::vector<CodeMark>& out) {
  std::string_view text = comment_of(line);
  std::optional<Mark> mark;
  bool has_ids = true;  // behind the mark
  while (!text.empty()) {
    std::size_t end = std::min(text.find_first_of(" ,\t"), text.size());
    std::string_view word = text.substr(0, end);
    text = end < text.size() ? trim(text.substr(end + 1)) : std::string_view{};
    std::size_t colon = word.find(':');
    if (colon != std::string_view::npos) {
      std::optional<Mark> next = mark_of(word.substr(0, colon));
      if (!next) return;
      if (has_ids) mark = next;
      has_ids = false;
      word.remove_prefix(colon + 1);
    } else if (!mark) {
      return;  // a comment like any other
    }
    if (word.empty()) continue;
    out.push_back({*mark, number + 1, std::string(word)});
    has_ids = true;
  }
}

void check(const CodeMark& mark, bool is_reported, MarkComparison& out) {
  auto fail = [&](const char* message) { out.failures.push_back({mark.line, mark.rule_id, message}); };
  switch (mark.kind) {
    case Mark::RuleId:
      ++out.expected;
      if (!is_reported) fail("expected, but not reported");
      return;
    case Mark::Either: return;
    case Mark::Ok: return;  // a report there has no mark that expects it
    case Mark::TodoRuleId:
      ++out.todo_misses;
      if (is_reported) fail("marked `todoruleid`, but it is reported now: make it `ruleid`");
      return;
    case Mark::TodoOk:
      ++out.todo_alarms;
      if (!is_reported) fail("marked `todook`, but it is not reported any more: make it `ok`");
      return;
  }
}

}  // namespace

std::vector<CodeMark> marks_of_line(std::string_view line, std::uint32_t number) {
  std::vector<CodeMark> marks;
  read_annotation(line, number, marks);
  return marks;
}

MarkComparison compare_with_marks(const Source& source, const std::set<LineAndRule>& reported, const std::set<std::string>& rule_ids) {
  MarkComparison out;
  std::vector<CodeMark> marks;
  for (std::uint32_t line = 1; line <= source.lines.line_count(); ++line) read_annotation(source.line(line), line, marks);
  std::set<LineAndRule> allowed;
  for (const CodeMark& mark : marks) {
    if (!rule_ids.contains(mark.rule_id)) continue;
    out.marked_rules.insert(mark.rule_id);
    check(mark, reported.contains({mark.line, mark.rule_id}), out);
    if (mark.kind != Mark::Ok) allowed.emplace(mark.line, mark.rule_id);
  }
  for (const auto& [line, id] : reported)
    if (!allowed.contains({line, id})) out.failures.push_back({line, id, "reported, but no mark expects it"});
  return out;
}

}  // namespace sluice
