#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

// What may follow a lead byte: how many bytes, and the range of the first of them
// (the others are 80..BF). It keeps out overlong forms, surrogates and > U+10FFFF.
struct Sequence {
  std::uint8_t followers = 0, low = 0x80, high = 0xBF;
};

Sequence sequence_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

}  // namespace

DecodedChar decode_char(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1};
  Sequence sequence = sequence_of(lead);
  if (sequence.followers == 0) return {0xFFFD, 1};
  char32_t value = lead & (0x3F >> sequence.followers);
  for (std::uint8_t read = 1; read <= sequence.followers; ++read) {
    const std::size_t i = at + read;
    const unsigned char c = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    if (c < sequence.low || c > sequence.high) return {0xFFFD, read};
    sequence.low = 0x80, sequence.high = 0xBF;
    value = value << 6 | (c & 0x3F);
  }
  return {value, static_cast<std::uint8_t>(sequence.followers + 1)};
}

}  // namespace sluice::sarif
