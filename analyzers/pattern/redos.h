// analyzers/pattern/redos.h - `metavariable-analysis: redos`: can a regular expression take for ever?
//
// A matcher that goes back tries all ways to read a text before it says no. How many there are
// is the ambiguity of the expression's automaton:
//
//   exponential   two ways round one repetition on the same text: `(a+)+`, `(a|a)*`, `(\w+[-.]?)*`
//   polynomial    a text that one repetition takes, the next takes too, and that leads from the one
//                 to the other, so that the border between them may be anywhere: `\s+\s+$`, `a*b?a*c`
//
// The two criteria (EDA and IDA) are those of Weber and Seidl, "On the degree of ambiguity of
// finite automata" (1991); that they decide the time of a matcher that goes back is in Weideman, van der
// Merwe, Berglund, Watson, "Analyzing matching time behavior of backtracking regular expression
// matchers by using ambiguity of NFA" (2016). Of theirs, it is not asked whether a text can fail behind
// an exponential repetition (what is found may be harmless); behind polynomial ones something must
// follow. A match is looked at from one place: that an expression without `^` is tried at every
// place of a text is not counted. What needs backreferences or look-around to blow up is not found.
#pragma once
#include <cstdint>
#include <string_view>

namespace sluice {

enum class Ambiguity : std::uint8_t { Bounded, Polynomial, Exponential };

// Also of a literal with its slashes (`/(a+)+$/i`). Never slow, whatever the text: what is too large, or
// no expression, is Bounded.
Ambiguity ambiguity_of(std::string_view regex);

}  // namespace sluice
