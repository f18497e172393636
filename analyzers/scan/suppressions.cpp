#include "analyzers/scan/suppressions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice {
namespace {

constexpr std::string_view kWords[] = {"nosluice", "nosemgrep", "noopengrep", "nosem"};

bool is_id_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

// Where a directive's word stands in `text` from `from` on, and how long it is.
std::pair<std::size_t, std::size_t> find_word(std::string_view text, std::size_t from) {
  std::string lower = to_lower(text);
  std::size_t best = std::string_view::npos, length = 0;
  for (std::string_view word : kWords) {
    for (std::size_t at = lower.find(word, from); at != std::string::npos; at = lower.find(word, at + 1)) {
      bool is_whole = (at == 0 || !is_id_char(lower[at - 1])) && (at + word.size() == lower.size() || !is_id_char(lower[at + word.size()]));
      if (!is_whole) continue;
      if (at < best) best = at, length = word.size();
      break;
    }
  }
  return {best, length};
}

// Reads `: a, b -- why`; the message when it cannot be read.
std::string read_ids(std::string_view rest, SuppressionDirective& directive) {
  std::string_view text = trim(rest.substr(0, rest.find('\n')));
  for (std::string_view close : {"*/", "-->", "*)"})
    if (text.ends_with(close)) text = trim(text.substr(0, text.size() - close.size()));
  bool has_list = text.starts_with(':') || text.starts_with('=');
  if (!has_list) {
    // What follows without a colon is a remark, when it looks like one.
    directive.justification = std::string(trim(text.starts_with("--") ? text.substr(2) : text));
    return {};
  }
  text = trim(text.substr(1));
  for (;;) {
    std::size_t length = 0;
    while (length < text.size() && is_id_char(text[length])) ++length;
    // `--` begins the reason, it is no id.
    if (std::size_t dashes = text.substr(0, length).find("--"); dashes != std::string_view::npos) length = dashes;
    if (length == 0) return "a rule id is expected after `:`";
    directive.rule_ids.emplace_back(text.substr(0, length));
    text = trim(text.substr(length));
    if (!text.starts_with(',')) break;
    text = trim(text.substr(1));
  }
  if (text.starts_with("--")) text.remove_prefix(2);
  directive.justification = std::string(trim(text));
  return {};
}

// What the directive lacks; empty when nothing.
std::string_view lacking(const SuppressionDirective& directive, const SuppressionTerms& terms) {
  if (terms.needs_id && directive.rule_ids.empty()) return "it must name its rules here: `nosluice: rule-id`";
  if (terms.needs_reason && directive.justification.empty()) return "it must give a reason here: `nosluice: rule-id -- reason`";
  return {};
}

class DirectiveFinder {
 public:
  DirectiveFinder(const Source& source, const std::vector<Unit>& units, const SuppressionTerms& terms, Diagnostics& diags)
      : source_(source), terms_(terms), diags_(diags) {
    for (const Unit& unit : units)
      for (const ByteRange& comment : unit.comments()) comments_.push_back(comment);
    has_comments_ = std::ranges::any_of(units, [](const Unit& unit) { return unit.size() > 1; });
    std::ranges::sort(comments_);
  }

  std::vector<SuppressionDirective> run() {
    if (find_word(source_.text, 0).first == std::string_view::npos) return {};
    if (!has_comments_) comments_ = {{0, static_cast<std::uint32_t>(source_.text.size())}};
    for (const ByteRange& comment : comments_) search(comment);
    return std::move(found_);
  }

 private:
  void search(ByteRange where) {
    std::string_view text = std::string_view(source_.text).substr(where.begin, where.end - where.begin);
    for (std::size_t from = 0;;) {
      auto [at, length] = find_word(text, from);
      if (at == std::string_view::npos) return;
      from = at + length;
      SuppressionDirective directive;
      Position position = source_.lines.position(source_.text, where.begin + static_cast<std::uint32_t>(at));
      directive.line = position.line;
      directive.column = position.column;
      directive.target_line = target_of(position.line);
      std::string problem = read_ids(text.substr(from), directive);
      if (problem.empty()) problem = lacking(directive, terms_);
      if (!problem.empty())
        diags_.add(DiagnosticLevel::Warning, "suppression-malformed", "the suppression is not understood and suppresses nothing: " + problem,
                   {source_.path, position.line, position.column});
      else found_.push_back(std::move(directive));
    }
  }

