// analyzers/source/decode.h - the bytes of a file to UTF-8 text, and back for fixes.
//
// Told by, in this order: a byte order mark; a pattern of zero bytes that only UTF-16 has;
// zero bytes or a known signature (binary); valid UTF-8; mostly valid UTF-8 (damaged: the
// bad bytes become U+FFFD); else Windows-1252, in which every byte is a character.
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "analyzers/source/file_state.h"
#include "analyzers/source/source.h"

namespace sluice {

struct Decoded {
  std::string text;  // valid UTF-8, no byte order mark, no lone "\r" (see source.h)
  Encoding encoding = Encoding::Utf8;
  bool has_lone_cr = false;
};

// Fails with Binary or UnsupportedEncoding (UTF-32).
std::expected<Decoded, Reason> decode(std::string bytes);

// The bytes that `text` was, or is to be, stored as. Fails when the encoding cannot hold a
// character, and for damaged UTF-8, whose lost bytes nobody knows.
Result<std::string> encode(std::string_view text, Encoding encoding);

}  // namespace sluice
