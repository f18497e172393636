// ERB: Ruby between `<%` and `%>`. Rails escapes `<%= %>`, but not `<%== %>`, `raw` and `html_safe`; plain ERB
// and Sinatra escape nothing.
// https://guides.rubyonrails.org/action_view_overview.html https://sinatrarb.com/intro.html
#include <algorithm>

#include "analyzers/templates/readers.h"
#include "analyzers/templates/script_tags.h"

namespace sluice::templates {
namespace {

constexpr std::string_view kHtmlSafe = ".html_safe";

// `form_for(x) do |f|`: what is put out has a body.
bool begins_block(std::string_view code) {
  if (code.ends_with('|')) {
    std::size_t open = code.substr(0, code.size() - 1).rfind('|');
    code = code.substr(0, open == std::string_view::npos ? 0 : open);
    while (code.ends_with(' ')) code.remove_suffix(1);
  }
  return code.ends_with(" do") || code.ends_with("{");
}

// The code is a call of this helper: `raw x`, `raw(x)`.
bool calls(std::string_view code, std::string_view helper) {
  return code.starts_with(helper) && code.size() > helper.size() && (code[helper.size()] == ' ' || code[helper.size()] == '(');
}

// `render 'form', item: x` is the page's own; the rest as it stands.
void copy_code(ExtractedText& out, std::string_view text, ByteRange code) {
  if (calls(text_of(text, code), "render")) put(out, "SluiceTemplate.", {code.begin, code.begin});
  copy(out, text, code);
}

Piece output(std::string_view text, const ScriptTag& tag, ByteRange code) {
  Piece piece{.kind = Piece::Kind::Output, .range = tag.range};
  std::string_view spelled = text_of(text, code);
  if (spelled.starts_with('=')) piece.is_escaped = false, code = trimmed(text, code.begin + 1, code.end);
  spelled = text_of(text, code);
  if (calls(spelled, "raw")) piece.is_escaped = false, code = trimmed(text, code.begin + 3, code.end);
  spelled = text_of(text, code);
  if (spelled.ends_with(kHtmlSafe)) piece.is_escaped = false, code.end -= kHtmlSafe.size();
  copy_code(piece.code, text, code);
  return piece;
}

}  // namespace

Page read_erb(std::string_view text, const Host&) {
  Page page;
  HtmlReader html;
  for (const ScriptTag& tag : script_tags(text)) {
    html.read(text_of(text, tag.before));
    if (tag.sign == '#' || tag.sign == '%') continue;
    ByteRange code = trimmed(text, tag.code.begin, tag.code.end);
    if (code.begin == code.end) continue;
    bool is_output = tag.sign == '=' && !begins_block(text_of(text, code));
    HtmlPlace place = tag.sign == '=' ? html.put(text.substr(tag.range.end, 1)) : HtmlPlace::Text;
    Piece piece{.kind = Piece::Kind::Code, .range = tag.range};
    if (is_output) piece = output(text, tag, code);
    else copy_code(piece.code, text, code);
    piece.place = place;
    // What a page makes itself is a page, not a value that may be an address or a script.
    if (is_output && piece.code.text.starts_with("SluiceTemplate.")) piece.kind = Piece::Kind::Code;
    page.pieces.push_back(std::move(piece));
  }
  page.has_plain = true;
  return page;
}

}  // namespace sluice::templates
