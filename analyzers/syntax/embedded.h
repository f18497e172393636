// analyzers/syntax/embedded.h - code of one language inside a file of another.
//
// A page's scripts are read as JavaScript (TypeScript where `lang` says so), each into
// a Unit of its own whose offsets are offsets into the whole file: findings in them
// need no translation.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct EmbeddedPart {
  ByteRange range;
  Language language{};
  friend bool operator==(const EmbeddedPart&, const EmbeddedPart&) = default;
};

// The languages that the units of a file in `language` can be in: its own first, and for
// pages those of scripts.
std::vector<Language> languages_within(Language language);

// The scripts of a page, in file order: `<script>` elements with text whose `type` is
// absent or one of JavaScript's. `page` is the Unit of a file in Language::Html; any
// other has none.
std::vector<EmbeddedPart> find_embedded(const Unit& page);

// The file's own Unit first, then one for each embedded part.
std::vector<Unit> read_units(Language language, std::string_view text, const Names* base_names);

}  // namespace sluice
