// analyzers/pattern/generic/alien_pattern.h - a generic pattern as a regular expression: the
// engine `aliengrep`.
//
// Blanks mean nothing (in single-line mode: but for line ends), an ellipsis takes as little as
// it can and keeps brackets in pairs where the text has them in pairs, words are whole words.
//   `...`    anything; in single-line mode in its line       `$X`     a word
//   `....`   anything, over lines too                        `$...X`  what `...` stands for
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/pattern/generic/options.h"
#include "analyzers/pattern/regex.h"

namespace sluice {

struct AlienPattern {
  Regex regex;
  // `$X`, `$...X` as they are written; variable i is the named group `v<i>`.
  std::vector<std::string> variables;
  std::string rarest_word;  // no text without it matches; empty when case does not matter
};

Result<AlienPattern> compile_alien_pattern(std::string_view text, const GenericOptions& options, const Place& place);

}  // namespace sluice
