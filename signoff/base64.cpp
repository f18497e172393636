#include "signoff/base64.h"

#include <cstdint>

namespace sluice::signoff {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int value_of(char c) {
  if (c == '-') c = '+';
  if (c == '_') c = '/';
  std::size_t at = kAlphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    std::size_t present = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 4; ++i) text += i <= present ? kAlphabet[group >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

std::expected<std::string, std::size_t> from_base64(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text.size() - end < 2 && text[end - 1] == '=') --end;
  bool is_padded = end != text.size();
  if (is_padded && text.size() % 4 != 0) return std::unexpected(end);
  std::string bytes;
  bytes.reserve(end / 4 * 3 + 2);
  std::uint32_t bits = 0;
  int count = 0;
  for (std::size_t at = 0; at < end; ++at) {
    int value = value_of(text[at]);
    if (value < 0) return std::unexpected(at);
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  bool has_half_a_byte = count == 6, has_stray_bits = (bits & ((1u << count) - 1)) != 0;
  if (has_half_a_byte) return std::unexpected(text.size());
  if (has_stray_bits) return std::unexpected(end - 1);
  return bytes;
}

}  // namespace sluice::signoff
