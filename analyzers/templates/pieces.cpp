#include "analyzers/templates/pieces.h"

namespace sluice::templates {

void put(ExtractedText& out, std::string_view code, ByteRange place) {
  out.text += code;
  out.places.insert(out.places.end(), code.size(), place);
}

void copy(ExtractedText& out, std::string_view source, ByteRange range) {
  out.text += text_of(source, range);
  for (std::uint32_t at = range.begin; at < range.end; ++at) out.places.push_back({at, at + 1});
}

void add(ExtractedText& out, const ExtractedText& more) {
  out.text += more.text;
  out.places.insert(out.places.end(), more.places.begin(), more.places.end());
}

ByteRange trimmed(std::string_view source, std::size_t begin, std::size_t end) {
  constexpr std::string_view kBlanks = " \t\r\n";
  while (begin < end && kBlanks.contains(source[begin])) ++begin;
  while (begin < end && kBlanks.contains(source[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_word_begin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_word(char c) { return is_word_begin(c) || (c >= '0' && c <= '9'); }

ByteRange next_word(std::string_view source, std::size_t at, std::size_t end) {
  while (at < end && !is_word_begin(source[at])) ++at;
  std::size_t last = at;
  while (last < end && is_word(source[last])) ++last;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last)};
}

}  // namespace sluice::templates
