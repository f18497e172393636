// analyzers/languages/known_gaps.h - syntax that a language has and its grammar cannot read yet.
//
// Code with it gets an Error node there; what is around it is read. `sluice languages` prints the
// list, and tests/unit/analyzers/languages/syntax_test.cpp keeps it true: the sample that a gap
// names must fail to parse, every other sample of that folder must not.
//
// To add one: a sample in tests/unit/analyzers/languages/syntax/<language>/, a row in known_gaps.cpp.
#pragma once
#include <span>
#include <string_view>

#include "analyzers/source/language.h"

namespace sluice {

struct KnownGap {
  Language language;
  std::string_view since;   // the version that brought it: "14"
  std::string_view what;    // for people: "`a?.b = c`"
  std::string_view sample;  // a file's stem in the folder of samples
};

std::span<const KnownGap> known_gaps();  // by language, in the order of its versions

}  // namespace sluice
