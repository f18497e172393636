#include "analyzers/pattern/generic/alien_pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/generic/space_pattern.h"
#include "base/text.h"

namespace sluice {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
    if (!is_plain) out += '\\';
    out += c;
  }
  return out;
}

class Translator {
 public:
  Translator(std::string_view text, const GenericOptions& options) : text_(trim(text)), options_(options) {
    word_ = "[A-Za-z0-9_" + escaped(options.extra_word_characters) + "]";
    std::string_view usual = options.multiline ? "()[]{}" : "()[]{}\"\"''";
    braces_ = (options.braces.empty() ? std::string(usual) : options.braces) + options.extra_braces;
    blank_ = options.multiline ? "\\s*" : "[ \\t]*";
  }

  std::string translate() {
    while (!text_.empty()) translate_part();
    std::string flags = options_.caseless ? "(?i)" : "";
    return flags + "(?(DEFINE)" + node("one", "[ \\t]") + node("any", "\\s") + ")" + out_;
  }

  std::vector<std::string> take_variables() { return std::move(variables_); }

 private:
  // What an ellipsis takes a step: a pair of braces with all that is in it, a word, any other
  // character. Atomic: a pair that was found is not taken apart again. And in a pair nothing opens
  // that does not close: else a run of n open brackets would be tried in 2^n ways.
  std::string node(std::string_view name, std::string_view blank) const {
    std::string openers, pairs;
    for (std::size_t i = 0; i + 1 < braces_.size(); i += 2) openers += escaped(braces_.substr(i, 1));
    for (std::size_t i = 0; i + 1 < braces_.size(); i += 2) {
      std::string close = escaped(braces_.substr(i + 1, 1));
      std::string inner = fmt::format("(?:{}+|{}+|(?!{})(?:(?&{}_pair)|[^\\s{}]))", blank, word_, close, name, openers);
      pairs += fmt::format("{}{}{}*+{}", pairs.empty() ? "" : "|", escaped(braces_.substr(i, 1)), inner, close);
    }
    return fmt::format("(?<{0}_pair>{1})(?<{0}>(?>(?&{0}_pair)|{2}+|\\S))", name, pairs, word_);
  }

  void translate_part() {
    if (std::size_t length = variable_length(text_); length > 0) return add_variable(take(length));
    if (text_.starts_with("....")) return take(4), add_ellipsis(true, "");
    if (text_.starts_with("...")) return take(3), add_ellipsis(options_.multiline, "");
    if (std::size_t length = word_length(text_); length > 0) return add(fmt::format("(?<!{0}){1}(?!{0})", word_, escaped(take(length))));
    std::string_view mark = take(1);
    if (mark == "\n" && !options_.multiline) return add("\\r?\\n");
    if (!trim(mark).empty()) add(escaped(mark));
  }

  std::string_view take(std::size_t length) {
    std::string_view part = text_.substr(0, length);
    text_.remove_prefix(length);
    return part;
  }

  // `$....X` is `$...X` over lines.
  static std::size_t variable_length(std::string_view text) {
    if (!text.starts_with("$....")) return generic_variable_length(text);
    std::size_t length = generic_variable_length(std::string("$...") + std::string(text.substr(5)));
    return length == 0 ? 0 : length + 1;
  }

  std::size_t word_length(std::string_view text) const {
    std::size_t length = 0;
    auto is_word = [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
             options_.extra_word_characters.find(c) != std::string::npos;
    };
    while (length < text.size() && is_word(text[length])) ++length;
    return length;
  }

  void add(std::string_view part) {
    if (!out_.empty()) out_ += blank_;
    out_ += part;
  }

  // As little as can be; the last of a pattern takes the rest of its line or text, up to a
  // brace that closes something before it.
  void add_ellipsis(bool crosses_lines, std::string_view group) {
    std::string_view one = crosses_lines ? "any" : "one";
    std::string_view blanks = crosses_lines ? "\\s*" : "[ \\t]*";
    std::string closers;
    for (std::size_t i = 0; i + 1 < braces_.size(); i += 2)
      if (braces_[i] != braces_[i + 1]) closers += (closers.empty() ? "" : "|") + escaped(braces_.substr(i + 1, 1));
    bool is_end = text_.empty();
    std::string step = is_end && !closers.empty() ? fmt::format("(?!{})(?&{})", closers, one) : fmt::format("(?&{})", one);
    // In pairs first; where that leads nowhere, character by character.
    std::string steps = is_end ? fmt::format("{0}(?:{1}{0})*", step, blanks) : fmt::format("{0}(?:{1}{0})*?|{2}(?:{1}{2})*?", step, blanks, "(?:" + word_ + "+|\\S)");
    std::string ellipsis = fmt::format("({}(?:{})?{})", group.empty() ? "?:" : fmt::format("?<{}>", group), steps, is_end ? "" : "?");
    bool is_between_lines = crosses_lines && !options_.multiline;
    add(is_between_lines ? "\\s*" + ellipsis + "\\s*" : ellipsis);
  }

  void add_variable(std::string_view name) {
    bool crosses_lines = options_.multiline || name.starts_with("$....");
    auto known = std::ranges::find(variables_, name);
    auto index = known - variables_.begin();
    if (known != variables_.end()) return add(fmt::format("(?<!{0})\\k<v{1}>(?!{0})", word_, index));
    variables_.emplace_back(name);
    std::string group = fmt::format("v{}", index);
    if (name.starts_with("$...")) return add_ellipsis(crosses_lines, group);
    add(fmt::format("(?<!{0})(?<{1}>{0}+)(?!{0})", word_, group));
  }

  std::string_view text_;  // what is still to be translated
  const GenericOptions& options_;
  std::string word_, blank_, out_;
  std::string braces_;  // pairs, side by side
  std::vector<std::string> variables_;
};

}  // namespace

Result<AlienPattern> compile_alien_pattern(std::string_view text, const GenericOptions& options, const Place& place) {
  if (trim(text).find_first_not_of(". \t\r\n") == std::string_view::npos)
    return fail(place, "pattern-empty", "the pattern has no word, mark or metavariable to look for");
  Translator translator(text, options);
  AlienPattern pattern;
  SLUICE_TRY(pattern.regex, Regex::compile(translator.translate(), Regex::Mode::Search, place));
  pattern.variables = translator.take_variables();
  return pattern;
}

}  // namespace sluice
