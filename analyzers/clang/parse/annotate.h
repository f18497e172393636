// analyzers/clang/parse/annotate.h - what libclang knows of the nodes of a Unit.
//
// A node and a cursor are the same thing when they stand at the same bytes and are of one
// sort: expression and expression, or a definition and a declaration of the same name. Of
// the cursors at one range the innermost is what is written: the others are conversions. Of
// what a macro made, the outermost counts: the rest is the macro's own.
#pragma once
#include <span>

#include "analyzers/clang/module.h"
#include "analyzers/clang/parse/tree.h"

namespace sluice::clang {
// Adds rows, by node, and the texts they use.
void annotate(const Tree& tree, std::span<const Node> nodes, FileOutput& out);
}  // namespace sluice::clang
