#include "analyzers/source/decode.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace sluice {
namespace {

// As git does, so that both call the same files binary.
constexpr std::size_t kBinarySample = 8000;
constexpr std::size_t kUtf16Sample = 4096;

// Formats that may be without a zero byte in their first 8,000 bytes.
constexpr std::array<std::string_view, 11> kSignatures = {
    "%PDF-", "\x1f\x8b", "PK\x03\x04", "BZh9", "\xfd" "7zXZ", "7z\xbc\xaf", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x28\xb5\x2f\xfd", "\x7f" "ELF"};

// Windows-1252, bytes 0x80 to 0x9F (Unicode's CP1252.TXT; the five unused ones stay controls).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Of valid UTF-8; advances `at`.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  char32_t code = byte(at++);
  if (code < 0x80) return code;
  int more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : 1;
  code &= 0x3F >> more;
  for (; more > 0 && at < text.size(); --more) code = code << 6 | (byte(at++) & 0x3F);
  return code;
}

bool is_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xE000; }

// What is no valid pair, and an odd byte at the end, become U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, bool little_endian) {
  auto unit_at = [&](std::size_t i) {
    auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(little_endian ? first | second << 8 : first << 8 | second);
  };
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t unit = unit_at(at);
    at += 2;
    char32_t low = at + 1 < bytes.size() ? unit_at(at) : 0;
    bool is_pair = unit >= 0xD800 && unit < 0xDC00 && low >= 0xDC00 && low < 0xE000;
    if (is_pair) {
      at += 2;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(out, is_surrogate(unit) ? U'\uFFFD' : unit);
  }
  if (at < bytes.size()) append_utf8(out, U'\uFFFD');
  return out;
}

std::string windows1252_to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (unsigned char byte : bytes) append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
  return out;
}

// Text of mostly Latin characters has a zero in every other byte; nothing else looks like that.
enum class Utf16Guess { No, LittleEndian, BigEndian };
Utf16Guess guess_utf16(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return Utf16Guess::No;
  std::string_view sample = bytes.substr(0, kUtf16Sample);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == 0;
  std::size_t units = sample.size() / 2;
  auto is_high_byte = [&](std::size_t of, std::size_t other) { return of * 10 >= units * 7 && other * 50 <= units; };
  if (is_high_byte(zeros[1], zeros[0])) return Utf16Guess::LittleEndian;
  if (is_high_byte(zeros[0], zeros[1])) return Utf16Guess::BigEndian;
  return Utf16Guess::No;
}

std::size_t count(std::string_view text, std::string_view needle) {
  std::size_t found = 0;
  for (std::size_t at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at + needle.size())) ++found;
  return found;
}

// True when more characters beyond ASCII are well formed than are not: then it is UTF-8 with an accident.
bool is_mostly_utf8(std::string_view bytes, std::string_view repaired) {
  std::size_t replaced = count(repaired, "\xEF\xBF\xBD") - count(bytes, "\xEF\xBF\xBD");
  auto leads = std::count_if(repaired.begin(), repaired.end(), [](unsigned char byte) { return byte >= 0xC2; });
  return static_cast<std::size_t>(leads) > 2 * replaced;
}

bool has_many_controls(std::string_view bytes) {
  auto is_control = [](unsigned char byte) { return byte < 0x20 && !std::strchr("\t\n\r\f\v\b\x1b", byte); };
  auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
  return static_cast<std::size_t>(controls) * 50 > bytes.size();
}

std::expected<Decoded, Reason> decode_eight_bit(std::string bytes) {
  for (std::string_view signature : kSignatures)
    if (bytes.starts_with(signature)) return std::unexpected(Reason{ReasonCode::Binary, "it begins like a binary format", {}, "", ""});
  if (is_valid_utf8(bytes)) return Decoded{std::move(bytes), Encoding::Utf8};
  if (has_many_controls(bytes)) return std::unexpected(Reason{ReasonCode::Binary, "it has many control characters", {}, "", ""});
  std::string repaired = to_valid_utf8(bytes);
  if (is_mostly_utf8(bytes, repaired)) return Decoded{std::move(repaired), Encoding::Utf8Damaged};
  return Decoded{windows1252_to_utf8(bytes), Encoding::Windows1252};
}

