// Thymeleaf: attributes `th:...` and `[[escaped]]`, `[(as it is)]` in the text.
// https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html
#include <algorithm>

#include "analyzers/templates/expression.h"
#include "analyzers/templates/markup_tags.h"
#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

constexpr std::string_view kImplicit = "SluiceParameters param = SluiceTemplate.parameters(); Object session = sluice_context.session;";

class Reader {
 public:
  Reader(std::string_view text, const Host& host) : text_(text), host_(host) {}

  Page run() {
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t next = text_.find_first_of("<[", at);
      if (next == std::string_view::npos) break;
      at = next + 1;
      if (text_[next] == '[') {
        std::size_t end = inlined(next);
        if (end == 0) continue;
        html_.read(text_.substr(seen, next - seen));
        expressions(range(next, end), range(next + 2, end - 2), text_[next + 1] == '[', html_.put(text_.substr(end, 1)));
        at = seen = end;
      } else if (std::optional<MarkupTag> tag = read_tag(text_, next)) {
        html_.read(text_.substr(seen, tag->range.end - seen));
        seen = at = tag->range.end;
        for (const MarkupAttribute& attribute : tag->attributes) read(*tag, attribute);
      }
    }
    put(page_.before, kImplicit, {0, 0});
    return std::move(page_);
  }

 private:
  static ByteRange range(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

  // `[[...]]`, `[(...)]`: the end; 0 for what is none.
  std::size_t inlined(std::size_t begin) const {
    std::string_view closer = text_.substr(begin, 2) == "[[" ? "]]" : text_.substr(begin, 2) == "[(" ? ")]" : "";
    if (closer.empty()) return 0;
    std::size_t end = text_.substr(0, std::min(text_.size(), begin + kLongestExpression)).find(closer, begin + 2);
    return end == std::string_view::npos ? 0 : end + 2;
  }

  void read(const MarkupTag& tag, const MarkupAttribute& attribute) {
    std::string_view name = text_of(text_, attribute.name);
    if (name.starts_with("data-th-")) name.remove_prefix(8);
    else if (name.starts_with("th:")) name.remove_prefix(3);
    else return;
    ByteRange whole{attribute.name.begin, attribute.value.end};
    std::string_view element = text_of(text_, tag.name);
    if (name == "text") expressions(whole, attribute.value, true, element == "script" ? HtmlPlace::Script : HtmlPlace::Text);
    else if (name == "utext") expressions(whole, attribute.value, false, HtmlPlace::Text);
    else if (name.starts_with("on")) expressions(whole, attribute.value, true, HtmlPlace::Handler);
    else if (name == "href" || name == "action" || name == "formaction" || (name == "src" && element == "iframe")) address(whole, attribute.value);
    else if (name == "each") each(whole, attribute.value);
    else if (name == "with") with(whole, attribute.value);
    else if (name == "object") set(whole, "sluice_object", attribute.value, false);
    else if (name == "insert" || name == "replace" || name == "include") include(whole, attribute.value);
  }

  // All `${...}` and `*{...}` in a value.
  template <class Use>
  void each_expression(ByteRange value, Use use) const {
    std::string_view spelled = text_of(text_, value);
    for (std::size_t at = 0; at + 1 < spelled.size(); ++at) {
      bool is_expression = (spelled[at] == '$' || spelled[at] == '*') && spelled[at + 1] == '{';
      if (!is_expression) continue;
      std::size_t end = spelled.find('}', at);
      if (end == std::string_view::npos) return;
      ByteRange code = trimmed(text_, value.begin + at + 2, value.begin + end);
      ExtractedText translated;
      if (spelled[at] == '*') put(translated, "sluice_object.", {code.begin, code.begin});
      add(translated, translate(text_, code, host_, Style::Java).code);
      use(std::move(translated));
      at = end;
    }
  }

  void expressions(ByteRange whole, ByteRange value, bool is_escaped, HtmlPlace place) {
    each_expression(value, [&](ExtractedText code) {
      Piece piece{.kind = Piece::Kind::Output, .range = whole, .code = std::move(code)};
      piece.is_escaped = is_escaped;
      piece.place = place;
      page_.pieces.push_back(std::move(piece));
    });
  }

  // `${url}` and `@{${url}}` alone; what stands before it says where it leads.
  void address(ByteRange whole, ByteRange value) {
    std::string_view spelled = text_of(text_, value);
    bool is_alone = spelled.starts_with("${") || spelled.starts_with("@{${");
    bool is_whole = is_alone && spelled.find('}') + (spelled[0] == '@' ? 2 : 1) == spelled.size();
    expressions(whole, value, true, is_whole ? HtmlPlace::Address : HtmlPlace::Quoted);
  }

  void set(ByteRange whole, std::string_view name, ByteRange value, bool is_element) {
    each_expression(value, [&](ExtractedText code) {
      Piece piece{.kind = Piece::Kind::Set, .range = whole};
      put(piece.code, is_element ? "SluiceTemplate.element(" : "(", {value.begin, value.begin});
      add(piece.code, code);
      put(piece.code, ")", {value.end, value.end});
      ExtractedText variable;
      put(variable, name, {whole.begin, whole.begin});
      piece.names.push_back(std::move(variable));
      page_.pieces.push_back(std::move(piece));
    });
  }

  // `row, state : ${rows}`
  void each(ByteRange whole, ByteRange value) {
    ByteRange name = next_word(text_, value.begin, value.end);
    if (name.begin < name.end) set(whole, text_of(text_, name), {name.end, value.end}, true);
  }

  // `a=${b}, c=${d}`
  void with(ByteRange whole, ByteRange value) {
    for (std::uint32_t at = value.begin; at < value.end;) {
      std::size_t comma = std::min<std::size_t>(text_.substr(0, value.end).find(',', at), value.end);
      ByteRange name = next_word(text_, at, comma);
      if (name.begin < name.end) set(whole, text_of(text_, name), range(name.end, comma), false);
      at = static_cast<std::uint32_t>(comma) + 1;
    }
  }

  // `~{fragments/nav :: menu}`, `fragments/nav :: menu`
  void include(ByteRange whole, ByteRange value) {
    std::string_view spelled = text_of(text_, value);
    std::size_t begin = spelled.starts_with("~{") ? 2 : 0, end = std::min({spelled.find("::"), spelled.find('}'), spelled.find('('), spelled.size()});
    ByteRange name = trimmed(text_, value.begin + begin, value.begin + std::max(begin, end));
    bool is_plain = name.begin < name.end && text_of(text_, name).find_first_of("$\"'{ ") == std::string_view::npos;
    if (!is_plain) return;
    Piece piece{.kind = Piece::Kind::Include, .range = whole};
    put(piece.code, "\"", {name.begin, name.begin});
    copy(piece.code, text_, name);
    put(piece.code, "\"", {name.end, name.end});
    page_.pieces.push_back(std::move(piece));
  }

  std::string_view text_;
  const Host& host_;
  HtmlReader html_;
  Page page_;
};

}  // namespace

Page read_thymeleaf(std::string_view text, const Host& host) { return Reader(text, host).run(); }

}  // namespace sluice::templates
