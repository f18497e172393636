// analyzers/languages/solidity_expression.h - expressions of Solidity, with the operators where they belong.
//
// The grammar binds what follows an operand to the whole expression before it: `a + b.c()`
// becomes a call of `(a + b).c`, `delete m[k]` an index of `delete m`. So its nesting is not
// used: an expression is read as the row of its operands, operators and suffixes, which is
// right, and put together again by Solidity's table of precedence.
#pragma once
#include "analyzers/languages/definition.h"
#include "analyzers/unit/unit.h"

namespace sluice {

// The `shape` of every node that is an operator or a suffix (`.name`, `(...)`, `[...]`, `{...}`, `++`).
void shape_solidity_expression(Shaper& shaper, RawIndex raw, Role role);
// Arguments or Parameters: what stands between a node's first brackets, of which the grammar
// makes no node. Nothing when it has none.
void write_solidity_brackets(Shaper& shaper, RawIndex raw, Kind kind, Role role);
// The range of these brackets; empty when there are none.
ByteRange solidity_brackets(const Shaper& shaper, RawIndex raw);
// What is inside the grammar's `expression` nodes.
RawIndex solidity_unwrapped(const Shaper& shaper, RawIndex raw);

}  // namespace sluice
