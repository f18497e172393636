#include "analyzers/templates/host.h"

#include <algorithm>

namespace sluice::templates {
namespace {

constexpr Host kHosts[] = {
    {.language = Language::Python, .variable_prefix = "", .member = ".", .scope = ".", .text_join = "+", .both = "and", .either = "or", .negated = "not ",
     .nothing = "None", .map_begin = "{", .map_end = "}", .map_pair = ": ", .has_indentation = true, .has_brackets = false,
     .keywords = "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass "
                 "raise return True try while with yield true false none self",
     .globals = "request session g config current_user loop forloop SluiceTemplate SluiceFilter sluice_context"},
    {.language = Language::Js, .variable_prefix = "", .member = ".", .scope = ".", .text_join = "+", .both = "&&", .either = "||", .negated = "!",
     .nothing = "null", .map_begin = "{", .map_end = "}", .map_pair = ": ",
     .keywords = "async await break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof let new null "
                 "of return static super switch this throw true try typeof undefined var void while with yield",
     .globals = "JSON Math Object Array String Number Boolean Date RegExp Error Promise Map Set Symbol Intl NaN Infinity encodeURIComponent encodeURI decodeURIComponent decodeURI escape unescape "
                "parseInt parseFloat isNaN console require module process global globalThis window document SluiceTemplate SluiceFilter sluice_context"},
    {.language = Language::Php, .variable_prefix = "$", .member = "->", .scope = "::", .text_join = ".", .both = "&&", .either = "||", .negated = "!",
     .nothing = "null", .map_begin = "[", .map_end = "]", .map_pair = " => ",
     .keywords = "",
     .globals = "this _GET _POST _REQUEST _COOKIE _SERVER _FILES _SESSION _ENV GLOBALS sluice_context"},
    {.language = Language::Ruby, .variable_prefix = "", .member = ".", .scope = ".", .text_join = "+", .both = "&&", .either = "||", .negated = "!",
     .nothing = "nil", .map_begin = "{", .map_end = "}", .map_pair = " => ", .has_brackets = false,
     .keywords = "alias and begin break case class def defined? do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true undef unless "
                 "until when while yield __FILE__ __LINE__",
     .globals = "params request session cookies flash controller response puts print p raise lambda proc loop binding block_given? url_for sluice_context"},
    {.language = Language::Java, .variable_prefix = "", .member = ".", .scope = ".", .text_join = "+", .both = "&&", .either = "||", .negated = "!",
     .nothing = "null", .map_begin = "", .map_end = "", .map_pair = "",
     .keywords = "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int "
                 "interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while "
                 "true false null var",
     .globals = "request response session out application pageContext config page exception param paramValues header headerValues requestScope sessionScope applicationScope SluiceTemplate SluiceFilter sluice_context"},
    {.language = Language::CSharp, .variable_prefix = "", .member = ".", .scope = ".", .text_join = "+", .both = "&&", .either = "||", .negated = "!",
     .nothing = "null", .map_begin = "", .map_end = "", .map_pair = "",
     .keywords = "", .globals = ""},
};

}  // namespace

const Host* find_host(Language language) {
  auto found = std::ranges::find(kHosts, language, &Host::language);
  return found == std::end(kHosts) ? nullptr : &*found;
}

bool is_listed(std::string_view word, std::string_view list) {
  for (std::size_t at = list.find(word); at != std::string_view::npos && !word.empty(); at = list.find(word, at + 1)) {
    bool is_begin = at == 0 || list[at - 1] == ' ';
    bool is_end = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (is_begin && is_end) return true;
  }
  return false;
}

}  // namespace sluice::templates
