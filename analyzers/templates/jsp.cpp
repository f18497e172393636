// JSP: Java between `<%` and `%>`, expressions `${...}`, which are put out as they are, and the tags of JSTL.
// https://jakarta.ee/specifications/pages/3.1/ https://jakarta.ee/specifications/tags/3.0/
#include <algorithm>

#include "analyzers/templates/expression.h"
#include "analyzers/templates/markup_tags.h"
#include "analyzers/templates/readers.h"
#include "analyzers/templates/script_tags.h"

namespace sluice::templates {
namespace {

// What a page has without declaring it. Attributes of the request are the names that are given.
constexpr std::string_view kImplicit =
    "javax.servlet.http.HttpServletRequest request = (javax.servlet.http.HttpServletRequest) sluice_context; "
    "javax.servlet.http.HttpServletResponse response = null; javax.servlet.http.HttpSession session = request.getSession(); "
    "javax.servlet.jsp.JspWriter out = null; Object requestScope = sluice_context.attributes; Object sessionScope = session.attributes; "
    "SluiceParameters param = SluiceTemplate.parameters(); SluiceParameters paramValues = SluiceTemplate.parameters(); "
    "SluiceParameters header = SluiceTemplate.parameters();";

class Reader {
 public:
  Reader(std::string_view text, const Host& host) : text_(text), host_(host) {}

  Page run() {
    std::uint32_t at = 0;
    for (const ScriptTag& tag : script_tags(text_)) {
      markup(tag.before);
      at = tag.range.end;
      if (tag.before.end >= behind_) script(tag);
    }
    markup({at, static_cast<std::uint32_t>(text_.size())});
    put(page_.before, kImplicit, {0, 0});
    return std::move(page_);
  }

 private:
  void script(const ScriptTag& tag) {
    ByteRange code = trimmed(text_, tag.code.begin, tag.code.end);
    if (code.begin == code.end || tag.sign == '#') return;
    if (tag.sign == '@') return directive(tag.range, code);
    if (tag.sign == '!') {
      copy(page_.members, text_, code);
      put(page_.members, "\n", {code.end, code.end});
      return;
    }
    Piece piece{.kind = tag.sign == '=' ? Piece::Kind::Output : Piece::Kind::Code, .range = tag.range};
    copy(piece.code, text_, code);
    if (tag.sign == '=') piece.is_escaped = false, piece.place = html_.put(text_.substr(tag.range.end, 1));
    page_.pieces.push_back(std::move(piece));
  }

  // `<%@ include file="x.jspf" %>`, `<%@ page import="a.b.C" %>`
  void directive(ByteRange whole, ByteRange code) {
    std::string_view spelled = text_of(text_, code);
    std::size_t file = spelled.find("file=");
    if (!spelled.starts_with("include") || file == std::string_view::npos || file + 6 >= spelled.size()) return;
    std::size_t end = spelled.find(spelled[file + 5], file + 6);
    if (end == std::string_view::npos) return;
    include(whole, {static_cast<std::uint32_t>(code.begin + file + 6), static_cast<std::uint32_t>(code.begin + end)});
  }

  void include(ByteRange whole, ByteRange name) {
    Piece piece{.kind = Piece::Kind::Include, .range = whole};
    if (text_of(text_, name).find_first_of("\"$<\n") != std::string_view::npos) return;
    put(piece.code, "\"", {name.begin, name.begin});
    copy(piece.code, text_, name);
    put(piece.code, "\"", {name.end, name.end});
    page_.pieces.push_back(std::move(piece));
  }

  // Tags of libraries and expressions in a part of the page without scripts.
  void markup(ByteRange part) {
    std::size_t at = std::max(part.begin, behind_), seen = at;
    while (at < part.end) {
      std::size_t next = text_.substr(0, part.end).find_first_of("<$#", at);
      if (next == std::string_view::npos) break;
      at = next + 1;
      if (text_[next] == '<') {
        std::optional<MarkupTag> tag = has_prefix(next) ? read_tag(text_, next) : std::nullopt;
        if (!tag) continue;
        html_.read(text_.substr(seen, next - seen));
        library_tag(*tag);
        at = seen = tag->range.end;
      } else if (next + 1 < part.end && text_[next + 1] == '{') {
        std::size_t end = find_end(next + 2, part.end);
        if (end == std::string_view::npos) continue;
        html_.read(text_.substr(seen, next - seen));
        output({static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(end + 1)}, {static_cast<std::uint32_t>(next + 2), static_cast<std::uint32_t>(end)}, false);
        at = seen = end + 1;
      }
    }
    if (seen < part.end) html_.read(text_.substr(seen, part.end - seen));
    behind_ = static_cast<std::uint32_t>(std::max(seen, static_cast<std::size_t>(part.begin)));
  }

