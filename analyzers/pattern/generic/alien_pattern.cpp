#include "analyzers/pattern/generic/alien_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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
  Translator(std::string_view text, const GenericOptions& options) : pattern_(trim(text)), options_(options) {
    word_ = "[A-Za-z0-9_" + escaped(options.extra_word_characters) + "]";
    std::string_view usual = options.multiline ? "()[]{}" : "()[]{}\"\"''";
    braces_ = (options.braces.empty() ? std::string(usual) : options.braces) + options.extra_braces;
    blank_ = options.multiline ? "\\s*+" : "[ \\t]*+";
  }

  // Two ways to read the pattern: with braces in pairs; where that leads nowhere, those that open
  // are characters like others. Not a choice at each ellipsis: those would multiply.
  std::string translate() {
    std::string in_pairs = translate_with(Pairs::Yes), by_character = translate_with(Pairs::No);
    std::string flags = options_.caseless ? "(?i)" : "";
    return flags + "(?(DEFINE)" + node("one", "[ \\t]") + node("any", "\\s") + ")(?|" + in_pairs + "|" + by_character + ")";
  }

  std::string take_rarest_word() { return options_.caseless ? std::string() : std::move(rarest_word_); }
  std::vector<std::string> take_variables() { return std::move(variables_); }

 private:
  enum class Pairs { Yes, No };

  std::string translate_with(Pairs pairs) {
    pairs_ = pairs;
    text_ = pattern_;
    variables_.clear();
    while (!text_.empty()) translate_part();
    return std::exchange(out_, {});
  }

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
    if (std::size_t length = word_length(text_); length > rarest_word_.size()) rarest_word_ = text_.substr(0, length);
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

  // As little as can be; the last of a pattern takes the rest of its line or text.
  void add_ellipsis(bool crosses_lines, std::string_view group) {
    std::string_view one = crosses_lines ? "any" : "one";
    std::string_view blanks = crosses_lines ? "\\s*+" : "[ \\t]*+";
    bool is_end = text_.empty();
    std::string step = pairs_ == Pairs::Yes ? fmt::format("(?&{})", one) : "(?>" + word_ + "+|\\S)";
    // Out of the braces that it is in it never goes.
    if (std::string closers = closing_braces(); !closers.empty()) step = fmt::format("(?![{}]){}", closers, step);
    std::string_view lazy = is_end ? "" : "?";
    std::string ellipsis = fmt::format("({0}(?:{1}(?:{2}{1})*{3})?{3})", group.empty() ? "?:" : fmt::format("?<{}>", group), step, blanks, lazy);
    // One that begins a pattern begins where the text or the line does.
    if (out_.empty()) ellipsis = (crosses_lines ? "\\A\\s*+" : "(?m:^)[ \\t]*+") + ellipsis;
    bool is_between_lines = crosses_lines && !options_.multiline;
    add(is_between_lines ? "\\s*+" + ellipsis + "\\s*+" : ellipsis);
  }

  // Without those that open, too, like quotes.
  std::string closing_braces() const {
    std::string closers;
    for (std::size_t i = 0; i + 1 < braces_.size(); i += 2)
      if (braces_[i] != braces_[i + 1]) closers += escaped(braces_.substr(i + 1, 1));
    return closers;
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

  std::string_view pattern_;
  std::string_view text_;  // what is still to be translated
  const GenericOptions& options_;
  std::string word_, blank_, out_;
  std::string braces_;  // pairs, side by side
  std::vector<std::string> variables_;
  std::string rarest_word_;
  Pairs pairs_ = Pairs::Yes;
};

}  // namespace

Result<AlienPattern> compile_alien_pattern(std::string_view text, const GenericOptions& options, const Place& place) {
  if (trim(text).find_first_not_of(". \t\r\n") == std::string_view::npos)
    return fail(place, "pattern-empty", "the pattern has no word, mark or metavariable to look for");
  Translator translator(text, options);
  AlienPattern pattern;
  SLUICE_TRY(pattern.regex, Regex::compile(translator.translate(), Regex::Mode::Search, place));
  pattern.rarest_word = translator.take_rarest_word();
  pattern.variables = translator.take_variables();
  return pattern;
}

}  // namespace sluice
