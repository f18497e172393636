// analyzers/languages/csharp_definition.h - definitions of C#: what a table cannot say of
// their parameters, names, accessors and bodies.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::csharp {

void shape_attributes(Shaper& s, RawIndex raw, Role);
void shape_type_parameters(Shaper& s, RawIndex raw, Role);
void shape_bases(Shaper& s, RawIndex raw, Role);
// `record R(int X) : Base(X)`: the parent is Base; what it is given comes after it.
void shape_base_with_arguments(Shaper& s, RawIndex raw, Role role);
void shape_parameter_list(Shaper& s, RawIndex raw, Role);
void shape_parameter(Shaper& s, RawIndex raw, Role role);
// `: base(x)` runs before the body.
void shape_constructor_initializer(Shaper& s, RawIndex raw, Role);
// `=> e` in place of a body is `{ return e; }`.
void write_arrow_block(Shaper& s, RawIndex raw, Role role);
// One VarDef for each name; a modifier may be a bare token (`using`, `event`).
void shape_variables(Shaper& s, RawIndex raw, Role role);
// `x = 1`, `(a, b) = f()`: its parts belong to the VarDef around it.
void shape_declarator(Shaper& s, RawIndex raw, Role);
// `get { ... }`, `set => x = value;`, `add`, `init`.
void shape_accessor(Shaper& s, RawIndex raw, Role role);
// `string Name { get; } = "x";` is a variable with functions; `int X => e;` has a getter.
void shape_property(Shaper& s, RawIndex raw, Role role);
// `operator +`, `implicit operator int`, `~Name`: the name is written in several tokens.
void shape_operator(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::csharp
