// analyzers/languages/js_jsx.h - JSX: elements among the expressions of JavaScript and TypeScript.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::js {

// `<a b={c}>...</a>`, `<a />`
void shape_element(Shaper& s, RawIndex raw, Role role);
// `{e}` among an element's children is code in text; as an attribute's value it is just e.
void shape_jsx_expression(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::js
