// analyzers/syntax/embedded.h - code of one language inside a file of another.
//
//   pages               `<script>` (JavaScript; TypeScript where `lang` says so), `onclick="..."`,
//                       `href="javascript:..."`; template tags in them (`<% %>`, `{% %}`) are left out
//   PHP                 the same in the HTML around it
//   CI workflows        `run:`, `script:` and their like, in the shell that the step says
//   Dockerfiles         what a shell reads of RUN, CMD, ENTRYPOINT
//
// Each is read into a Unit of its own whose offsets are offsets into the whole file: findings
// in them need no translation.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

// A piece of code: its bytes in the file, without what does not belong to it (indentation,
// template tags); in order.
struct EmbeddedPart {
  std::vector<ByteRange> ranges;
  Language language{};
  friend bool operator==(const EmbeddedPart&, const EmbeddedPart&) = default;
};

// The languages that the units of a file can be in: its own first, and those of the code that
// a look at its text says may be in it.
std::vector<Language> languages_within(Language language, std::string_view text);

// The code in a file, in file order. `file` is the file's own Unit.
std::vector<EmbeddedPart> find_embedded(const Unit& file);

// The file's own Unit first, then one for each embedded part.
std::vector<Unit> read_units(Language language, std::string_view text, const Names* base_names);

// The content of a text node (a String or Template), as the bytes of its lines without quotes,
// indentation and here-document marks: what it would say in a file of its own. Escapes stay as
// they are written.
std::vector<ByteRange> content_parts(const Unit& unit, NodeId text);

}  // namespace sluice
