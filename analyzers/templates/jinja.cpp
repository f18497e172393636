// Jinja, Django, Nunjucks and Twig: `{{ output }}`, `{% tag %}`, `{# comment #}`.
// https://jinja.palletsprojects.com/templates/ https://docs.djangoproject.com/ref/templates/builtins/
// https://twig.symfony.com/doc/3.x/tags/index.html
#include <algorithm>

#include "analyzers/templates/expression.h"
#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

class Reader {
 public:
  Reader(std::string_view text, const Host& host, Style style) : text_(text), host_(host), style_(style) {}

  Page run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      std::size_t begin = text_.find('{', at);
      while (begin != std::string_view::npos && (begin + 1 >= text_.size() || !std::string_view("{%#").contains(text_[begin + 1]))) begin = text_.find('{', begin + 1);
      if (begin == std::string_view::npos) break;
      std::string_view closer = text_[begin + 1] == '{' ? "}}" : text_[begin + 1] == '%' ? "%}" : "#}";
      std::size_t end = find_closer(closer, begin + 2);
      if (end == std::string_view::npos) break;
      html_.read(text_.substr(at, begin - at));
      at = end + 2;
      if (closer == "}}") output(begin, end);
      else if (closer == "%}") at = tag(begin, end);
    }
    page_.has_plain = true;
    begin_page();
    return std::move(page_);
  }

 private:
  // What was not found once is not behind it either.
  std::size_t find_closer(std::string_view closer, std::size_t from) {
    bool& is_missing = is_missing_[closer == "}}" ? 0 : closer == "%}" ? 1 : 2];
    if (is_missing) return std::string_view::npos;
    std::size_t end = text_.find(closer, from);
    is_missing = end == std::string_view::npos;
    return end;
  }

  static ByteRange range(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

  // Without the dashes that take blanks away.
  ByteRange inner(std::size_t begin, std::size_t end) const {
    begin += 2;
    if (begin < end && std::string_view("-+~").contains(text_[begin])) ++begin;
    if (begin < end && std::string_view("-+~").contains(text_[end - 1])) --end;
    return trimmed(text_, begin, end);
  }

  void begin_page() {
    if (host_.language == Language::Python) put(page_.before, "request = SluiceTemplate.request(sluice_context)", {0, 0});
  }

  bool escapes() const { return escapes_.empty() || escapes_.back(); }

  void output(std::size_t begin, std::size_t end) {
    Expression expression = translate(text_, inner(begin, end), host_, style_);
    Piece piece{.kind = Piece::Kind::Output, .range = range(begin, end + 2), .code = std::move(expression.code)};
    piece.is_escaped = escapes() && !expression.is_marked_safe;
    piece.place = html_.put(text_.substr(end + 2, 1));
    page_.pieces.push_back(std::move(piece));
  }

  void add(Piece::Kind kind, ByteRange whole, ByteRange expression) {
    page_.pieces.push_back({.kind = kind, .range = whole, .code = translate(text_, expression, host_, style_).code});
  }

  ExtractedText name(ByteRange word) const {
    ExtractedText out;
    put(out, host_.variable_prefix, {word.begin, word.begin});
    copy(out, text_, word);
    return out;
  }

  // Where the tag's content ends. `end` is that of its `%}`.
  std::size_t tag(std::size_t begin, std::size_t end) {
    ByteRange whole = range(begin, end + 2), content = inner(begin, end), word = next_word(text_, content.begin, content.end);
    std::string_view what = text_of(text_, word);
    ByteRange rest = trimmed(text_, word.end, content.end);
    if (what == "if" || what == "elif" || what == "elseif" || what == "elsif") {
      add(what == "if" ? Piece::Kind::If : Piece::Kind::ElseIf, whole, rest);
    } else if (what == "unless" || what == "ifequal" || what == "ifchanged" || what == "ifnotequal") {
      add(Piece::Kind::If, whole, {rest.begin, rest.begin});
    } else if (what == "else") {
      page_.pieces.push_back({.kind = Piece::Kind::Else, .range = whole});
    } else if (what == "for") {
      loop(whole, rest);
    } else if (what == "endif" || what == "endfor" || what == "endmacro" || what == "endunless" || what == "endifequal" || what == "endifchanged" || what == "endifnotequal") {
      page_.pieces.push_back({.kind = Piece::Kind::End, .range = whole});
    } else if (what == "set" || what == "assign") {
      set(whole, rest);
    } else if (what == "with") {
      with(whole, rest);
    } else if (what == "include" || what == "extends" || what == "embed") {
      include(whole, rest);
    } else if (what == "macro") {
      macro(whole, rest);
    } else if (what == "autoescape") {
      std::string_view setting = text_of(text_, rest);
      escapes_.push_back(setting != "off" && setting != "false" && setting != "False");
    } else if (what == "endautoescape") {
      if (!escapes_.empty()) escapes_.pop_back();
    } else if (what == "raw" || what == "verbatim" || what == "comment") {
      return skip(what, end + 2);
    }
    return end + 2;
  }

  // To the end of what is no template.
  std::size_t skip(std::string_view what, std::size_t from) {
    std::string closer = "end" + std::string(what);
    std::size_t end = text_.find(closer, from);
    if (end == std::string_view::npos) return from;
    html_.read(text_.substr(from, end - from));
    std::size_t behind = text_.find("%}", end);
    return behind == std::string_view::npos ? text_.size() : behind + 2;
  }

  // The word at which a part of a tag begins, outside of texts and brackets; `end` without.
  std::uint32_t find_word(ByteRange in, std::string_view wanted) const {
    int depth = 0;
    for (std::uint32_t at = in.begin; at < in.end; ++at) {
      char c = text_[at];
      if (c == '"' || c == '\'') {
        for (++at; at < in.end && text_[at] != c; ++at) {}
      } else if (std::string_view("([{").contains(c)) ++depth;
      else if (std::string_view(")]}").contains(c)) --depth;
      else if (depth == 0 && is_word_begin(c) && (at == in.begin || !is_word(text_[at - 1]))) {
        ByteRange word = next_word(text_, at, in.end);
        if (text_of(text_, word) == wanted) return at;
        at = word.end - 1;
      }
    }
    return in.end;
  }

  void loop(ByteRange whole, ByteRange rest) {
    std::uint32_t in = find_word(rest, "in");
    Piece piece{.kind = Piece::Kind::For, .range = whole};
    for (ByteRange word = next_word(text_, rest.begin, in); word.begin < word.end; word = next_word(text_, word.end, in)) piece.names.push_back(name(word));
    if (in == rest.end || piece.names.empty()) return add(Piece::Kind::If, whole, {rest.begin, rest.begin});
    ByteRange over{std::min(in + 2, rest.end), rest.end};
    for (std::string_view end : {"if", "recursive", "reversed"}) over.end = std::min(over.end, find_word(over, end));
    piece.code = translate(text_, trimmed(text_, over.begin, over.end), host_, style_).code;
    page_.pieces.push_back(std::move(piece));
  }

  void set(ByteRange whole, ByteRange rest) {
    std::size_t equals = text_.substr(0, rest.end).find('=', rest.begin);
    ByteRange word = next_word(text_, rest.begin, std::min<std::size_t>(equals, rest.end));
    if (word.begin == word.end || equals == std::string_view::npos) return;
    page_.pieces.push_back({.kind = Piece::Kind::Set, .range = whole, .code = translate(text_, trimmed(text_, equals + 1, rest.end), host_, style_).code, .names = {name(word)}});
  }

  // `a=b c=d`, `b as a`; and of an include.
  std::vector<std::pair<ExtractedText, ExtractedText>> given(ByteRange rest) const {
    std::vector<std::pair<ExtractedText, ExtractedText>> out;
    std::uint32_t as = find_word(rest, "as");
    if (as < rest.end) {
      ByteRange word = next_word(text_, as + 2, rest.end);
      if (word.begin < word.end) out.emplace_back(name(word), translate(text_, trimmed(text_, rest.begin, as), host_, style_).code);
      return out;
    }
    constexpr std::size_t kMost = 50;
    for (std::uint32_t at = rest.begin; at < rest.end && out.size() < kMost;) {
      ByteRange word = next_word(text_, at, rest.end);
      std::uint32_t next = word.end;
      bool is_quoted_key = next < rest.end && (text_[next] == '\'' || text_[next] == '"') && word.begin > rest.begin && text_[word.begin - 1] == text_[next];
      if (is_quoted_key) ++next;
      while (next < rest.end && (text_[next] == ' ' || text_[next] == ':')) ++next;
      // A map of Twig's is `{a: b}`.
      bool is_pair = word.begin < word.end && next < rest.end && (text_[next] == '=' || text_[next - 1] == ':' || (next > word.end && text_.substr(word.end, next - word.end).contains(':')));
      if (!is_pair) {
        at = std::max(word.end, at + 1);
        continue;
      }
      std::uint32_t from = text_[next] == '=' ? next + 1 : next, end = value_end(from, rest.end);
      out.emplace_back(name(word), translate(text_, trimmed(text_, from, end), host_, style_).code);
      at = end;
    }
    return out;
  }

  // A blank or a comma outside of texts and brackets ends it.
  std::uint32_t value_end(std::uint32_t at, std::uint32_t end) const {
    int depth = 0;
    while (at < end && text_[at] == ' ') ++at;
    for (; at < end; ++at) {
      char c = text_[at];
      if (c == '"' || c == '\'') {
        for (++at; at < end && text_[at] != c; ++at) {}
      } else if (std::string_view("([{").contains(c)) ++depth;
      else if (std::string_view(")]}").contains(c) && depth-- == 0) return at;
      else if (depth == 0 && (c == ' ' || c == ',')) return at;
    }
    return end;
  }

  void with(ByteRange whole, ByteRange rest) {
    for (auto& [word, value] : given(rest)) page_.pieces.push_back({.kind = Piece::Kind::Set, .range = whole, .code = std::move(value), .names = {std::move(word)}});
  }

  void include(ByteRange whole, ByteRange rest) {
    std::uint32_t end = rest.end;
    for (std::string_view word : {"with", "without", "ignore", "only"}) end = std::min(end, find_word(rest, word));
    Piece piece{.kind = Piece::Kind::Include, .range = whole};
    piece.code = translate(text_, trimmed(text_, rest.begin, end), host_, style_).code;
    std::string_view more = text_.substr(end, rest.end - end);
    piece.gives_context = !more.ends_with("only") && !more.starts_with("without");
    std::uint32_t with = find_word({end, rest.end}, "with");
    if (with < rest.end) piece.given = given({with + 4, rest.end});
    page_.pieces.push_back(std::move(piece));
  }

  void macro(ByteRange whole, ByteRange rest) {
    ByteRange word = next_word(text_, rest.begin, rest.end);
    std::size_t open = text_.substr(0, rest.end).find('(', word.end), close = text_.substr(0, rest.end).rfind(')');
    Piece piece{.kind = Piece::Kind::Macro, .range = whole};
    put(piece.code, "", whole);
    ExtractedText called;
    copy(called, text_, word);
    piece.names.push_back(std::move(called));
    bool has_list = open != std::string_view::npos && close != std::string_view::npos && open < close;
    for (std::uint32_t at = has_list ? static_cast<std::uint32_t>(open) + 1 : rest.end; at < (has_list ? close : rest.end);) {
      ByteRange parameter = next_word(text_, at, close);
      if (parameter.begin == parameter.end) break;
      if (!piece.code.text.empty()) put(piece.code, ", ", {parameter.begin, parameter.begin});
      templates::add(piece.code, name(parameter));
      put(piece.code, "=" + std::string(host_.nothing), {parameter.end, parameter.end});
      std::uint32_t end = parameter.end;
      int depth = 0;
      while (end < close && (depth > 0 || text_[end] != ',')) depth += text_[end] == '(' || text_[end] == '[' ? 1 : text_[end] == ')' || text_[end] == ']' ? -1 : 0, ++end;
      at = end + 1;
    }
    page_.pieces.push_back(std::move(piece));
  }

  std::string_view text_;
  const Host& host_;
  Style style_;
  HtmlReader html_;
  Page page_;
  std::vector<bool> escapes_;
  bool is_missing_[3] = {false, false, false};
};

}  // namespace

Page read_jinja(std::string_view text, const Host& host) { return Reader(text, host, Style::Jinja).run(); }
Page read_twig(std::string_view text, const Host& host) { return Reader(text, host, Style::Twig).run(); }

}  // namespace sluice::templates
