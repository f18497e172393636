// analyzers/flow/engine/alphabet.h - what characters are left in a text that a regular expression let through.
//
//   /^[a-z0-9_]+$/.test(x)      x has only these characters: it is no path, no command, no markup
//   x.replace(/[\r\n]/g, "")    x has all characters but these
//
// Only the set of characters is worked out, not their order: that is what decides whether a text can do harm, and
// it is read from the expression in one pass. What cannot be read (look-behinds, references) gives nothing.
//
// Bytes of characters beyond ASCII are in every set: none of them means anything to a shell, a query or a path.
#pragma once
#include <bitset>
#include <optional>
#include <string_view>

#include "analyzers/flow/model_kinds.h"

namespace sluice::flow {

using Alphabet = std::bitset<256>;

struct RegexReading {
  bool is_bound = false;        // the test is of the whole text whatever the expression says (`fullmatch`, `matches`)
  bool is_bound_front = false;  // it begins at the begin of the text (`match` of Python)
  bool are_anchors_of_lines = false;  // `^` and `$` are those of lines (Ruby)
};

// The characters of texts that match as a whole; nothing when the expression also matches pieces of texts.
std::optional<Alphabet> alphabet_of_matching(std::string_view regex, const RegexReading& how);

// The characters that are gone when all matches are replaced; nothing when it matches more than one character
// that stands for itself.
std::optional<Alphabet> alphabet_removed(std::string_view regex);

// What a text of these characters alone cannot do.
Harms ruled_out_by(const Alphabet& alphabet);

}  // namespace sluice::flow
