// analyzers/languages/kotlin_string.h - strings of Kotlin: `$name` in them is code, which the
// grammar does not see.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::kotlin {

void shape_kotlin_string(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::kotlin
