// The matcher that anyone would write from docs/rule-language.md: recursion over two Trees, all
// ways collected in lists, nothing remembered, nothing skipped. Slow, and short enough to be
// believed. The fast matcher must find the same (obvious_matcher_test.cpp).
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/analyzers/pattern/small_program.h"

namespace sluice::testing {

struct ObviousMatch {
  std::uint32_t begin = 0, end = 0;
  std::map<std::string, std::string> bindings;  // `$X` and the code it stands for
  friend auto operator<=>(const ObviousMatch&, const ObviousMatch&) = default;
};

// `program` was written as `text`. A pattern that is a Block is a sequence of statements.
std::set<ObviousMatch> find_obviously(const Tree& pattern, const Tree& program, const std::string& text);

}  // namespace sluice::testing
