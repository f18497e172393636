#include "analyzers/source/header_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"

namespace sluice {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(0, end);
}

// The text between the quotes or brackets of an `#include`; empty for another directive.
std::string_view included_by(std::string_view directive) {
  std::string_view word = first_word(directive);
  if (word != "include" && word != "include_next" && word != "import") return {};
  std::string_view rest = trim(directive.substr(word.size()));
  if (rest.empty() || (rest.front() != '"' && rest.front() != '<')) return {};
  std::size_t end = rest.find(rest.front() == '<' ? '>' : '"', 1);
  return end == std::string_view::npos ? std::string_view() : rest.substr(0, end + 1);
}

// Splits C and C++ text into words and single characters; comments, literals and preprocessor
// lines are gone. Of the latter it tells includes, and it skips what only C++ compilers see.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  struct Token {
    std::string_view text;  // empty: the end
    std::size_t offset = 0;
    bool is_include = false;
  };

  Token next() {
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '\n') {
        is_line_start_ = true;
        ++at_;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == '\\') {
        ++at_;
      } else if (c == '/' && starts("//")) {
        at_ = line_end(at_);
      } else if (c == '/' && starts("/*")) {
        std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else if (c == '#' && is_line_start_) {
        if (Token include = read_directive(); !include.text.empty()) return include;
      } else if (c == '"' || c == '\'') {
        skip_literal(c);
        is_line_start_ = false;
      } else {
        is_line_start_ = false;
        return read_token();
      }
    }
    return {};
  }

 private:
  bool starts(std::string_view with) const { return text_.substr(at_).starts_with(with); }

  // Of the logical line: a backslash before the end continues it.
  std::size_t line_end(std::size_t at) const {
    for (;;) {
      at = std::min(text_.find('\n', at), text_.size());
      std::size_t before = at > 0 && at < text_.size() && text_[at - 1] == '\r' ? at - 1 : at;
      bool is_continued = at < text_.size() && before > 0 && text_[before - 1] == '\\';
      if (!is_continued) return at;
      ++at;
    }
  }

  void skip_literal(char quote) {
    // A literal ends with its line at the latest: an apostrophe in `#error` or a digit separator must not eat the file.
    for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      else if (text_[at_] == quote) {
        ++at_;
        return;
      }
    }
  }

  Token read_token() {
    std::size_t begin = at_;
    std::string_view word = first_word(text_.substr(begin));
    if (word.empty()) word = text_.substr(begin, starts("::") ? 2 : 1);
    at_ += word.size();
    return {word, begin};
  }

  Token read_directive() {
    std::size_t begin = at_;
    std::size_t end = line_end(at_);
    std::string_view directive = trim(text_.substr(begin + 1, end - begin - 1));
    at_ = end;
    std::string_view word = first_word(directive);
    bool opens = word == "if" || word == "ifdef";
    if (opens && is_for_cpp_only(directive.substr(word.size()))) skip_branch();
    std::string_view included = included_by(directive);
    return {included, begin, true};
  }

  static bool is_for_cpp_only(std::string_view condition) {
    return condition.find("__cplusplus") != std::string_view::npos && condition.find('!') == std::string_view::npos;
  }

  // To the `#else`, `#elif` or `#endif` that belongs to the `#if` before.
  void skip_branch() {
    for (int depth = 0; at_ < text_.size();) {
      std::size_t line = std::min(at_ + 1, text_.size());
      std::size_t end = line_end(line);
      std::string_view content = trim(text_.substr(line, end - line));
      at_ = end;
      if (!content.starts_with('#')) continue;
      std::string_view word = first_word(trim(content.substr(1)));
      if (word.starts_with("if")) ++depth;
      else if (depth == 0 && (word == "endif" || word.starts_with("el"))) return;
      else if (word == "endif") --depth;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_line_start_ = true;
};

// Words that are C++ whatever is around them; C has none of them, or only as names nobody uses.
constexpr std::array<std::string_view, 7> kCppWords = {"static_cast", "dynamic_cast", "reinterpret_cast", "const_cast",
                                                       "decltype",    "noexcept",     "constinit"};

bool is_name(std::string_view token) { return !token.empty() && is_word(token.front()) && (token.front() < '0' || token.front() > '9'); }

// `before`, `token` and `after` are neighbours in the text.
bool is_cpp(std::string_view before, std::string_view token, std::string_view after) {
  if (std::find(kCppWords.begin(), kCppWords.end(), token) != kCppWords.end()) return true;
  bool begins = before.empty() || before == ";" || before == "}" || before == "{" || before == ":" || before == ")" || before == ">";
  if (token == "class") return (begins || before == "enum" || before == "friend") && is_name(after);
  if (token == "namespace") return (begins || before == "using" || before == "inline") && (is_name(after) || after == "{");
  if (token == "using" || token == "virtual") return begins && is_name(after);
  if (token == "template") return begins && after == "<";
  if (token == "public" || token == "private" || token == "protected") return after == ":";
  // `[[gnu::packed]]` is C too.
  if (token == "::") return is_name(before) && is_name(after) && before != "gnu" && before != "clang";
  return false;
}

// `<vector>`: the standard library of C++ has no `.h`.
bool is_cpp_include(std::string_view included) {
  return included.starts_with('<') && included.find('.') == std::string_view::npos;
}

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string marker(std::string_view what, std::string_view text, std::size_t offset) {
  return fmt::format("`{}` at line {}", what, line_at(text, offset));
}

bool is_c_family(const Source& source) { return source.language == Language::C || source.language == Language::Cpp; }

std::string_view without_extension(std::string_view path) { return path.substr(0, path.rfind('.')); }
std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// "a/b/../c.h" and "./c.h" as the tree spells them; what leads above the root stays as it is.
std::string normal(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

class IncludeGraph {
 public:
  IncludeGraph(std::span<Source> sources, std::span<const std::uint32_t> headers) : sources_(sources) {
    for (std::uint32_t header : headers) {
      by_path_.emplace(sources[header].path, header);
      by_name_[file_name(sources[header].path)].push_back(header);
    }
  }

  // The undecided headers that `from` includes by this.
  std::vector<std::uint32_t> find(const Source& from, const std::string& included) const {
    auto same_name = by_name_.find(file_name(included));
    if (same_name == by_name_.end()) return {};
    std::size_t slash = from.path.rfind('/');
    std::string folder = slash == std::string::npos ? "" : from.path.substr(0, slash + 1);
    if (auto exact = by_path_.find(normal(folder + included)); exact != by_path_.end()) return {exact->second};
    std::string ending = normal(included);
    while (ending.starts_with("../")) ending.erase(0, 3);
    std::vector<std::uint32_t> found;
    for (std::uint32_t header : same_name->second) {
      const std::string& path = sources_[header].path;
      if (path == ending || path.ends_with("/" + ending)) found.push_back(header);
    }
    return found;
  }

 private:
  std::span<Source> sources_;
  std::unordered_map<std::string, std::uint32_t> by_path_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_name_;
};

void make_cpp(Source& header, std::string why) {
  header.language = Language::Cpp;
  header.language_reason = "extension .h; " + std::move(why);
}

}  // namespace

std::string find_cpp_marker(std::string_view text) {
  Scanner scanner(text);
  std::string_view before;
  Scanner::Token token = scanner.next();
  while (!token.text.empty()) {
    if (token.is_include) {
      if (is_cpp_include(token.text)) return marker("#include " + std::string(token.text), text, token.offset);
      token = scanner.next();
      continue;
    }
    Scanner::Token after = scanner.next();
    std::string_view next_text = after.is_include ? std::string_view() : after.text;
    if (is_cpp(before, token.text, next_text)) return marker(token.text, text, token.offset);
    before = token.text;
    token = after;
  }
  return "";
}

std::vector<std::string> includes_of(std::string_view text) {
  std::vector<std::string> out;
  Scanner scanner(text);
  for (Scanner::Token token = scanner.next(); !token.text.empty(); token = scanner.next())
    if (token.is_include) out.emplace_back(token.text.substr(1, token.text.size() - 2));
  return out;
}

void decide_header_languages(std::span<Source> sources, std::span<const std::uint32_t> headers, unsigned jobs) {
  if (headers.empty()) return;
  std::vector<std::string> markers(headers.size());
  for_each_index(headers.size(), jobs, [&] { return [&](std::size_t i) { markers[i] = find_cpp_marker(sources[headers[i]].text); }; });
  std::unordered_map<std::string_view, const Source*> implementations;  // C++ files by path without extension
  for (const Source& source : sources)
    if (source.language == Language::Cpp) implementations.emplace(without_extension(source.path), &source);
  std::vector<std::uint32_t> undecided;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    Source& header = sources[headers[i]];
    auto beside = implementations.find(without_extension(header.path));
    if (!markers[i].empty()) make_cpp(header, markers[i]);
    else if (beside != implementations.end()) make_cpp(header, "beside " + beside->second->path);
    else undecided.push_back(headers[i]);
  }
  std::vector<std::vector<std::string>> includes(sources.size());
  for_each_index(undecided.empty() ? 0 : sources.size(), jobs, [&] {
    return [&](std::size_t i) {
      if (is_c_family(sources[i])) includes[i] = includes_of(sources[i].text);
    };
  });
  // From C++ files on, along what they include; each round in the order of paths, so that the
  // includer named in the reason is the same in every run.
  IncludeGraph graph(sources, undecided);
  std::vector<std::uint32_t> round;
  for (std::uint32_t i = 0; i < sources.size(); ++i)
    if (sources[i].language == Language::Cpp) round.push_back(i);
  while (!round.empty()) {
    std::vector<std::uint32_t> next;
    for (std::uint32_t includer : round)
      for (const std::string& included : includes[includer])
        for (std::uint32_t header : graph.find(sources[includer], included)) {
          if (sources[header].language == Language::Cpp) continue;
          make_cpp(sources[header], "included by " + sources[includer].path);
          next.push_back(header);
        }
    std::sort(next.begin(), next.end());
    round = std::move(next);
  }
  for (std::uint32_t header : undecided)
    if (sources[header].language == Language::C) sources[header].language_reason = "extension .h; no sign of C++, and no C++ file includes it";
}

}  // namespace sluice
