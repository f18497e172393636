// analyzers/languages/ocaml_expression.h - expressions of OCaml that hold no statements, and the
// patterns, extensions and strings that look like them.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::ocaml {

void shape_application(Shaper& s, RawIndex raw, Role role);
// `assert e`: a call in all but name.
void shape_assert(Shaper& s, RawIndex raw, Role role);
// `~label:e`, `?label:e`, `~label`
void shape_labeled_argument(Shaper& s, RawIndex raw, Role role);
void shape_infix(Shaper& s, RawIndex raw, Role role);
void shape_prefix(Shaper& s, RawIndex raw, Role role);
// `a.x <- e`, `a.(i) <- e`
void shape_set(Shaper& s, RawIndex raw, Role role);
// `{ r with a = e; b }`
void shape_record(Shaper& s, RawIndex raw, Role role);
// `a = e`; `a` alone is `a = a`.
void shape_field(Shaper& s, RawIndex raw, Role role);
// `(e : t)`, `(e :> t)`
void shape_typed(Shaper& s, RawIndex raw, Role role);
// `Some p`, `` `Tag p ``
void shape_constructed(Shaper& s, RawIndex raw, Role role);
void shape_extension(Shaper& s, RawIndex raw, Role role);
void shape_attribute(Shaper& s, RawIndex raw, Role role);
// `{|text|}`, `{id|text|id}`
void shape_quoted_string(Shaper& s, RawIndex raw, Role role);
void shape_plain_string(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::ocaml
