// Blade: `{{ escaped }}`, `{!! as it is !!}`, `@directive(...)`; what is in them is PHP.
// https://laravel.com/docs/blade
#include <algorithm>

#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Page run() {
    std::size_t at = 0, seen = 0;
    while (at < text_.size()) {
      std::size_t begin = text_.find_first_of("{@", at);
      if (begin == std::string_view::npos) break;
      std::size_t end = text_[begin] == '{' ? braces(begin, seen) : directive(begin, seen);
      at = std::max(end, begin + 1);
      if (end > begin) seen = end;
    }
    return std::move(page_);
  }

 private:
  static ByteRange range(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

  std::size_t find_closer(std::size_t which, std::string_view closer, std::size_t from) {
    if (is_missing_[which]) return std::string_view::npos;
    std::size_t end = text_.find(closer, from);
    is_missing_[which] = end == std::string_view::npos;
    return end;
  }

  // The end of what begins there; `begin` when that is text.
  std::size_t braces(std::size_t begin, std::size_t seen) {
    std::string_view rest = text_.substr(begin, 4);
    if (rest.starts_with("{{--")) {
      std::size_t end = find_closer(0, "--}}", begin + 4);
      return end == std::string_view::npos ? begin : end + 4;
    }
    bool is_raw = rest.starts_with("{!!"), is_escaped = rest.starts_with("{{");
    if (!is_raw && !is_escaped) return begin;
    if (begin > 0 && text_[begin - 1] == '@') return begin + 2;  // for a framework in the browser
    std::size_t open = is_raw ? 3 : 2, end = find_closer(is_raw ? 1 : 2, is_raw ? "!!}" : "}}", begin + open);
    if (end == std::string_view::npos) return begin;
    std::size_t behind = end + open;
    html_.read(text_.substr(seen, begin - seen));
    Piece piece{.kind = Piece::Kind::Output, .range = range(begin, behind)};
    ByteRange code = trimmed(text_, begin + open, end);
    if (code.begin == code.end) return behind;
    copy(piece.code, text_, code);
    piece.is_escaped = is_escaped;
    piece.place = html_.put(text_.substr(behind, 1));
    page_.pieces.push_back(std::move(piece));
    return behind;
  }

  // Behind the bracket that closes the one at `open`; 0 without.
  std::size_t closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t at = open; at < std::min(text_.size(), open + kLongestExpression); ++at) {
      char c = text_[at];
      if (c == '"' || c == '\'') {
        for (++at; at < text_.size() && text_[at] != c; ++at) at += text_[at] == '\\' ? 1 : 0;
      } else if (c == '(') ++depth;
      else if (c == ')' && --depth == 0) return at + 1;
    }
    return 0;
  }

  void code(ByteRange whole, std::string_view before, ByteRange inner, std::string_view after) {
    Piece piece{.kind = Piece::Kind::Code, .range = whole};
    put(piece.code, before, {whole.begin, whole.begin});
    copy(piece.code, text_, inner);
    put(piece.code, after, {whole.end, whole.end});
    page_.pieces.push_back(std::move(piece));
  }

  std::size_t directive(std::size_t begin, std::size_t seen) {
    bool is_word_before = begin > 0 && is_word(text_[begin - 1]);
    ByteRange word = next_word(text_, begin + 1, text_.size());
    if (is_word_before || word.begin != begin + 1) return begin;
    std::string_view name = text_of(text_, word);
    std::size_t open = word.end;
    while (open < text_.size() && text_[open] == ' ') ++open;
    bool has_list = open < text_.size() && text_[open] == '(';
    std::size_t close = has_list ? closing(open) : 0;
    ByteRange whole = range(begin, close ? close : word.end), inner = close ? range(open + 1, close - 1) : range(word.end, word.end);
    std::size_t end = whole.end;
    if (name == "php" && !close) {
      std::size_t last = find_closer(3, "@endphp", word.end);
      if (last == std::string_view::npos) return begin;
      code(range(begin, last + 7), "", range(word.end, last), ";");
      end = last + 7;
    } else if (name == "verbatim") {
      std::size_t last = find_closer(4, "@endverbatim", word.end);
      end = last == std::string_view::npos ? whole.end : last + 12;
    } else if (!statement(name, whole, inner, close != 0)) {
      return begin;
    }
    html_.read(text_.substr(seen, begin - seen));
    return end;
  }

  bool is_one_of(std::string_view name, std::string_view list) const { return is_listed(name, list); }

  bool statement(std::string_view name, ByteRange whole, ByteRange inner, bool has_list) {
    if (is_one_of(name, "if elseif while for foreach") && has_list) {
      if (name == "elseif") code(whole, "} elseif (", inner, ") {");
      else code(whole, std::string(name) + " (", inner, ") {"), ++depth_;
    } else if (name == "forelse" && has_list) {
      code(whole, "foreach (", inner, ") {"), ++depth_;
    } else if (is_one_of(name, "unless isset empty auth guest can cannot hasSection env production error") && (has_list || name == "auth" || name == "guest")) {
      code(whole, "if (true) { ", {inner.begin, inner.begin}, ""), ++depth_;
    } else if (name == "else" || name == "empty") {
      if (depth_ > 0) code(whole, name == "else" ? "} else {" : "} {", {inner.begin, inner.begin}, "");
    } else if (is_one_of(name, "endif endwhile endfor endforeach endforelse endunless endisset endempty endauth endguest endcan endcannot endenv endproduction enderror")) {
      if (depth_ > 0) code(whole, "}", {inner.begin, inner.begin}, ""), --depth_;
    } else if (is_one_of(name, "include includeIf extends component each includeFirst") && has_list) {
      code(whole, "SluiceTemplate::include_with($sluice_context, get_defined_vars(), ", inner, ");");
    } else if (is_one_of(name, "includeWhen includeUnless") && has_list) {
      std::size_t comma = text_.substr(0, inner.end).find(',', inner.begin);
      if (comma != std::string_view::npos) code(whole, "SluiceTemplate::include_with($sluice_context, get_defined_vars(), ", range(comma + 1, inner.end), ");");
    } else {
      return is_one_of(name, "section endsection yield stack push endpush csrf method json lang show parent endcomponent slot endslot");
    }
    return true;
  }

  std::string_view text_;
  HtmlReader html_;
  Page page_;
  int depth_ = 0;
  bool is_missing_[5] = {false, false, false, false, false};
};

}  // namespace

Page read_blade(std::string_view text, const Host&) { return Reader(text).run(); }

}  // namespace sluice::templates
