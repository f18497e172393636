// analyzers/languages/dart_definition.h - definitions of Dart: the grammar puts a function's body
// beside its head, and at the top of a file the words, the type and the names of a declaration.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::dart {

// `final T x = e, y;` in a function: the first is in the definition, the others in lists.
void shape_variables(Shaper& s, RawIndex raw, Role role);
// A word or a type, or the whole declaration that begins with it.
void shape_head(Shaper& s, RawIndex raw, Role role);
// Nothing: it is written by what it follows.
void shape_list_of_names(Shaper&, RawIndex, Role);
// A function at the top of a file, or in one; its body is what follows.
void shape_signature(Shaper& s, RawIndex raw, Role role);
// Nothing: it is written by the head before it.
void shape_body(Shaper&, RawIndex, Role);
void shape_local_function(Shaper& s, RawIndex raw, Role role);
void shape_lambda(Shaper& s, RawIndex raw, Role role);
void shape_class_body(Shaper& s, RawIndex raw, Role role);
void shape_member(Shaper& s, RawIndex raw, Role role);
void shape_class(Shaper& s, RawIndex raw, Role role);
void shape_parents(Shaper& s, RawIndex raw, Role);
void shape_parameter_list(Shaper& s, RawIndex raw, Role role);
// `import 'a' as b show c, d;`
void shape_import(Shaper& s, RawIndex raw, Role role);
// `super(x)`, `y = 2` behind a constructor's head.
void shape_initializer(Shaper& s, RawIndex raw, Role);
// `: this.named(x)`
void shape_redirection(Shaper& s, RawIndex raw, Role role);
// `String text` of a function's type
void shape_typed_name(Shaper& s, RawIndex raw, Role role);
void shape_field_initializer(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::dart
