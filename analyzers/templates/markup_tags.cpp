#include "analyzers/templates/markup_tags.h"

#include <algorithm>

namespace sluice::templates {
namespace {

constexpr std::size_t kLongestTag = 8192;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_name(char c) { return is_word(c) || c == ':' || c == '-' || c == '.' || c == '@' || c == '#'; }

}  // namespace

ByteRange MarkupTag::value_of(std::string_view text, std::string_view attribute) const {
  for (const MarkupAttribute& each : attributes)
    if (text_of(text, each.name) == attribute) return each.value;
  return {range.begin, range.begin};
}

std::optional<MarkupTag> read_tag(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.size(), begin + kLongestTag);
  auto range = [](std::size_t from, std::size_t to) { return ByteRange{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}; };
  std::size_t at = begin + 1;
  MarkupTag tag;
  if (at < end && text[at] == '/') tag.is_end = true, ++at;
  if (at >= end || !is_word_begin(text[at])) return std::nullopt;
  std::size_t from = at;
  while (at < end && is_name(text[at])) ++at;
  tag.name = range(from, at);
  while (at < end) {
    char c = text[at];
    if (c == '>') {
      tag.range = range(begin, at + 1);
      return tag;
    }
    if (c == '<' && text.substr(at, 2) != "<%") return std::nullopt;
    if (!is_name(c)) {
      ++at;
      continue;
    }
    from = at;
    while (at < end && is_name(text[at])) ++at;
    MarkupAttribute attribute{range(from, at), range(at, at)};
    std::size_t equals = at;
    while (equals < end && is_blank(text[equals])) ++equals;
    if (equals < end && text[equals] == '=') {
      for (at = equals + 1; at < end && is_blank(text[at]);) ++at;
      bool is_quoted = at < end && (text[at] == '"' || text[at] == '\'');
      char quote = is_quoted ? text[at++] : '\0';
      from = at;
      while (at < end && (is_quoted ? text[at] != quote : !is_blank(text[at]) && text[at] != '>')) ++at;
      attribute.value = range(from, at);
      if (is_quoted && at < end) ++at;
    }
    tag.attributes.push_back(attribute);
  }
  return std::nullopt;
}

}  // namespace sluice::templates
