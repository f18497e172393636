// sarif/utf16.h - bytes as the UTF-16 code units that a consumer sees after decoding.
//
// Malformed UTF-8 is decoded as browsers and Node.js do it (WHATWG Encoding): each
// maximal part of a sequence that cannot go on becomes one U+FFFD.
#pragma once
#include <cstdint>
#include <string_view>

namespace sluice::sarif {

struct DecodedChar {
  char32_t value = 0;
  std::uint8_t bytes = 1;  // how many it took
  std::int32_t utf16_units() const { return value > 0xFFFF ? 2 : 1; }
};

// The character that begins at bytes[at]; `at` is inside.
DecodedChar decode_char(std::string_view bytes, std::size_t at);

}  // namespace sluice::sarif
