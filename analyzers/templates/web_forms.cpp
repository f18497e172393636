// Web Forms: C# between `<%` and `%>`; `<%:` escapes, `<%=` and `<%#` do not. The page's class inherits from the one
// behind it, which has loaded when the page is written.
// https://learn.microsoft.com/previous-versions/aspnet/fy30at8h(v=vs.100)
#include <algorithm>

#include "analyzers/templates/readers.h"
#include "analyzers/templates/script_tags.h"

namespace sluice::templates {
namespace {

// `Inherits="Shop.Pages.Search"` of the directive; an empty range without.
ByteRange class_behind(std::string_view text, ByteRange directive) {
  std::string_view spelled = text_of(text, directive);
  constexpr std::string_view kInherits = "Inherits=";
  std::size_t at = spelled.find(kInherits);
  if (at == std::string_view::npos || at + kInherits.size() >= spelled.size()) return {0, 0};
  char quote = spelled[at + kInherits.size()];
  std::size_t begin = at + kInherits.size() + 1, end = spelled.find(quote, begin);
  if (end == std::string_view::npos || spelled.substr(begin, end - begin).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") != std::string_view::npos) return {0, 0};
  return {static_cast<std::uint32_t>(directive.begin + begin), static_cast<std::uint32_t>(directive.begin + end)};
}

bool is_visual_basic(std::string_view directive) {
  return directive.find("\"VB\"") != std::string_view::npos || directive.find("\"vb\"") != std::string_view::npos;
}

}  // namespace

Page read_web_forms(std::string_view text, const Host&) {
  Page page;
  page.names_are_given = false;
  HtmlReader html;
  for (const ScriptTag& tag : script_tags(text)) {
    html.read(text_of(text, tag.before));
    ByteRange code = trimmed(text, tag.code.begin, tag.code.end);
    if (tag.sign == '@') {
      if (is_visual_basic(text_of(text, code))) return {};
      ByteRange behind = class_behind(text, code);
      if (page.parent.text.empty() && behind.begin < behind.end) copy(page.parent, text, behind), put(page.before, "Page_Load(null, null);", behind);
      continue;
    }
    // A databinding's comment, an expression of settings, a resource.
    bool is_comment = tag.sign == '#' && text_of(text, tag.range).starts_with("<%--");
    if (is_comment || tag.sign == '$' || code.begin == code.end) continue;
    bool is_output = tag.sign == '=' || tag.sign == ':' || tag.sign == '#';
    Piece piece{.kind = is_output ? Piece::Kind::Output : Piece::Kind::Code, .range = tag.range};
    piece.is_escaped = tag.sign == ':' || (tag.sign == '#' && text[code.begin] == ':');
    if (tag.sign == '#' && text[code.begin] == ':') code = trimmed(text, code.begin + 1, code.end);
    copy(piece.code, text, code);
    if (is_output) piece.place = html.put(text.substr(tag.range.end, 1));
    page.pieces.push_back(std::move(piece));
  }
  put(page.members, "SluiceRequest Request; SluiceContext Context; HttpServerUtility Server;", {0, 0});
  return page;
}

}  // namespace sluice::templates
