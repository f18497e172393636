// Handlebars and Mustache: `{{escaped}}`, `{{{as it is}}}`, `{{&as it is}}`, `{{#block x}}`, `{{> partial}}`.
// https://handlebarsjs.com/guide/ https://mustache.github.io/mustache.5.html
//
// A name is one of the thing that the block around is for, and of the page where that has none.
#include <algorithm>

#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

constexpr std::size_t kDeepest = 20;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { around_.push_back("sluice_context"); }

  Page run() {
    page_.names_are_given = false;
    for (std::size_t at = 0;;) {
      std::size_t begin = text_.find("{{", at);
      if (begin == std::string_view::npos) return std::move(page_);
      std::string_view rest = text_.substr(begin + 2);
      bool is_comment = rest.starts_with("!--"), is_triple = rest.starts_with('{');
      std::string_view closer = is_comment ? "--}}" : is_triple ? "}}}" : "}}";
      std::size_t end = text_.find(closer, begin + 2);
      if (end == std::string_view::npos) return std::move(page_);
      html_.read(text_.substr(at, begin - at));
      at = end + closer.size();
      ByteRange whole{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
      tag(whole, trimmed(text_, begin + (is_triple ? 3 : 2), end), is_triple);
    }
  }

 private:
  void tag(ByteRange whole, ByteRange inner, bool is_triple) {
    constexpr std::string_view kTilde = "~";
    if (inner.begin < inner.end && kTilde.contains(text_[inner.begin])) ++inner.begin;
    if (inner.begin < inner.end && kTilde.contains(text_[inner.end - 1])) --inner.end;
    inner = trimmed(text_, inner.begin, inner.end);
    if (inner.begin == inner.end) return;
    char sign = text_[inner.begin];
    bool has_sign = std::string_view("#^/>&!*").contains(sign);
    ByteRange rest = has_sign ? trimmed(text_, inner.begin + 1, inner.end) : inner;
    switch (has_sign ? sign : 0) {
      case '!': case '*': return;
      case '#': return block(whole, rest);
      case '^': return rest.begin == rest.end ? void() : open(whole, {}, false);
      case '/': return close(whole);
      case '>': return partial(whole, rest);
      default: break;
    }
    if (text_of(text_, rest) == "else" || text_of(text_, rest).starts_with("else ")) return;
    output(whole, rest, is_triple || sign == '&');
  }

  struct Part {
    ByteRange key;    // of `key=value`; empty without
    ByteRange value;  // a path, a text, a call in brackets
  };

  // What blanks separate, outside of texts and brackets.
  std::vector<Part> parts_of(ByteRange of) const {
    constexpr std::size_t kMost = 30;
    std::vector<Part> parts;
    for (std::uint32_t at = of.begin; at < of.end && parts.size() < kMost;) {
      while (at < of.end && std::string_view(" \t\r\n").contains(text_[at])) ++at;
      Part part{{at, at}, {at, at}};
      int depth = 0;
      for (; at < of.end; ++at) {
        char c = text_[at];
        if (c == '"' || c == '\'') {
          for (++at; at < of.end && text_[at] != c; ++at) {}
        } else if (c == '(') ++depth;
        else if (c == ')') --depth;
        else if (c == '=' && depth == 0 && part.key.end == part.key.begin) part.key.end = at, part.value.begin = at + 1;
        else if (depth == 0 && std::string_view(" \t\r\n").contains(c)) break;
      }
      at = std::min(at, of.end);
      part.value.end = std::max(at, part.value.begin);
      if (part.value.begin < part.value.end) parts.push_back(part);
    }
    return parts;
  }

  // `user.name`, `../name`, `this`, `@root.name`, `"text"`, `(helper x y)`.
  void expression(ExtractedText& out, ByteRange range, std::size_t depth = 0) const {
    std::string_view spelled = text_of(text_, range);
    ByteRange at_begin{range.begin, range.begin};
    if (spelled.empty() || depth > kDeepest) return put(out, "null", at_begin);
    if (spelled[0] == '"' || spelled[0] == '\'' || (spelled[0] >= '0' && spelled[0] <= '9')) return copy(out, text_, range);
    if (spelled[0] == '(') return call(out, trimmed(text_, range.begin + 1, range.end - (spelled.back() == ')' ? 1 : 0)), depth + 1);
    if (spelled == "true" || spelled == "false" || spelled == "null" || spelled == "undefined") return copy(out, text_, range);
    path(out, range);
  }

  void call(ExtractedText& out, ByteRange range, std::size_t depth) const {
    std::vector<Part> parts = parts_of(range);
    if (parts.empty()) return put(out, "null", {range.begin, range.begin});
    put(out, "SluiceFilter.", {range.begin, range.begin});
    ByteRange name = next_word(text_, parts[0].value.begin, parts[0].value.end);
    if (name.begin == name.end) put(out, "helper", {range.begin, range.begin});
    else copy(out, text_, name);
    put(out, "(", {range.begin, range.begin});
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (i > 1) put(out, ", ", {range.begin, range.begin});
      expression(out, parts[i].value, depth);
    }
    put(out, ")", {range.end, range.end});
  }

  void path(ExtractedText& out, ByteRange range) const {
    std::size_t level = around_.size() - 1;
    std::uint32_t at = range.begin;
    bool is_root = false, is_own = false;
    while (text_.substr(at, range.end - at).starts_with("../")) at += 3, level -= level > 0 ? 1 : 0, is_own = true;
    if (text_.substr(at, range.end - at).starts_with("@root")) at += 5, is_root = true;
    ByteRange begin{range.begin, at};
    if (is_root) level = 0;
    std::vector<ByteRange> words;
    for (ByteRange word = next_word(text_, at, range.end); word.begin < word.end; word = next_word(text_, word.end, range.end)) words.push_back(word);
    if (!words.empty() && text_of(text_, words[0]) == "this") words.erase(words.begin()), is_own = true;
    auto named = [&](const std::string& base) {
      put(out, base, begin);
      for (ByteRange word : words) put(out, ".", {word.begin, word.begin}), copy(out, text_, word);
    };
    bool may_be_outer = level > 0 && !is_own && !is_root && !words.empty();
    if (!may_be_outer) return named(around_[level]);
    put(out, "(", begin), named(around_[level]), put(out, " || ", begin), named(around_[0]), put(out, ")", {range.end, range.end});
  }

  void output(ByteRange whole, ByteRange inner, bool is_raw) {
    std::vector<Part> parts = parts_of(inner);
    Piece piece{.kind = Piece::Kind::Output, .range = whole};
    if (parts.size() > 1) call(piece.code, inner, 0);
    else expression(piece.code, inner);
    piece.is_escaped = !is_raw;
    piece.place = html_.put(text_.substr(whole.end, 1));
    page_.pieces.push_back(std::move(piece));
  }

  void block(ByteRange whole, ByteRange rest) {
    ByteRange name = next_word(text_, rest.begin, rest.end);
    std::string_view word = text_of(text_, name);
    ByteRange more = trimmed(text_, name.end, rest.end);
    bool is_helper = more.begin < more.end && (name.end < rest.end && text_[name.end] == ' ');
    if (word == "if" || word == "unless") return open(whole, {}, false);
    // `{{#each items as |item|}}`
    std::string_view spelled = text_of(text_, more);
    std::size_t as = spelled.find(" as |");
    ByteRange of = is_helper ? ByteRange{more.begin, as == std::string_view::npos ? more.end : static_cast<std::uint32_t>(more.begin + as)} : rest;
    if (is_helper && word != "each" && word != "with") of = parts_of(of).empty() ? of : parts_of(of)[0].value;
    open(whole, of, word != "with");
  }

  // A block whose names are those of `of`, or of its elements; without, those of the block around.
  void open(ByteRange whole, ByteRange of, bool is_list) {
    if (around_.size() >= kDeepest) {
      ++too_deep_;
      return;
    }
    if (of.begin == of.end) return around_.push_back(around_.back());
    std::string name = "sluice_item" + std::to_string(++items_);
    Piece piece{.kind = Piece::Kind::Set, .range = whole};
    ExtractedText variable;
    put(variable, name, {whole.begin, whole.begin});
    put(piece.code, is_list ? "SluiceTemplate.element(" : "(", {whole.begin, whole.begin});
    expression(piece.code, of);
    put(piece.code, ")", {whole.end, whole.end});
    piece.names.push_back(std::move(variable));
    page_.pieces.push_back(std::move(piece));
    around_.push_back(std::move(name));
  }

  void close(ByteRange) {
    if (too_deep_ > 0) --too_deep_;
    else if (around_.size() > 1) around_.pop_back();
  }

  void partial(ByteRange whole, ByteRange rest) {
    std::vector<Part> parts = parts_of(rest);
    if (parts.empty() || text_[parts[0].value.begin] == '(') return;
    Piece piece{.kind = Piece::Kind::Code, .range = whole};
    ByteRange name = parts[0].value;
    bool is_quoted = text_[name.begin] == '"' || text_[name.begin] == '\'';
    if (is_quoted && name.end - name.begin >= 2) ++name.begin, --name.end;
    put(piece.code, "SluiceTemplate.include('", {whole.begin, whole.begin});
    copy(piece.code, text_, name);
    put(piece.code, "', ", {whole.end, whole.end});
    bool has_own = parts.size() > 1 && parts[1].key.begin == parts[1].key.end;
    if (has_own) expression(piece.code, parts[1].value);
    else put(piece.code, around_.back(), {whole.begin, whole.begin});
    put(piece.code, ", {", {whole.end, whole.end});
    for (const Part& part : parts) {
      if (part.key.begin == part.key.end) continue;
      copy(piece.code, text_, part.key), put(piece.code, ": ", {part.key.end, part.key.end}), expression(piece.code, part.value), put(piece.code, ", ", {whole.end, whole.end});
    }
    put(piece.code, "});", {whole.end, whole.end});
    page_.pieces.push_back(std::move(piece));
  }

  std::string_view text_;
  HtmlReader html_;
  Page page_;
  std::vector<std::string> around_;  // what names are looked up in, by block
  std::size_t too_deep_ = 0, items_ = 0;
};

}  // namespace

Page read_handlebars(std::string_view text, const Host&) { return Reader(text).run(); }

}  // namespace sluice::templates
