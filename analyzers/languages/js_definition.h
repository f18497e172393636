// analyzers/languages/js_definition.h - definitions and imports of JavaScript and TypeScript: words,
// decorators and names that the grammars leave outside the node of what they belong to.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::js {

void shape_definition(Shaper& s, RawIndex raw, Role role);
// TypeScript keeps decorators of methods beside them: they belong to the member that follows.
void shape_class_body(Shaper& s, RawIndex raw, Role role);
// `export const a = 1`, `@a export default class {}`: the definition, with modifiers.
// `export {a as b} from 'm'`, `export * from 'm'`, `export default e`: stay what they are.
void shape_export(Shaper& s, RawIndex raw, Role role);
// `declare function f(): void`, `declare global { }`
void shape_ambient(Shaper& s, RawIndex raw, Role role);
// `@name(args)`: Attribute(Name, Arguments).
void shape_decorator(Shaper& s, RawIndex raw, Role role);
void shape_formal_parameters(Shaper& s, RawIndex raw, Role role);
void shape_parameter(Shaper& s, RawIndex raw, Role role);
// `x => e`: the only parameter has no parentheses.
void shape_arrow(Shaper& s, RawIndex raw, Role role);
// A member of an enum without a value stands in the body as a bare name.
void shape_enum_body(Shaper& s, RawIndex raw, Role role);
// `extends A<T>`: the type arguments of a parent class are no parents.
void shape_extends(Shaper& s, RawIndex raw, Role);
void shape_parents(Shaper& s, RawIndex raw, Role);
// `import d, {a as b} from 'm'`: d is the Import's Alias, {a as b} an ImportedName.
// `import d = require('m')`: the module is in the clause too.
void shape_import(Shaper& s, RawIndex raw, Role role);
// `* as ns`: ImportedName(Token `*`, ns).
void shape_namespace(Shaper& s, RawIndex raw, Role role);
// `import A = B.C`
void shape_import_alias(Shaper& s, RawIndex raw, Role role);
// `export {default as b}`: `default` is a token there.
void shape_specifier(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::js
