#include "analyzers/scan/annotations.h"

#include "base/text.h"

namespace sluice {
namespace {

enum class Mark { RuleId, Ok, TodoRuleId, TodoOk };

struct Annotation {
  Mark mark;
  std::uint32_t line;  // the line it speaks of
  std::string rule_id;
};

// `// ruleid: a, b` alone on its line.
void read_annotation(std::string_view line, std::uint32_t number, std::vector<Annotation>& out) {
  constexpr std::pair<std::string_view, Mark> kMarks[] = {
      {"todoruleid:", Mark::TodoRuleId}, {"todook:", Mark::TodoOk}, {"ruleid:", Mark::RuleId}, {"ok:", Mark::Ok}};
  constexpr std::string_view kOpeners[] = {"{/*", "<!--", "(*", "/*", "//", "#", "--", ";;", "'", "*", "@*"};
  std::string_view text = trim(line);
  bool is_comment = false;
  for (std::string_view opener : kOpeners)
    if (!is_comment && text.starts_with(opener)) {
      text = trim(text.substr(opener.size()));
      is_comment = true;
    }
  if (!is_comment) return;
  for (std::string_view closer : {"*/}", "*/", "-->", "*)", "*@"})
    if (text.ends_with(closer)) text = trim(text.substr(0, text.size() - closer.size()));
  for (auto [word, mark] : kMarks) {
    if (!text.starts_with(word)) continue;
    for (std::string_view id : split(text.substr(word.size()), ','))
      if (!trim(id).empty()) out.push_back({mark, number + 1, std::string(trim(id))});
    return;
  }
}

void check(const Annotation& mark, bool is_reported, MarkComparison& out) {
  auto fail = [&](const char* message) { out.failures.push_back({mark.line, mark.rule_id, message}); };
  switch (mark.mark) {
    case Mark::RuleId:
      ++out.expected;
      if (!is_reported) fail("expected, but not reported");
      return;
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

MarkComparison compare_with_marks(const Source& source, const std::set<LineAndRule>& reported, const std::set<std::string>& rule_ids) {
  MarkComparison out;
  std::vector<Annotation> marks;
  for (std::uint32_t line = 1; line <= source.lines.line_count(); ++line) read_annotation(source.line(line), line, marks);
  std::set<LineAndRule> allowed;
  for (const Annotation& mark : marks) {
    if (!rule_ids.contains(mark.rule_id)) continue;
    out.marked_rules.insert(mark.rule_id);
    check(mark, reported.contains({mark.line, mark.rule_id}), out);
    if (mark.mark != Mark::Ok) allowed.emplace(mark.line, mark.rule_id);
  }
  for (const auto& [line, id] : reported)
    if (!allowed.contains({line, id})) out.failures.push_back({line, id, "reported, but no mark expects it"});
  return out;
}

}  // namespace sluice
