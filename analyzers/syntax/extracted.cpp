#include "analyzers/syntax/extracted.h"

#include <algorithm>
#include <charconv>

#include "analyzers/syntax/shaper.h"

namespace sluice {
namespace {

void add(ExtractedText& out, std::string_view bytes, ByteRange place) {
  out.text += bytes;
  out.places.insert(out.places.end(), bytes.size(), place);
}

std::string utf8(std::uint32_t code) {
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
  return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
}

struct Escape {
  std::string says;
  std::uint32_t length = 2;  // with the backslash
};

// `rest` begins with a backslash and has at least one byte behind it.
Escape read_escape(std::string_view rest) {
  constexpr std::pair<char, char> kKnown[] = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}, {'0', '\0'}};
  for (auto [letter, meant] : kKnown)
    if (rest[1] == letter) return {std::string(1, meant), 2};
  if (rest[1] == '\n') return {"", 2};  // a line that goes on
  const std::uint32_t digits = rest[1] == 'u' ? 4 : rest[1] == 'x' ? 2 : 0;
  if (digits == 0 || rest.size() < 2 + digits) return {std::string(1, rest[1]), 2};
  std::uint32_t code = 0;
  auto [stop, error] = std::from_chars(rest.data() + 2, rest.data() + 2 + digits, code, 16);
  bool is_code = error == std::errc{} && stop == rest.data() + 2 + digits && (code < 0xD800 || code > 0xDFFF);
  return is_code ? Escape{utf8(code), 2 + digits} : Escape{std::string(1, rest[1]), 2};
}

// The places of a run of bytes.
ByteRange in_file(const ExtractedText& extracted, ByteRange range) {
  if (extracted.places.empty()) return {0, 0};
  std::size_t last = extracted.places.size() - 1;
  std::uint32_t begin = range.begin <= last ? extracted.places[range.begin].begin : extracted.places[last].end;
  std::uint32_t end = range.end > range.begin ? extracted.places[std::min<std::size_t>(range.end - 1, last)].end : begin;
  return {begin, std::max(begin, end)};
}

}  // namespace

void append(ExtractedText& out, std::string_view source, ByteRange range, Escapes escapes) {
  for (std::uint32_t at = range.begin; at < range.end;) {
    bool is_escape = escapes == Escapes::Resolve && source[at] == '\\' && at + 1 < range.end;
    Escape read = is_escape ? read_escape(source.substr(at, range.end - at)) : Escape{std::string(1, source[at]), 1};
    add(out, read.says, {at, at + read.length});
    at += read.length;
  }
}

void append(ExtractedText& out, const ExtractedText& more) {
  if (!out.text.empty() && !out.text.ends_with('\n')) add(out, "\n", {out.places.back().end, out.places.back().end});
  out.text += more.text;
  out.places.insert(out.places.end(), more.places.begin(), more.places.end());
}

ExtractedText strings_of_json_list(std::string_view source, ByteRange list) {
  ExtractedText out;
  std::uint32_t at = list.begin;
  while (at < list.end && std::string_view(" \t\r\n").find(source[at]) != std::string_view::npos) ++at;
  if (at == list.end || source[at] != '[') return out;
  for (++at; at < list.end && source[at] != ']'; ++at) {
    if (source[at] != '"') continue;
    std::uint32_t begin = at + 1;
    for (at = begin; at < list.end && source[at] != '"'; ++at)
      if (source[at] == '\\') ++at;
    append(out, source, {begin, std::min(at, list.end)}, Escapes::Resolve);
  }
  return out;
}

Unit read_extracted(Language language, const ExtractedText& extracted, std::string_view source, const Names* base_names) {
  const Unit read = read_unit(language, extracted.text, base_names);
  Unit::Builder out(language, source, base_names);
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 0; i < read.size(); ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) out.close();
    const Node& node = read.node({i});
    NodeId copy = out.open(node.kind, node.role, in_file(extracted, {node.begin, node.end}), node.symbol);
    if (node.text.valid()) out.set_text(copy, read.text({i}));
    ends.push_back(node.last);
  }
  for (; !ends.empty(); ends.pop_back()) out.close();
  for (ByteRange comment : read.comments()) out.add_comment(in_file(extracted, comment));
  for (ByteRange error : read.errors()) out.add_error(in_file(extracted, error));
  if (read.was_cut()) out.mark_cut();
  return std::move(out).build();
}

}  // namespace sluice
