// analyzers/languages/kotlin_prepare.h - what Kotlin allows and its grammar reads as something else.
//
//   f<A>(x)      two comparisons to the grammar; `f<A, B>(x)` it reads as the call it is
//   f<A> { x }
//
// The one type in brackets is overwritten with blanks before the text is parsed; so no offset
// changes, and what the tree says of the call is the same without it.
#pragma once
#include <string>

namespace sluice {

void prepare_kotlin(std::string& text);

}  // namespace sluice
