// analyzers/pattern/generic/space_pattern.h - a generic pattern that knows words, marks and
// indentation: the engine `spacegrep`.
//
//   location ... {           Word Dots Mark
//     add_header $NAME;        Open Word Variable Mark Close
//   }                        Mark
//
// `...` stands for anything in the next lines, two of them for twice as many; `$X` for one word;
// `$...X` for what a `...` stands for. An indented part must be a block of the text, as a whole.
// Brackets are marks like others.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice {

struct SpacePart {
  enum class Type : std::uint8_t { Word, Mark, Variable, Dots, Open, Close } type = Type::Mark;
  std::string text{};           // Word, Mark: what must stand there
  std::int32_t variable = -1;   // Variable, Dots: index into SpacePattern::variables; -1: none
  std::uint32_t count = 1;      // Dots: how many `...` in a row
  friend bool operator==(const SpacePart&, const SpacePart&) = default;
};

struct SpacePattern {
  std::vector<SpacePart> parts;         // Open and Close are balanced
  std::vector<std::string> variables;   // `$X`, `$...X` as they are written
  bool repeats_variable = false;        // some variable stands in two places
  std::uint32_t depth = 0;              // of Open in Open
  std::string rarest_word;              // no text without it matches; may be empty
};

// Errors: nothing to look for, or more parts than any sensible pattern has.
Result<SpacePattern> parse_space_pattern(std::string_view text, const Place& place);

// `$X`, `$...X` at the beginning of `text`: its length, 0 when there is none.
std::size_t generic_variable_length(std::string_view text);

}  // namespace sluice
