// Razor: C# behind `@`, in which pieces of markup stand as statements.
// https://learn.microsoft.com/aspnet/core/mvc/views/razor
//
//   @foreach (var x in Model.Items) { <li>@x.Name</li> }
//
// Code ends where its brackets do; markup in code ends with the element that began it.
#include <algorithm>

#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

constexpr std::size_t kDeepest = 60;

// What views have without declaring it; `Model` gets the type that `@model` says.
constexpr std::string_view kMembers =
    "SluiceHelper Html; SluiceRequest Request; SluiceContext Context; SluiceContext HttpContext;";
constexpr std::string_view kImplicit = "var ViewBag = sluice_context.ViewBag; var ViewData = sluice_context.ViewData; var TempData = sluice_context.TempData; ";

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Page run() {
    page_.names_are_given = false;
    std::size_t at = 0;
    while (at < text_.size()) at = std::max(markup(at, false, 0), at + 1);
    std::string_view type = model_.begin < model_.end ? text_of(text_, model_) : std::string_view();
    put(page_.before, kImplicit, {0, 0});
    if (type.empty()) {
      put(page_.before, "var Model = sluice_context.Model;", {0, 0});
    } else {
      copy(page_.before, text_, model_);
      put(page_.before, " Model = (", {0, 0});
      copy(page_.before, text_, model_);
      put(page_.before, ") sluice_context.Model;", {0, 0});
    }
    put(page_.members, kMembers, {0, 0});
    return std::move(page_);
  }

 private:
  static ByteRange range(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }
  bool is_blank(std::size_t place) const { return std::string_view(" \t\r\n").contains(at(place)) && place < text_.size(); }
  std::size_t skip_blanks(std::size_t place) const {
    while (is_blank(place)) ++place;
    return place;
  }

  // --- markup ---

  // To the end of the text, or of the element that begins at `from`. What is behind it.
  std::size_t markup(std::size_t from, bool is_element, std::size_t depth) {
    std::size_t place = from, seen = from;
    int open = 0;
    auto read_to = [&](std::size_t end) {
      if (end > seen) html_.read(text_.substr(seen, end - seen));
      seen = std::max(seen, end);
    };
    while (place < text_.size()) {
      char c = text_[place];
      if (c == '@') {
        read_to(place);
        std::size_t end = transition(place, depth);
        seen = std::max(end, place + 1), place = seen;
        continue;
      }
      if (is_element && c == '<') {
        std::size_t end = tag_end(place);
        bool is_closing = at(place + 1) == '/';
        bool is_empty = end > place + 2 && text_[end - 2] == '/';
        if (is_word_begin(at(place + 1)) && !is_empty && !is_void(place + 1)) ++open;
        if (is_closing) --open;
        is_last_ = open <= 0 && (is_closing || is_word_begin(at(place + 1)));
        if (is_last_) {
          place = inside_tag(place, end, seen, depth);
          read_to(place);
          return place;
        }
      }
      ++place;
    }
    read_to(place);
    return place;
  }

  // The transitions in a tag that is the last of an element.
  std::size_t inside_tag(std::size_t from, std::size_t end, std::size_t& seen, std::size_t depth) {
    for (std::size_t place = from; place < end;) {
      if (text_[place] != '@') {
        ++place;
        continue;
      }
      if (place > seen) html_.read(text_.substr(seen, place - seen));
      place = std::max(transition(place, depth), place + 1);
      seen = place;
    }
    return std::max(end, seen);
  }

  std::size_t tag_end(std::size_t from) const {
    char quote = 0;
    for (std::size_t place = from; place < std::min(text_.size(), from + kLongestExpression); ++place) {
      char c = text_[place];
      if (quote) quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'') quote = c;
      else if (c == '>' && at(place - 1) != '=') return place + 1;
    }
    return std::min(text_.size(), from + 1);
  }

  bool is_void(std::size_t name) const {
    ByteRange word = next_word(text_, name, text_.size());
    return is_listed(text_of(text_, word), "area base br col embed hr img input link meta source track wbr");
  }

  // --- from markup to code ---

  // What begins with the `@` at `from`; the end of it.
  std::size_t transition(std::size_t from, std::size_t depth) {
    char next = at(from + 1);
    if (next == '@') return from + 2;
    if (next == '*') {
      std::size_t end = is_comment_open_ ? std::string_view::npos : text_.find("*@", from + 2);
      is_comment_open_ |= end == std::string_view::npos;
      return end == std::string_view::npos ? from + 2 : end + 2;
    }
    if (next == '(') return output(from, from + 1, bracket_end(from + 1));
    if (next == '{') return block(from, from + 1, depth);
    bool is_mail = from > 0 && is_word(text_[from - 1]);
    if (!is_word_begin(next) || is_mail) return from + 1;
    ByteRange word = next_word(text_, from + 1, text_.size());
    std::string_view name = text_of(text_, word);
    if (is_listed(name, "if for foreach while switch lock using try do")) return statement(from, word, depth);
    if (is_listed(name, "model inherits using inject namespace page layout implements attribute addTagHelper removeTagHelper tagHelperPrefix typeparam rendermode")) return directive(word);
    if (is_listed(name, "functions code")) return members(from, word);
    if (name == "section" || name == "helper") {
      std::size_t open = skip_blanks(next_word(text_, word.end, text_.size()).end);
      return at(open) == '{' ? open + 1 : word.end;
    }
    std::size_t begin = from + 1;
    if (name == "await") begin = skip_blanks(word.end);
    return output(from, begin, expression_end(begin));
  }

  // `a.b(c)[d].e`
  std::size_t expression_end(std::size_t from) const {
    std::size_t place = next_word(text_, from, text_.size()).end;
    while (place < text_.size()) {
      if (text_[place] == '(' || text_[place] == '[') {
        std::size_t end = bracket_end(place);
        if (end == place) return place;
        place = end;
      } else if ((text_[place] == '.' && is_word_begin(at(place + 1))) || (text_[place] == '?' && at(place + 1) == '.' && is_word_begin(at(place + 2)))) {
        place = next_word(text_, place + 1, text_.size()).end;
      } else if (text_[place] == '!' && at(place + 1) == '.') {
        ++place;
      } else {
        return place;
      }
    }
    return place;
  }

  // Behind the bracket that closes the one at `from`; `from` when none does within a few thousand bytes.
  std::size_t bracket_end(std::size_t from) const {
    int depth = 0;
    const std::size_t most = std::min(text_.size(), from + kLongestExpression);
    for (std::size_t place = from; place < most;) {
      std::size_t behind = literal_end(place);
      if (behind > place) {
        place = behind;
        continue;
      }
      char c = text_[place++];
      if (c == '(' || c == '[' || c == '{') ++depth;
      if ((c == ')' || c == ']' || c == '}') && --depth == 0) return place;
    }
    return from;
  }

  // Behind a text, a character or a comment of C# that begins there; else `from`.
  std::size_t literal_end(std::size_t from) const {
    char c = text_[from];
    const std::size_t most = std::min(text_.size(), from + kLongestExpression);
    if (c == '/' && at(from + 1) == '/') return std::min(text_.find('\n', from), most);
    if (c == '/' && at(from + 1) == '*') {
      std::size_t end = text_.substr(0, most).find("*/", from + 2);
      return end == std::string_view::npos ? from + 2 : end + 2;
    }
    bool is_verbatim = c == '@' && at(from + 1) == '"';
    if (c != '"' && c != '\'' && !is_verbatim) return from;
    std::size_t place = from + (is_verbatim ? 2 : 1);
    char quote = is_verbatim ? '"' : c;
    for (; place < most && text_[place] != quote && (is_verbatim || text_[place] != '\n'); ++place)
      if (!is_verbatim && text_[place] == '\\') ++place;
    return std::min(place + 1, most);
  }

  std::size_t output(std::size_t from, std::size_t begin, std::size_t end) {
    if (end <= begin) return from + 1;
    Piece piece{.kind = Piece::Kind::Output, .range = range(from, end)};
    copy(piece.code, text_, range(begin, end));
    // `@((MarkupString)x)` of Blazor.
    piece.is_escaped = text_.substr(begin, end - begin).find("(MarkupString)") == std::string_view::npos;
    piece.place = html_.put(text_.substr(end, 1));
    page_.pieces.push_back(std::move(piece));
    return end;
  }

  std::size_t directive(ByteRange word) {
    std::size_t line = std::min(text_.find('\n', word.end), text_.size());
    std::string_view name = text_of(text_, word);
    ByteRange rest = trimmed(text_, word.end, line);
    if (name == "model" && model_.begin == model_.end) model_ = rest;
    return line;
  }

  std::size_t members(std::size_t, ByteRange word) {
    std::size_t open = skip_blanks(word.end);
    std::size_t end = at(open) == '{' ? bracket_end(open) : open;
    if (end <= open) return word.end;
    copy(page_.members, text_, range(open + 1, end - 1));
    put(page_.members, "\n", range(end, end));
    return end;
  }

  // --- code ---

  void code(std::size_t begin, std::size_t end) {
    ByteRange inner = trimmed(text_, begin, end);
    if (inner.begin == inner.end) return;
    Piece piece{.kind = Piece::Kind::Code, .range = inner};
    copy(piece.code, text_, inner);
    page_.pieces.push_back(std::move(piece));
  }

  // `@{ ... }`
  std::size_t block(std::size_t from, std::size_t open, std::size_t depth) {
    if (depth >= kDeepest) return from + 1;
    return statements(open, depth + 1);
  }

  // `@if (...) { ... } else if (...) { ... } else { ... }`
  std::size_t statement(std::size_t from, ByteRange word, std::size_t depth) {
    if (depth >= kDeepest) return from + 1;
    std::size_t head = word.begin, open = skip_blanks(word.end);
    // `@using System.Linq` without brackets names a package.
    if (at(open) != '(' && at(open) != '{') return directive(word);
    for (;;) {
      if (at(open) == '(') {
        std::size_t end = bracket_end(open);
        if (end == open) return from + 1;
        open = skip_blanks(end);
      }
      if (at(open) != '{') return open;
      code(head, open);
      std::size_t end = statements(open, depth + 1);
      head = skip_blanks(end);
      ByteRange next = next_word(text_, head, text_.size());
      bool goes_on = next.begin == head && is_listed(text_of(text_, next), "else catch finally while");
      if (!goes_on) return end;
      open = skip_blanks(next.end);
      ByteRange second = next_word(text_, open, text_.size());
      if (second.begin == open && text_of(text_, second) == "if") open = skip_blanks(second.end);
    }
  }

  // Statements from `{` to its `}`, with markup among them.
  std::size_t statements(std::size_t open, std::size_t depth) {
    std::size_t place = open + 1, begin = open;
    int brackets = 1;
    bool is_begin = true;  // of a statement
    while (place < text_.size()) {
      char c = text_[place];
      bool is_element = is_begin && c == '<' && (is_word_begin(at(place + 1)) || at(place + 1) == '!');
      bool is_line = is_begin && c == '@' && at(place + 1) == ':';
      if (is_element || is_line) {
        code(begin, place);
        std::size_t end = is_line ? line(place, depth) : depth < kDeepest ? markup(place, true, depth + 1) : place + 1;
        place = begin = std::max(end, place + 1);
        continue;
      }
      if (c == '@' && is_begin && at(place + 1) != '"') {
        code(begin, place);
        place = begin = std::max(depth < kDeepest ? transition(place, depth + 1) : place + 1, place + 1);
        continue;
      }
      if (std::size_t behind = literal_end(place); behind > place) {
        bool is_comment = c == '/';
        place = behind;
        is_begin = is_begin && is_comment;
        continue;
      }
      if (c == '{') ++brackets;
      if (c == '}' && --brackets == 0) {
        code(begin, place + 1);
        return place + 1;
      }
      if (c == '{' || c == '}' || c == ';' || c == ':') is_begin = true;
      else if (!is_blank(place)) is_begin = false;
      ++place;
    }
    code(begin, text_.size());
    return text_.size();
  }

  // `@: text` to the end of the line.
  std::size_t line(std::size_t from, std::size_t depth) {
    std::size_t end = std::min(text_.find('\n', from), text_.size()), seen = from + 2;
    return inside_tag(from + 2, end, seen, depth);
  }

  std::string_view text_;
  HtmlReader html_;
  Page page_;
  ByteRange model_{0, 0};
  bool is_comment_open_ = false, is_last_ = false;
};

}  // namespace

Page read_razor(std::string_view text, const Host&) { return Reader(text).run(); }

}  // namespace sluice::templates
