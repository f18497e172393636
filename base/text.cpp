#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sluice {
namespace {

constexpr std::uint32_t kInvalid = UINT32_MAX;

// Reads one code point and advances; kInvalid (and one byte) when the bytes are not UTF-8.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char first = byte(at);
  if (first < 0x80) return text[at++];
  std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) return ++at, kInvalid;
  std::uint32_t code = first & (0xFF >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return ++at, kInvalid;
    code = code << 6 | (byte(at + i) & 0x3F);
  }
  bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  bool surrogate = code >= 0xD800 && code < 0xE000;
  if (overlong || surrogate || code > 0x10FFFF) return ++at, kInvalid;
  at += length;
  return code;
}

// Characters that change what a reader sees without being seen.
bool is_deceptive(std::uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0) ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF || code == 0x2028 || code == 0x2029 ||
         (code >= 0xE0000 && code <= 0xE007F);
}

template <class Replace>
std::string replace_characters(std::string_view text, Replace replacement_of) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    std::string_view replacement = replacement_of(c);
    if (replacement.empty()) out += c;
    else out += replacement;
  }
  return out;
}

// Insertions, deletions, substitutions and swaps of neighbours (`form` for `from`).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1), previous, before_previous;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_previous = std::move(previous);
    previous = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({previous[j - 1] + (a[i - 1] != b[j - 1]), previous[j] + 1, row[j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_previous[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string escape_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    std::uint32_t code = next_code_point(text, at);
    if (code == kInvalid) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[begin]));
    else if (is_deceptive(code)) out += code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{{{:x}}}", code);
    else out += text.substr(begin, at - begin);
  }
  return out;
}

std::string escape_html(std::string_view text) {
  return replace_characters(to_valid_utf8(text), [](char c) -> std::string_view {
    switch (c) {
      case '&': return "&amp;";
      case '<': return "&lt;";
      case '>': return "&gt;";
      case '"': return "&quot;";
      case '\'': return "&#39;";
      case '\t': case '\n': case '\r': return {};
      default: return static_cast<unsigned char>(c) < 0x20 ? "\xEF\xBF\xBD" : std::string_view{};
    }
  });
}

std::string escape_markdown(std::string_view text) {
  std::string out;
  for (char c : escape_terminal(text)) {
    if (c == '\n') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]()#+-.!|~").find(c) != std::string_view::npos) out += '\\';
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '@') out += "@\xE2\x80\x8B";  // no mention is sent to a person
    else out += c;
  }
  return out;
}

std::string escape_workflow_command(std::string_view text) {
  return replace_characters(text, [](char c) -> std::string_view {
    return c == '%' ? "%25" : c == '\r' ? "%0D" : c == '\n' ? "%0A" : std::string_view{};
  });
}

std::string escape_workflow_property(std::string_view text) {
  return replace_characters(escape_workflow_command(text), [](char c) -> std::string_view {
    return c == ':' ? "%3A" : c == ',' ? "%2C" : std::string_view{};
  });
}

std::string escape_csv(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) out += '\'';
  for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string to_valid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t begin = at;
    if (next_code_point(bytes, at) == kInvalid) out += "\xEF\xBF\xBD";
    else out += bytes.substr(begin, at - begin);
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  // Most texts are ASCII: eight bytes at a time, for this is asked before every search.
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::size_t at = 0; at < bytes.size();) {
    std::uint64_t eight = kHighBits;
    if (bytes.size() - at >= sizeof eight) std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if ((eight & kHighBits) == 0) at += sizeof eight;
    else if (static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    else if (next_code_point(bytes, at) == kInvalid) return false;
  }
  return true;
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (std::string_view candidate : candidates) {
    std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace sluice
