#include "analyzers/syntax/dockerfile_words.h"

#include <algorithm>

namespace sluice {
namespace {

// Of `${...}`, so that many of them without an end are not each searched for one to the end.
constexpr std::size_t kMaxVariable = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == '\n'; }
bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_char(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::size_t DockerfileWords::skip_blanks(std::size_t at) const {
  while (!at_end(at) && is_blank(line_[at])) ++at;
  return at;
}

std::size_t DockerfileWords::skip_quoted(std::size_t at) const {
  char quote = line_[at];
  for (std::size_t i = at + 1; i < line_.size(); ++i) {
    if (line_[i] == escape_ && quote == '"') ++i;
    else if (line_[i] == quote) return i + 1;
  }
  return at + 1;  // an apostrophe that opens nothing
}

WordSpan DockerfileWords::word(std::size_t at, char stop) const {
  WordSpan span{at, at};
  while (!at_end(span.end) && !is_blank(line_[span.end]) && (stop == '\0' || line_[span.end] != stop)) {
    char c = line_[span.end];
    if (is_quote(c)) span.end = skip_quoted(span.end);
    else span.end = std::min(span.end + (c == escape_ ? 2 : 1), line_.size());
  }
  return span;
}

std::size_t DockerfileWords::operator_length(std::size_t at) const {
  std::string_view rest = line_.substr(std::min(at, line_.size()));
  if (rest.starts_with("&&") || rest.starts_with("||")) return 2;
  return rest.starts_with(';') || rest.starts_with('|') ? 1 : 0;
}

WordSpan DockerfileWords::shell_word(std::size_t at) const {
  if (std::size_t length = operator_length(at)) return {at, at + length};
  WordSpan span{at, at};
  while (!at_end(span.end) && !is_blank(line_[span.end]) && operator_length(span.end) == 0) {
    char c = line_[span.end];
    if (is_quote(c)) span.end = skip_quoted(span.end);
    else span.end = std::min(span.end + (c == '\\' ? 2 : 1), line_.size());
  }
  return span;
}

// Behind the variable that begins at `at`: `$A`, `${A:-b}`; `at` itself when there is none.
std::size_t DockerfileWords::end_of_variable(std::size_t at, std::size_t end) const {
  if (line_[at] != '$' || at + 1 >= end) return at;
  if (line_[at + 1] == '{') {
    std::size_t close = line_.substr(0, at + kMaxVariable).find('}', at);
    return close == std::string_view::npos || close >= end ? at : close + 1;
  }
  std::size_t i = at + 1;
  if (!is_name_start(line_[i])) return at;
  while (i < end && is_name_char(line_[i])) ++i;
  return i;
}

WordSpan DockerfileWords::name_of_variable(WordSpan variable) const {
  std::size_t begin = variable.begin + (line_[variable.begin + 1] == '{' ? 2 : 1);
  std::size_t end = begin;
  while (end < variable.end && is_name_char(line_[end])) ++end;
  return {begin, end};
}

std::vector<WordPart> DockerfileWords::parts(WordSpan word, char escape) const {
  std::vector<WordPart> parts;
  std::string content;
  std::size_t begin = word.begin;
  char quote = '\0';
  auto end_text = [&](std::size_t end) {
    if (!content.empty()) parts.push_back({{begin, end}, false, content, {}});
    content.clear();
  };
  for (std::size_t i = word.begin; i < word.end; ++i) {
    char c = line_[i];
    if (content.empty()) begin = i;
    bool opens = quote == '\0' && is_quote(c);
    if (opens || c == quote) {
      quote = opens ? c : '\0';
    } else if (c == escape && quote != '\'' && i + 1 < word.end) {
      content += line_[++i];
    } else if (std::size_t end = quote == '\'' ? i : end_of_variable(i, word.end); end > i) {
      end_text(i);
      WordSpan name = name_of_variable({i, end});
      parts.push_back({{i, end}, true, std::string(part(name)), name});
      i = end - 1;
    } else {
      content += c;
    }
  }
  end_text(word.end);
  return parts;
}

std::size_t DockerfileWords::last_outside_variables(WordSpan word, char separator) const {
  std::size_t found = std::string_view::npos;
  for (std::size_t i = word.begin; i < word.end; ++i) {
    if (std::size_t end = end_of_variable(i, word.end); end > i) i = end - 1;
    else if (line_[i] == separator) found = i;
  }
  return found;
}

std::optional<HeredocMark> DockerfileWords::heredoc_mark(WordSpan word) const {
  std::string_view text = part(word);
  while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
  if (!text.starts_with("<<") || text.starts_with("<<<")) return std::nullopt;
  text.remove_prefix(2);
  HeredocMark mark;
  if (text.starts_with('-')) {
    mark.strips_tabs = true;
    text.remove_prefix(1);
  }
  bool is_quoted = text.size() > 1 && is_quote(text[0]) && text.back() == text[0];
  if (is_quoted) text = text.substr(1, text.size() - 2);
  bool is_name = !text.empty() && is_name_start(text[0]) && std::ranges::all_of(text, is_name_char);
  if (!is_name) return std::nullopt;
  mark.delimiter = text;
  return mark;
}

std::optional<std::vector<JsonString>> DockerfileWords::json_strings(std::size_t at,
                                                                     const std::function<bool(WordSpan)>& is_string) const {
  if (at_end(at) || line_[at] != '[') return std::nullopt;
  std::vector<JsonString> strings;
  at = skip_blanks(at + 1);
  bool is_closed = !at_end(at) && line_[at] == ']';
  while (!at_end(at) && !is_closed) {
    JsonString item;
    item.span = {at, at};
    if (!read_json_string(item)) {
      while (!at_end(item.span.end) && is_name_char(line_[item.span.end])) ++item.span.end;
      if (!is_string(item.span)) return std::nullopt;
    }
    at = skip_blanks(item.span.end);
    strings.push_back(std::move(item));
    if (at_end(at)) return std::nullopt;
    is_closed = line_[at] == ']';
    if (!is_closed && line_[at] != ',') return std::nullopt;
    if (!is_closed) at = skip_blanks(at + 1);
  }
  if (!is_closed || !at_end(skip_blanks(at + 1))) return std::nullopt;
  return strings;
}

bool DockerfileWords::read_json_string(JsonString& out) const {
  std::size_t at = out.span.begin;
  if (line_[at] != '"') return false;
  for (++at; at < line_.size(); ++at) {
    char c = line_[at];
    if (c == '"') {
      out.span.end = at + 1;
      return true;
    }
    if (c == '\\' && at + 1 < line_.size()) {
      char escaped = line_[++at];
      if (escaped != '"' && escaped != '\\' && escaped != '/') out.content += '\\';
      out.content += escaped;
    } else {
      out.content += c;
    }
  }
  out.content.clear();
  return false;
}

}  // namespace sluice
