#include "analyzers/syntax/dockerfile_lines.h"

#include <algorithm>

#include "base/text.h"

namespace sluice {
namespace {

constexpr std::string_view kBlank = " \t\r\v\f";

std::string_view without_leading_blanks(std::string_view text) {
  std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::string_view without_trailing_blanks(std::string_view text) {
  std::size_t last = text.find_last_not_of(kBlank);
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

ByteRange LogicalLine::range(std::size_t begin, std::size_t end_of_part) const {
  if (begin >= at.size()) return {end, end};
  if (end_of_part <= begin) return {at[begin], at[begin]};
  return {at[begin], at[std::min(end_of_part, at.size()) - 1] + 1};
}

std::vector<ByteRange> LogicalLine::ranges(std::size_t begin, std::size_t end_of_part) const {
  std::vector<ByteRange> parts;
  for (std::size_t i = begin; i < std::min(end_of_part, at.size()); ++i) {
    bool goes_on = !parts.empty() && parts.back().end == at[i];
    if (goes_on) ++parts.back().end;
    else parts.push_back({at[i], at[i] + 1});
  }
  return parts;
}

DockerfileLines::DockerfileLines(std::string_view text) : text_(text) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  read_directives();
}

std::string_view DockerfileLines::line_at(std::size_t at) const {
  std::size_t end = text_.find('\n', at);
  return text_.substr(at, end == std::string_view::npos ? std::string_view::npos : end - at);
}

void DockerfileLines::advance(std::string_view line) { at_ = std::min(text_.size(), at_ + line.size() + 1); }

// `# escape=` and its like count only before anything else, other comments included. They
// stay where they are: as comments they are read again.
void DockerfileLines::read_directives() {
  for (std::size_t at = at_; at < text_.size();) {
    std::string_view line = line_at(at);
    std::string_view rest = without_leading_blanks(line);
    std::size_t equals = rest.find('=');
    if (!rest.starts_with('#') || equals == std::string_view::npos) return;
    std::string name = to_lower(trim(rest.substr(1, equals - 1)));
    std::string_view value = trim(rest.substr(equals + 1));
    if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) return;
    if (name == "escape" && value.size() == 1 && (value[0] == '`' || value[0] == '\\')) escape_ = value[0];
    at += line.size() + 1;
  }
}

bool DockerfileLines::skip_comment(std::string_view line) {
  std::string_view rest = without_leading_blanks(line);
  if (!rest.starts_with('#')) return false;
  auto begin = static_cast<std::uint32_t>(at_ + line.size() - rest.size());
  comments_.push_back({begin, static_cast<std::uint32_t>(begin + without_trailing_blanks(rest).size())});
  advance(line);
  return true;
}

std::optional<std::string_view> DockerfileLines::continued(std::string_view line) const {
  std::string_view content = without_trailing_blanks(line);
  if (!content.ends_with(escape_)) return std::nullopt;
  // Two of them are one that is escaped.
  std::size_t last_other = content.find_last_not_of(escape_);
  std::size_t run = content.size() - (last_other == std::string_view::npos ? 0 : last_other + 1);
  if (run % 2 == 0) return std::nullopt;
  return content.substr(0, content.size() - 1);
}

std::optional<LogicalLine> DockerfileLines::next() {
  LogicalLine out;
  bool goes_on = false;
  while (at_ < text_.size()) {
    std::string_view line = line_at(at_);
    if (skip_comment(line)) continue;
    bool is_blank = without_leading_blanks(line).empty();
    if (is_blank) {  // also within an instruction
      advance(line);
      continue;
    }
    std::optional<std::string_view> before = continued(line);
    std::string_view content = before ? *before : without_trailing_blanks(line);
    for (std::size_t i = 0; i < content.size(); ++i) out.at.push_back(static_cast<std::uint32_t>(at_ + i));
    out.text += content;
    out.end = static_cast<std::uint32_t>(at_ + content.size());
    advance(line);
    goes_on = true;
    if (!before) break;
  }
  if (!goes_on) return std::nullopt;
  return out;
}

Heredoc DockerfileLines::heredoc(std::string_view delimiter, bool strips_tabs) {
  Heredoc out;
  out.body = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
  while (at_ < text_.size()) {
    std::string_view line = line_at(at_);
    std::string_view content = line;
    while (strips_tabs && content.starts_with('\t')) content.remove_prefix(1);
    bool is_last = without_trailing_blanks(content) == delimiter;
    out.end = static_cast<std::uint32_t>(at_ + line.size());
    advance(line);
    if (is_last) return out;
    out.body.end = static_cast<std::uint32_t>(at_);
  }
  out.end = static_cast<std::uint32_t>(text_.size());
  return out;
}

}  // namespace sluice
