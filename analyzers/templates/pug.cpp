// Pug: a line a tag; `= escaped`, `!= as it is`, `#{escaped}`, `!{as it is}`, `- code`, `each x in xs`.
// https://pugjs.org/language/
//
// What a block holds does not matter to where data goes, only what its names are: so lines are read one by one,
// and `each x in xs` sets x to some element.
#include <algorithm>

#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Page run() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::size_t first = at;
      while (first < end && (text_[first] == ' ' || text_[first] == '\t')) ++first;
      bool is_in_comment = comment_indent_ != kNone && (first - at > comment_indent_ || first == end);
      if (!is_in_comment) {
        comment_indent_ = kNone;
        if (text_.substr(first, 2) == "//") comment_indent_ = first - at;
        else if (first < end) line(range(first, end));
      }
      at = end + 1;
    }
    return std::move(page_);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  static ByteRange range(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

  bool begins(ByteRange line, std::string_view word) const {
    std::string_view spelled = text_of(text_, line);
    return spelled.starts_with(word) && (spelled.size() == word.size() || !is_word(spelled[word.size()]));
  }

  void line(ByteRange line) {
    std::string_view spelled = text_of(text_, line);
    if (begins(line, "each") || begins(line, "for")) return loop(line);
    if (begins(line, "include") || begins(line, "extends")) return include(line, {static_cast<std::uint32_t>(line.begin + 7), line.end});
    for (std::string_view word : {"if", "unless", "else", "case", "when", "while", "block", "append", "prepend", "doctype", "default"})
      if (begins(line, word)) return;
    if (begins(line, "mixin")) return;
    if (spelled[0] == '-') return statement(line);
    std::uint32_t at = head_end(line);
    if (at < line.end && text_[at] == '(') {
      std::uint32_t close = bracket_end(at, line.end);
      attributes({at + 1, close});
      at = std::min(line.end, close + 1);
    }
    std::string_view rest = text_of(text_, {at, line.end});
    if (rest.starts_with("!=")) return output(line, {at + 2, line.end}, false);
    if (rest.starts_with("=")) return output(line, {at + 1, line.end}, true);
    interpolations({at, line.end});
  }

  // `div#id.class`, `|`, `+mixin`
  std::uint32_t head_end(ByteRange line) const {
    std::uint32_t at = line.begin;
    while (at < line.end && (is_word(text_[at]) || std::string_view("#.-+:|/&").contains(text_[at])) && text_.substr(at, 2) != "#{") ++at;
    tag_ = text_of(text_, next_word(text_, line.begin, at));
    return at;
  }

  std::uint32_t bracket_end(std::uint32_t open, std::uint32_t end) const {
    int depth = 0;
    for (std::uint32_t at = open; at < end; ++at) {
      char c = text_[at];
      if (c == '"' || c == '\'' || c == '`') {
        for (++at; at < end && text_[at] != c; ++at) at += text_[at] == '\\' ? 1 : 0;
      } else if (c == '(' || c == '[' || c == '{') ++depth;
      else if ((c == ')' || c == ']' || c == '}') && --depth == 0) return at;
    }
    return end;
  }

  // `href=url, title!=text`: `!=` is not escaped.
  void attributes(ByteRange list) {
    for (std::uint32_t at = list.begin; at < list.end;) {
      std::uint32_t from = at;
      while (from < list.end && !is_word_begin(text_[from])) ++from;
      std::uint32_t name_end = from;
      while (name_end < list.end && (is_word(text_[name_end]) || text_[name_end] == '-' || text_[name_end] == ':')) ++name_end;
      std::string_view name = text_of(text_, {from, name_end});
      std::uint32_t equals = name_end;
      while (equals < list.end && text_[equals] == ' ') ++equals;
      bool is_raw = text_.substr(equals, 2) == "!=" && equals < list.end;
      bool has_value = equals < list.end && (is_raw || text_[equals] == '=');
      std::uint32_t begin = has_value ? equals + (is_raw ? 2 : 1) : name_end, end = begin;
      if (has_value) end = value_end(begin, list.end);
      if (has_value) {
        bool is_address = (name == "href" || name == "action" || name == "formaction" || (name == "src" && tag_ == "iframe")) && tag_ != "link";
        bool is_handler = name.starts_with("on") && name.size() > 2;
        ByteRange value = trimmed(text_, begin, end);
        bool is_name = std::ranges::all_of(text_of(text_, value), [](char c) { return is_word(c) || c == '.'; });
        add_output(value, value, !is_raw, is_handler ? HtmlPlace::Handler : is_address && is_name ? HtmlPlace::Address : HtmlPlace::Quoted);
      }
      at = std::max(end, from + 1);
    }
  }

  std::uint32_t value_end(std::uint32_t at, std::uint32_t end) const {
    bool has_begun = false;
    for (; at < end; ++at) {
      char c = text_[at];
      if (c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == '{') {
        std::uint32_t close = c == '(' || c == '[' || c == '{' ? bracket_end(at, end) : at + 1;
        if (c == '"' || c == '\'' || c == '`')
          while (close < end && text_[close] != c) close += text_[close] == '\\' ? 2 : 1;
        at = std::min(close, end);
        has_begun = true;
      } else if (c == ',' || (has_begun && c == ' ' && !is_operator_near(at, end))) {
        return at;
      } else if (c != ' ') {
        has_begun = true;
      }
    }
    return std::min(at, end);
  }

  bool is_operator_near(std::uint32_t at, std::uint32_t end) const {
    constexpr std::string_view kOperators = "+-*/?:|&<>=";
    std::uint32_t before = at, behind = at;
    while (before > 0 && text_[before - 1] == ' ') --before;
    while (behind < end && text_[behind] == ' ') ++behind;
    return (before > 0 && kOperators.contains(text_[before - 1])) || (behind < end && kOperators.contains(text_[behind]));
  }

  void loop(ByteRange line) {
    std::string_view spelled = text_of(text_, line);
    std::size_t in = std::min(spelled.find(" in "), spelled.find(" of "));
    if (in == std::string_view::npos) return;
    ByteRange name = next_word(text_, line.begin + spelled.find(' '), line.begin + in);
    ByteRange over = trimmed(text_, line.begin + in + 4, line.end);
    if (name.begin == name.end || over.begin == over.end) return;
    Piece piece{.kind = Piece::Kind::Set, .range = line};
    put(piece.code, "SluiceTemplate.element(", {over.begin, over.begin});
    copy(piece.code, text_, over);
    put(piece.code, ")", {over.end, over.end});
    ExtractedText variable;
    copy(variable, text_, name);
    piece.names.push_back(std::move(variable));
    page_.pieces.push_back(std::move(piece));
  }

  void include(ByteRange line, ByteRange name) {
    name = trimmed(text_, name.begin, name.end);
    std::string_view spelled = text_of(text_, name);
    if (spelled.empty() || spelled.find_first_of("'\"` ") != std::string_view::npos) return;
    Piece piece{.kind = Piece::Kind::Include, .range = line};
    put(piece.code, "'", {name.begin, name.begin});
    copy(piece.code, text_, name);
    put(piece.code, "'", {name.end, name.end});
    page_.pieces.push_back(std::move(piece));
  }

  // `- const x = y`; what opens a block (`- if (x) {`, `- for (...)`) is left out.
  void statement(ByteRange line) {
    ByteRange code = trimmed(text_, line.begin + 1, line.end);
    std::string_view spelled = text_of(text_, code);
    bool is_definition = spelled.starts_with("var ") || spelled.starts_with("let ") || spelled.starts_with("const ");
    if (!is_definition || spelled.find('=') == std::string_view::npos || std::ranges::count(spelled, '{') != std::ranges::count(spelled, '}')) return;
    Piece piece{.kind = Piece::Kind::Code, .range = line};
    copy(piece.code, text_, code);
    page_.pieces.push_back(std::move(piece));
  }

  void output(ByteRange line, ByteRange code, bool is_escaped) { add_output(line, trimmed(text_, code.begin, code.end), is_escaped, tag_ == "script" ? HtmlPlace::Script : HtmlPlace::Text); }

  void add_output(ByteRange whole, ByteRange code, bool is_escaped, HtmlPlace place) {
    if (code.begin >= code.end) return;
    Piece piece{.kind = Piece::Kind::Output, .range = whole};
    copy(piece.code, text_, code);
    piece.is_escaped = is_escaped;
    piece.place = place;
    page_.pieces.push_back(std::move(piece));
  }

  // `#{x}` and `!{x}` in the text of a line.
  void interpolations(ByteRange rest) {
    for (std::uint32_t at = rest.begin; at + 1 < rest.end; ++at) {
      bool is_one = (text_[at] == '#' || text_[at] == '!') && text_[at + 1] == '{';
      if (!is_one) continue;
      std::uint32_t close = bracket_end(at + 1, rest.end);
      if (close == rest.end) return;
      add_output({at, close + 1}, trimmed(text_, at + 2, close), text_[at] == '#', HtmlPlace::Text);
      at = close;
    }
  }

  std::string_view text_;
  Page page_;
  mutable std::string_view tag_;           // of the line
  std::size_t comment_indent_ = kNone;     // of the comment that the lines belong to
};

}  // namespace

Page read_pug(std::string_view text, const Host&) { return Reader(text).run(); }

}  // namespace sluice::templates
