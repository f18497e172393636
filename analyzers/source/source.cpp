#include "analyzers/source/source.h"

#include <algorithm>
#include <cstring>

namespace sluice {

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "utf-8";
    case Encoding::Utf8Bom: return "utf-8 with byte order mark";
    case Encoding::Utf8Damaged: return "utf-8 with invalid bytes";
    case Encoding::Utf16Le: return "utf-16le";
    case Encoding::Utf16Be: return "utf-16be";
    case Encoding::Utf16LeBom: return "utf-16le with byte order mark";
    case Encoding::Utf16BeBom: return "utf-16be with byte order mark";
    case Encoding::Windows1252: return "windows-1252";
  }
  SLUICE_ASSERT(false, "an Encoding is one of its enumerators");
  return {};
}

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (unsigned char byte : text) {
    bool continues = (byte & 0xC0) == 0x80;
    bool is_outside_the_basic_plane = byte >= 0xF0;
    units += continues ? 0 : is_outside_the_basic_plane ? 2 : 1;
  }
  return units;
}

LineIndex::LineIndex(std::string_view text) : begins_{0} {
  SLUICE_ASSERT(text.size() < UINT32_MAX, "a source has fewer than 4 GiB");
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    begins_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::uint32_t>(after - begins_.begin());
}

std::uint32_t LineIndex::begin_of(std::uint32_t line) const {
  SLUICE_ASSERT(line >= 1 && line <= begins_.size(), "a line is counted from 1 and is in the text");
  return begins_[line - 1];
}

std::string_view LineIndex::line(std::string_view text, std::uint32_t number) const {
  if (number < 1 || number > begins_.size()) return {};
  std::uint32_t begin = begins_[number - 1];
  std::size_t end = number < begins_.size() ? begins_[number] - 1 : text.size();
  if (end > begin && text[end - 1] == '\r') --end;
  return text.substr(begin, end - begin);
}

Position LineIndex::position(std::string_view text, std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  std::uint32_t number = line_of(offset);
  std::uint32_t begin = begins_[number - 1];
  return {number, 1 + utf16_length(text.substr(begin, offset - begin))};
}

std::uint32_t LineIndex::offset(std::string_view text, Position position) const {
  if (position.line < 1) return 0;
  if (position.line > begins_.size()) return static_cast<std::uint32_t>(text.size());
  std::string_view content = line(text, position.line);
  std::uint32_t column = 1;
  std::size_t at = 0;
  while (at < content.size() && column < position.column) {
    std::size_t next = at + 1;
    while (next < content.size() && (static_cast<unsigned char>(content[next]) & 0xC0) == 0x80) ++next;
    column += utf16_length(content.substr(at, next - at));
    at = next;
  }
  return begins_[position.line - 1] + static_cast<std::uint32_t>(at);
}

const Source& SourceSet::operator[](SourceId id) const {
  SLUICE_ASSERT(id.index < sources_.size(), "a SourceId is of this set");
  return sources_[id.index];
}

std::string_view SourceSet::text(Span span) const {
  const Source& source = (*this)[span.source];
  SLUICE_ASSERT(span.begin <= span.end && span.end <= source.text.size(), "a span lies in its source");
  return std::string_view(source.text).substr(span.begin, span.end - span.begin);
}

Range SourceSet::range(Span span) const {
  const Source& source = (*this)[span.source];
  return {source.lines.position(source.text, span.begin), source.lines.position(source.text, span.end)};
}

Place SourceSet::place(Span span) const {
  Position begin = range(span).begin;
  return {(*this)[span.source].path, begin.line, begin.column};
}

SourceId SourceSet::Builder::add(Source source) {
  set_.sources_.push_back(std::move(source));
  return SourceId{set_.size() - 1};
}

SourceSet SourceSet::Builder::build() && { return std::move(set_); }

}  // namespace sluice
