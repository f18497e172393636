// analyzers/languages/js_family.h - what JavaScript, TypeScript and TSX share.
//
// Three grammars, one table: the TypeScript grammars extend the JavaScript one and
// keep its node types. A row whose type a grammar lacks is never met.
#pragma once
#include <span>

#include "analyzers/languages/definition.h"

namespace sluice {

std::span<const NodeShape> js_family_shapes();
std::span<const std::string_view> js_family_interpolations();
// JSX and types are in patterns for all of them, whatever the files are.
PatternSyntax js_family_pattern();
Equivalences js_family_equivalences();
Execution js_family_execution();

}  // namespace sluice