  // The line itself when there is code on it, else the next line of code.
  std::uint32_t target_of(std::uint32_t line) const {
    if (has_code(line)) return line;
    for (std::uint32_t next = line + 1; next <= source_.lines.line_count(); ++next)
      if (has_code(next)) return next;
    return line;
  }

  bool has_code(std::uint32_t line) const {
    std::uint32_t begin = source_.lines.begin_of(line);
    std::string_view text = source_.line(line);
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == ' ' || c == '\t' || c == '\r') continue;
      if (!has_comments_) {
        // Without a grammar: a line that begins with the directive's own comment mark is no code.
        auto [word, length] = find_word(text, 0);
        bool only_marks = word != std::string_view::npos && std::ranges::none_of(text.substr(0, word), is_id_char);
        return !only_marks;
      }
      if (!is_in_comment(begin + static_cast<std::uint32_t>(i))) return true;
    }
    return false;
  }

  bool is_in_comment(std::uint32_t at) const {
    auto after = std::ranges::upper_bound(comments_, at, {}, &ByteRange::begin);
    return after != comments_.begin() && at < std::prev(after)->end;
  }

  const Source& source_;
  const SuppressionTerms terms_;
  Diagnostics& diags_;
  std::vector<ByteRange> comments_;
  bool has_comments_ = false;
  std::vector<SuppressionDirective> found_;
};

bool names_rule(const SuppressionDirective& directive, std::string_view rule_id) {
  return directive.rule_ids.empty() || std::ranges::any_of(directive.rule_ids, [&](const std::string& id) {
    return id == rule_id || (id.ends_with(rule_id) && id[id.size() - rule_id.size() - 1] == '.') ||
           (rule_id.ends_with(id) && rule_id[rule_id.size() - id.size() - 1] == '.');
  });
}

}  // namespace

std::vector<SuppressionDirective> find_directives(const Source& source, const std::vector<Unit>& units, const SuppressionTerms& terms, Diagnostics& diags) {
  return DirectiveFinder(source, units, terms, diags).run();
}

void apply_directives(const Source& source, std::vector<SuppressionDirective>& directives, std::vector<Finding>& findings) {
  if (directives.empty()) return;
  for (Finding& finding : findings) {
    std::uint32_t first = source.lines.line_of(finding.range.begin);
    std::uint32_t last = source.lines.line_of(finding.range.end > finding.range.begin ? finding.range.end - 1 : finding.range.begin);
    for (SuppressionDirective& directive : directives) {
      bool is_here = directive.target_line >= first && directive.target_line <= last;
      if (!is_here || !names_rule(directive, finding.rule_id)) continue;
      directive.was_used = true;
      if (!finding.suppression) finding.suppression = InlineSuppression{directive.justification};
    }
  }
}

void report_unused(const Source& source, const std::vector<SuppressionDirective>& directives,
                   const std::set<std::string, std::less<>>& rules_that_ran, Diagnostics& diags) {
  for (const SuppressionDirective& directive : directives) {
    if (directive.was_used) continue;
    bool could_be = directive.rule_ids.empty() || std::ranges::any_of(rules_that_ran, [&](const std::string& id) { return names_rule(directive, id); });
    if (!could_be) continue;
    std::string what = directive.rule_ids.empty() ? "any rule" : fmt::format("`{}`", fmt::join(directive.rule_ids, "`, `"));
    diags.add(DiagnosticLevel::Note, "suppression-unused", fmt::format("the suppression of {} suppresses nothing; it can go", what),
              {source.path, directive.line, directive.column});
  }
}

}  // namespace sluice