  // `<c:out`, `</c:if`: not `<a href="x:y"`.
  bool has_prefix(std::size_t at) const {
    std::size_t from = at + 1 < text_.size() && text_[at + 1] == '/' ? at + 2 : at + 1, to = from;
    while (to < text_.size() && is_word(text_[to]) && to < from + 40) ++to;
    return to > from && to < text_.size() && text_[to] == ':';
  }

  std::size_t find_end(std::size_t from, std::size_t end) const {
    end = std::min(end, from + kLongestExpression);
    std::size_t close = text_.substr(0, end).find('}', from);
    return close;
  }

  void output(ByteRange whole, ByteRange code, bool is_escaped) {
    Piece piece{.kind = Piece::Kind::Output, .range = whole, .code = translate(text_, trimmed(text_, code.begin, code.end), host_, Style::Java).code};
    piece.is_escaped = is_escaped;
    piece.place = html_.put(text_.substr(whole.end, 1));
    page_.pieces.push_back(std::move(piece));
  }

  // What `${...}` in an attribute says; an empty range without.
  ByteRange expression_in(ByteRange value) const {
    std::string_view spelled = text_of(text_, value);
    std::size_t open = std::min(spelled.find("${"), spelled.find("#{"));
    if (open == std::string_view::npos) return {value.begin, value.begin};
    std::size_t close = spelled.find('}', open);
    if (close == std::string_view::npos) return {value.begin, value.begin};
    return {static_cast<std::uint32_t>(value.begin + open + 2), static_cast<std::uint32_t>(value.begin + close)};
  }

  void library_tag(const MarkupTag& tag) {
    std::string_view full = text_of(text_, tag.name), name = full.substr(full.find(':') + 1);
    if (tag.is_end) return;
    auto value = [&](std::string_view attribute) { return tag.value_of(text_, attribute); };
    auto has = [](ByteRange range) { return range.begin < range.end; };
    if (name == "out") {
      ByteRange code = expression_in(value("value"));
      bool is_escaped = text_of(text_, value("escapeXml")) != "false";
      if (has(code)) output(tag.range, code, is_escaped);
    } else if (name == "forEach" || name == "forTokens") {
      if (ByteRange code = expression_in(value("items")); has(code)) set(tag.range, value("var"), code, true);
    } else if (name == "set") {
      if (ByteRange code = expression_in(value("value")); has(code)) set(tag.range, value("var"), code, false);
    } else if (full == "jsp:include" || name == "import") {
      ByteRange page = has(value("page")) ? value("page") : value("url");
      if (has(page)) include(tag.range, page);
    } else if (full == "jsp:useBean" || full == "jsp:getProperty") {
      return;
    }
  }

  // `element`: what is set is one of the list.
  void set(ByteRange whole, ByteRange word, ByteRange code, bool is_element) {
    ByteRange name = next_word(text_, word.begin, word.end);
    if (name.begin == name.end) return;
    Piece piece{.kind = Piece::Kind::Set, .range = whole};
    put(piece.code, is_element ? "SluiceTemplate.element(" : "(", {code.begin, code.begin});
    add(piece.code, translate(text_, trimmed(text_, code.begin, code.end), host_, Style::Java).code);
    put(piece.code, ")", {code.end, code.end});
    ExtractedText variable;
    copy(variable, text_, name);
    piece.names.push_back(std::move(variable));
    page_.pieces.push_back(std::move(piece));
  }

  std::string_view text_;
  const Host& host_;
  HtmlReader html_;
  Page page_;
  std::uint32_t behind_ = 0;  // what was read already: a tag of a library may hold scripts
};

}  // namespace

Page read_jsp(std::string_view text, const Host& host) { return Reader(text, host).run(); }

}  // namespace sluice::templates
