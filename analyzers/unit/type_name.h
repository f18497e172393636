// analyzers/unit/type_name.h - types as programs and rules write them, made comparable.
//
// `java.util.List<String>`, `*http.Request`, `const char *`, `Cookie[]`: a name, and what
// stands around it. Only what is written counts: nothing is known of parents or aliases,
// but that a language has two names for one type (`Integer` and `int`).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

struct TypeName {
  // What a literal says of its type: several types may be written for it.
  enum class Literal : std::uint8_t { None, String, Whole, Real, Boolean };

  std::string name;          // `java.util.List`, with dots whatever the language writes
  std::string arguments;     // `<String>` without blanks; empty: none given
  std::uint8_t pointers = 0;
  std::uint8_t arrays = 0;
  Literal literal = Literal::None;

  bool is_known() const { return !name.empty() || literal != Literal::None; }
};

// Reads a type in any language's spelling: stars and brackets before or behind the name;
// `const`, `struct`, `?` and the like say nothing.
TypeName parse_type_name(std::string_view text);

// True when a value of type `found` is what a rule calls `wanted`. Names agree when equal, or
// when one of them is the other's last part: an import may have shortened it. A metavariable
// (`$T`) is any type. Arguments count only when both sides have them.
bool is_type(const TypeName& found, const TypeName& wanted);
// What a file must say for something in it to be of this type, unless a compiler told its types:
// the last part of the name. Empty: nothing, a literal or another name may be of the type.
std::string_view needed_name(const TypeName& wanted);

}  // namespace sluice
