// analyzers/syntax/extracted.h - code that a text of a file says, rather than holds.
//
//   {"source": ["import os\n", "os.system(\"ls\")"]}      a notebook: the code is two lines of Python
//
// Such code is put together here, with the place in the file of every byte; it is read as a file
// of its own would be, and its Unit's offsets are offsets into the file all the same.
//
// Not here: code that stands in a file as it is (embedded.h).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct ExtractedText {
  std::string text;
  std::vector<ByteRange> places;  // by byte of `text`: what says it in the file; empty for what was put between
  friend bool operator==(const ExtractedText&, const ExtractedText&) = default;
};

enum class Escapes { Keep, Resolve };

// Appends what the bytes of `source` say: as they are, or with `\n`, `\"`, `\u0041` and their
// like resolved.
void append(ExtractedText& out, std::string_view source, ByteRange range, Escapes escapes);
// Appends one after the other, a line end between them where there is none.
void append(ExtractedText& out, const ExtractedText& more);
// What the strings of a list in JSON say, one behind the other; nothing when it is no such list.
ExtractedText strings_of_json_list(std::string_view source, ByteRange list);

Unit read_extracted(Language language, const ExtractedText& extracted, std::string_view source, const Names* base_names);

}  // namespace sluice
