// analyzers/languages/swift_expression.h - expressions of Swift: operators where they belong,
// calls, literals and what begins with `#`.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::swift {

void shape_operators(Shaper& s, RawIndex raw, Role role);
void shape_call(Shaper& s, RawIndex raw, Role role);
// `a`, `name: a`
void shape_argument(Shaper& s, RawIndex raw, Role role);
void shape_member(Shaper& s, RawIndex raw, Role role);
void shape_binary(Shaper& s, RawIndex raw, Role role);
void shape_unary(Shaper& s, RawIndex raw, Role role);
void shape_assignment(Shaper& s, RawIndex raw, Role role);
// `a as? T`
void shape_cast(Shaper& s, RawIndex raw, Role role);
// `[a: b]`: keys and values side by side.
void shape_dictionary(Shaper& s, RawIndex raw, Role role);
// `(1, b: 2)`: in parentheses alone it is what is inside.
void shape_tuple(Shaper& s, RawIndex raw, Role role);
// `#"a"#`
void shape_raw_string(Shaper& s, RawIndex raw, Role role);
// `#selector(a)`, `#available(iOS 13, *)`
void shape_hash_call(Shaper& s, RawIndex raw, Role role);
// `#name(a)`
void shape_macro(Shaper& s, RawIndex raw, Role role);
void shape_arguments(Shaper& s, RawIndex raw, Role role);
// `...a`, `a...`
void shape_open_range(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::swift
