// analyzers/pattern/redos.h - `metavariable-analysis: redos`: can a regular expression take for ever?
//
// A matcher that goes back takes exponential time when a text can be cut into repetitions
// in many ways: `(a+)+`, `(a|a)*`, `(\w+[-.]?)*`. Found are repetitions within repetitions
// where the inner one alone can be a round of the outer: whatever else stands in the round
// may be empty, or is what the inner repetition takes too; and alternatives of a repetition
// that begin alike. It is a guess from the form: what is found may be harmless behind what
// stands before it; what needs backreferences or look-around to blow up is not found.
#pragma once
#include <string_view>

namespace sluice {

// Also of a literal with its slashes (`/(a+)+$/i`). Never slow, whatever the text.
bool backtracks(std::string_view regex);

}  // namespace sluice
