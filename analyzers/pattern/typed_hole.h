// analyzers/pattern/typed_hole.h - metavariables with a type, in the text of a pattern.
//
//   (java.lang.Runtime $R).exec(...)     the type first: Java, C#, C, C++, Apex, Dart
//   ($R : *http.Request).Header          the name first: Go, JavaScript, Kotlin, Rust, ...
//   time.sleep($X: float)                Python, as an argument
//
// No grammar reads these as what they mean, so they are found in the text and become one
// hole. Parameter lists (`void f(String $X)`, `($X: T) => ...`, `catch (E $X)`) look alike
// and are code: what stands before and behind the parentheses tells.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/source/language.h"

namespace sluice {

struct TypedHole {
  std::size_t end = 0;  // behind it in the text
  std::string name;     // `$R`
  std::string type;     // `java.lang.Runtime`
};

// The typed metavariable that begins at `at`: a parenthesis, or in Python the `$`.
std::optional<TypedHole> typed_hole_at(Language language, std::string_view text, std::size_t at);

}  // namespace sluice