std::expected<Decoded, Reason> decode_any(std::string bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
    return std::unexpected(Reason{ReasonCode::UnsupportedEncoding, "UTF-32", {}, "", ""});
  if (bytes.starts_with("\xFF\xFE")) return Decoded{utf16_to_utf8(std::string_view(bytes).substr(2), true), Encoding::Utf16LeBom};
  if (bytes.starts_with("\xFE\xFF")) return Decoded{utf16_to_utf8(std::string_view(bytes).substr(2), false), Encoding::Utf16BeBom};
  bool has_bom = bytes.starts_with("\xEF\xBB\xBF");
  if (has_bom) bytes.erase(0, 3);
  Utf16Guess guess = has_bom ? Utf16Guess::No : guess_utf16(bytes);
  if (guess == Utf16Guess::LittleEndian) return Decoded{utf16_to_utf8(bytes, true), Encoding::Utf16Le};
  if (guess == Utf16Guess::BigEndian) return Decoded{utf16_to_utf8(bytes, false), Encoding::Utf16Be};
  auto decoded = decode_eight_bit(std::move(bytes));
  if (decoded && has_bom && decoded->encoding == Encoding::Utf8) decoded->encoding = Encoding::Utf8Bom;
  return decoded;
}

bool replace_lone_cr(std::string& text) {
  bool found = false;
  for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[at] = '\n';
    found = true;
  }
  return found;
}

std::unexpected<Errors> fail_to_encode(Encoding encoding, std::string_view why) {
  return fail({}, "encoding-not-possible", "cannot be written as " + std::string(name(encoding)) + ": " + std::string(why));
}

Result<std::string> to_windows1252(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t code = next_code_point(text, at);
    auto special = std::find(kWindows1252.begin(), kWindows1252.end(), code);
    bool is_same_byte = code < 0x80 || (code >= 0xA0 && code < 0x100);
    if (is_same_byte) out += static_cast<char>(code);
    else if (special != kWindows1252.end()) out += static_cast<char>(0x80 + (special - kWindows1252.begin()));
    else return fail_to_encode(Encoding::Windows1252, "it has no such character");
  }
  return out;
}

std::string to_utf16(std::string_view text, bool little_endian, bool with_bom) {
  std::string out;
  auto put = [&](char32_t unit) {
    char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += little_endian ? low : high;
    out += little_endian ? high : low;
  };
  if (with_bom) put(0xFEFF);
  for (std::size_t at = 0; at < text.size();) {
    char32_t code = next_code_point(text, at);
    if (code < 0x10000) {
      put(code);
    } else {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace

std::expected<Decoded, Reason> decode(std::string bytes) {
  auto decoded = decode_any(std::move(bytes));
  if (!decoded) return decoded;
  if (decoded->text.substr(0, kBinarySample).find('\0') != std::string::npos)
    return std::unexpected(Reason{ReasonCode::Binary, "it has a zero byte", {}, "", ""});
  decoded->has_lone_cr = replace_lone_cr(decoded->text);
  return decoded;
}

Result<std::string> encode(std::string_view text, Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return std::string(text);
    case Encoding::Utf8Bom: return "\xEF\xBB\xBF" + std::string(text);
    case Encoding::Utf8Damaged: return fail_to_encode(encoding, "bytes that were not UTF-8 are lost");
    case Encoding::Utf16Le: return to_utf16(text, true, false);
    case Encoding::Utf16Be: return to_utf16(text, false, false);
    case Encoding::Utf16LeBom: return to_utf16(text, true, true);
    case Encoding::Utf16BeBom: return to_utf16(text, false, true);
    case Encoding::Windows1252: return to_windows1252(text);
  }
  SLUICE_ASSERT(false, "an Encoding is one of its enumerators");
  return {};
}

}  // namespace sluice
