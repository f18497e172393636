// analyzers/languages/pattern_place.h - where in a pattern's text `...` stands.
//
// In data languages the brackets around `...` tell what it stands for: between `{` and `}`
// an attribute or a pair, between `[` and `]` an item, behind `=` or `:` a value.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace sluice {

enum class PatternPlace { TopLevel, Member, Item, Value };

// `quotes`: what begins a text in which brackets mean nothing; `line_comment`: what begins
// a comment. A `...` behind `=` or `:` is a Value whatever is around it.
PatternPlace pattern_place(std::string_view pattern, std::size_t at, std::string_view quotes, std::string_view line_comment);

// True where `...` at `at` stands for an arm of a `switch`: first in the braces whose head holds
// one of `words`, or behind a comma there; with Arms::OnLines also where it begins a line.
enum class Arms { Separated, OnLines };
bool is_at_arm(std::string_view pattern, std::size_t at, std::initializer_list<std::string_view> words, Arms arms = Arms::Separated);

// True in `for (...)` and `for { ... }`: the `...` is all that stands in the header.
bool is_loop_header(std::string_view pattern, std::size_t begin, std::size_t end);

// The character before `at` that is no blank; '\0' for none.
char last_visible(std::string_view pattern, std::size_t at);

}  // namespace sluice
