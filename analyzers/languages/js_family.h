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
PatternSyntax js_family_pattern();

}  // namespace sluice
