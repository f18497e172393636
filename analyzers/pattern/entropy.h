// analyzers/pattern/entropy.h - `metavariable-analysis: entropy`: does a text look made by chance?
//
// A key or token says more than words of the same length. How much a character says is
// measured against English: a letter costs as many bits as it is unlikely after the one
// before, by the frequencies of pairs of letters in this project's own documentation
// (entropy.cpp has the table and the count); any other character costs all 8.
#pragma once
#include <string_view>

namespace sluice {

// Bits that the text says against that measure; 0 of an empty one.
double bits_of(std::string_view text);

// More than 64 bits, and more than 0.6 of the 8 that a character can say: the bounds of
// the rule language's reference.
bool is_random(std::string_view text);

}  // namespace sluice
