#include "analyzers/templates/script_tags.h"

namespace sluice::templates {

std::vector<ScriptTag> script_tags(std::string_view text) {
  constexpr std::string_view kSigns = "=-#%!@:$";
  std::vector<ScriptTag> tags;
  auto range = [](std::size_t begin, std::size_t end) { return ByteRange{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; };
  for (std::size_t at = 0;;) {
    std::size_t begin = text.find("<%", at);
    if (begin == std::string_view::npos) return tags;
    std::size_t code = begin + 2;
    // A comment of JSP and Web Forms holds tags.
    bool is_comment = text.substr(code, 2) == "--";
    std::size_t end = text.find(is_comment ? "--%>" : "%>", code);
    if (end == std::string_view::npos) return tags;
    std::size_t behind = end + (is_comment ? 4 : 2);
    ScriptTag tag{.before = range(at, begin), .range = range(begin, behind)};
    if (is_comment) tag.sign = '#';
    else if (kSigns.contains(text[code])) tag.sign = text[code++];
    if (end > code && text[end - 1] == '-') --end;  // `-%>` takes the line's end away
    tag.code = range(std::min(code, end), end);
    tags.push_back(tag);
    at = behind;
  }
}

}  // namespace sluice::templates
