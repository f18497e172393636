// signoff/base64.h - base64 as envelopes and keys have it.
//
// DSSE wants both alphabets accepted, the standard one and the URL-safe one. Nothing else is:
// no line ends, no characters after the padding, no bits that stand for nothing, so that two
// texts never mean the same bytes within one alphabet.
#pragma once
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace sluice::signoff {

std::string to_base64(std::string_view bytes);  // standard alphabet, padded

// The bytes, or the offset of the first character that is wrong (the length, when the end is).
// Padding may be left out.
std::expected<std::string, std::size_t> from_base64(std::string_view text);

}  // namespace sluice::signoff
