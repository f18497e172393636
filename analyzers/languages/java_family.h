// analyzers/languages/java_family.h - shaper functions that Java and Apex share: their grammars have
// the same node types for the same things.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice {

// `T a = 1, b;`: a VarDef each.
void shape_java_variables(Shaper& shaper, RawIndex raw, Role role);
// `try (resources) { } catch (E e) { } finally { }`
void shape_java_try(Shaper& shaper, RawIndex raw, Role role);
// `catch (final A | B e) { }`: the formal parameter's parts belong to the Catch.
void shape_java_catch(Shaper& shaper, RawIndex raw, Role role);
// `new T(args) { body }`
void shape_java_new(Shaper& shaper, RawIndex raw, Role role);
// `A, B` of `implements A, B`: a Parent each.
void shape_java_type_list(Shaper& shaper, RawIndex raw, Role role);
// `A.B` of types.
void shape_java_scoped_type(Shaper& shaper, RawIndex raw, Role role);

}  // namespace sluice
