// analyzers/unit/types.h - the type of an expression, as far as the file says it.
//
// From declarations of variables, parameters and fields, `new T()`, casts, literals and
// simple operators. No inheritance, no other files: what is not written here is unknown.
//
// Not here: what libclang knows of C and C++ (NodeFacts in unit.h).
#pragma once
#include "analyzers/unit/unit.h"

namespace sluice {

struct ExpressionType {
  enum class Plain : std::uint8_t { None, Text, Integer, Real, Boolean };
  NodeId written;             // the node that says the type, in the language's own way
  Plain plain = Plain::None;  // of what needs no saying: literals and operators
  bool is_known() const { return written.valid() || plain != Plain::None; }
};

ExpressionType type_of(const Unit& unit, NodeId expression);
// What the name of a type means in that language; None for all but the plain ones.
ExpressionType::Plain plain_type(std::string_view name);

}  // namespace sluice
