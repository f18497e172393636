// analyzers/pattern/regex_form.h - what the text of a regex says about the time it can take.
//
// Rules have regexes in Perl's dialect, which PCRE2 runs by going back: on hostile text a
// search can take quadratic time (`a*b` on a row of `a`) or never end (`(a+)+b`). RE2 takes
// linear time for whatever it accepts, but its dialect differs in corners that nobody sees
// until a finding is lost. So a regex is read here, part by part, and written anew for RE2
// when every part of it is known to mean the same in both: literals, classes, groups,
// alternatives, greedy and lazy repetitions of what is never empty, anchors where they
// agree. All else (look-around, backreferences, atomic groups, Unicode properties, \R, \K,
// flags other than i, m and s, repetitions of what may be empty) is left to PCRE2.
//
// What was taken care of: \s has the vertical tab in PCRE2 only; `$` also matches before a
// last newline in PCRE2 only; `^` in lines matches behind a last newline in RE2 only; \B
// can match within a letter in RE2; case folding is written out, for ASCII alone.
// tests/unit/analyzers/pattern/regex_test.cpp compares the two on generated cases.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

struct LinearForm {
  std::string text;                 // for RE2 in UTF-8 mode, without options
  bool needs_no_last_newline = false;  // means the same only on texts that do not end in a newline
  bool begins_lines = false;        // an empty match behind a last newline is none
  bool crosses_lines = false;       // a match can hold a newline
};

struct RegexForm {
  // From any one place the search ends after a few hundred steps, whatever the text.
  bool is_cheap = false;
  std::optional<LinearForm> linear;
};

// `in_lines`: ^ and $ at every line from the beginning. Of what is no regex nothing is said.
RegexForm read_regex_form(std::string_view regex, bool in_lines);

}  // namespace sluice
