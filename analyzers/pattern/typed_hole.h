// analyzers/pattern/typed_hole.h - finds metavariables with a type in a pattern's text.
//
// `(Cipher $C).init(...)` is no Java: the reader replaces `(Cipher $C)` by a stand-in and
// keeps the type aside. What looks the same and is code of the language stays: parameters of
// functions and lambdas, caught exceptions.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/languages/definition.h"

namespace sluice {

struct TypedHoleText {
  std::size_t end = 0;  // behind the hole in the pattern's text
  std::string name;     // `$X`
  std::string type;     // as written
};

// The typed hole that begins at `at`.
std::optional<TypedHoleText> find_typed_hole(TypedHole style, std::string_view text, std::size_t at);

// `$X`, `$_`, `$...X`: its length at the begin of the text; 0 for anything else.
std::size_t metavariable_length(std::string_view text);

}  // namespace sluice
