#include "sarif/columns.h"

#include <algorithm>

#include "base/text.h"
#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The longest prefix of at most `limit` bytes that does not cut a character.
std::string_view cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::optional<ArtifactContent> snippet_of(std::string_view text, std::size_t limit) {
  return ArtifactContent{to_valid_utf8(cut(text, limit)), {}, {}};
}

}  // namespace

std::int32_t utf16_column(std::string_view line, std::size_t byte) {
  std::int32_t column = 1;
  for (std::size_t at = 0; at < std::min(byte, line.size());) {
    const DecodedChar c = static_cast<unsigned char>(line[at]) < 0x80 ? DecodedChar{} : decode_char(line, at);
    column += c.utf16_units();
    at += c.bytes;
  }
  return column;
}

TextLines::TextLines(std::string_view text) : text_(text) {
  begins_.push_back(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1)) begins_.push_back(i + 1);
}

std::int32_t TextLines::line_at(std::size_t byte) const {
  const auto after = std::ranges::upper_bound(begins_, byte);
  return static_cast<std::int32_t>(std::max<std::ptrdiff_t>(after - begins_.begin(), 1));
}

std::string_view TextLines::line(std::int32_t number) const {
  const auto index = static_cast<std::size_t>(number - 1);
  if (number < 1 || index >= begins_.size()) return {};
  const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : text_.size();
  std::string_view line = text_.substr(begins_[index], end - begins_[index]);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Region TextLines::region(std::size_t begin, std::size_t end, std::size_t max_snippet) const {
  begin = std::clamp(begin, begins_.front(), text_.size());
  end = std::clamp(end, begin, text_.size());
  Region region;
  region.start_line = line_at(begin);
  // An exclusive end at the begin of a line means "up to the line break": say it on the line before.
  region.end_line = line_at(end > begin ? end - 1 : end);
  const auto column = [&](std::int32_t number, std::size_t byte) {
    return utf16_column(line(number), byte - begins_[static_cast<std::size_t>(number - 1)]);
  };
  region.start_column = column(region.start_line, begin);
  region.end_column = column(region.end_line, end);
  region.snippet = snippet_of(text_.substr(begin, end - begin), max_snippet);
  return region;
}

Region TextLines::context(const Region& inner, std::int32_t around, std::size_t max_snippet) const {
  const auto last = static_cast<std::int32_t>(begins_.size());
  Region region;
  region.start_line = std::clamp(inner.start_line - around, 1, last);
  region.end_line = std::clamp(inner.end_line + around, region.start_line, last);
  const std::size_t begin = begins_[static_cast<std::size_t>(region.start_line - 1)];
  const std::size_t end = region.end_line < last ? begins_[static_cast<std::size_t>(region.end_line)] : text_.size();
  region.snippet = snippet_of(text_.substr(begin, end - begin), max_snippet);
  return region;
}

}  // namespace sluice::sarif
