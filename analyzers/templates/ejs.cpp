// EJS: JavaScript between `<%` and `%>`; `<%=` escapes, `<%-` does not.
// https://github.com/mde/ejs#tags
#include "analyzers/templates/readers.h"
#include "analyzers/templates/script_tags.h"

namespace sluice::templates {
namespace {

// `include('nav', {user: u})` where a value is put out: the name, and what else it is given.
bool read_include(std::string_view text, ByteRange code, Piece& piece) {
  constexpr std::string_view kWord = "include";
  std::string_view spelled = text_of(text, code);
  if (!spelled.starts_with(kWord) || spelled.size() < kWord.size() + 2) return false;
  ByteRange inner = trimmed(text, code.begin + kWord.size(), code.end);
  if (inner.begin == inner.end || text[inner.begin] != '(' || text[inner.end - 1] != ')') return false;
  piece.kind = Piece::Kind::Code;
  piece.code = {};
  put(piece.code, "SluiceTemplate.include_with(sluice_context, ", {code.begin, code.begin});
  copy(piece.code, text, {inner.begin + 1, inner.end});
  put(piece.code, ";", {inner.end, inner.end});
  return true;
}

}  // namespace

Page read_ejs(std::string_view text, const Host&) {
  Page page;
  HtmlReader html;
  for (const ScriptTag& tag : script_tags(text)) {
    html.read(text_of(text, tag.before));
    ByteRange code = trimmed(text, tag.code.begin, tag.code.end);
    Piece piece{.kind = Piece::Kind::Code, .range = tag.range};
    copy(piece.code, text, code);
    if (tag.sign == '#' || tag.sign == '%') continue;
    if (tag.sign == '=' || tag.sign == '-') {
      piece.kind = Piece::Kind::Output;
      piece.is_escaped = tag.sign == '=';
      piece.place = html.put(text.substr(tag.range.end, 1));
      if (code.begin == code.end) continue;
      if (text[code.end - 1] == ';') piece.code.text.pop_back(), piece.code.places.pop_back();
      if (tag.sign == '-') read_include(text, code, piece);
    }
    page.pieces.push_back(std::move(piece));
  }
  return page;
}

}  // namespace sluice::templates
