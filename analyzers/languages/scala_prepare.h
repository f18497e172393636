// analyzers/languages/scala_prepare.h - what Scala allows and its grammar does not read.
//
//   f { implicit request: Request[A] => ... }     the grammar wants `(request: Request[A])`
//   class C @Inject() (db: Db)                    it takes `(db: Db)` for a second list of the
//                                                 annotation's arguments
//
// Both are in every controller of the Play framework, and what the parser makes of them takes
// the whole class with it. So they are written over before it parses; places stay what they were.
#pragma once
#include <string>

namespace sluice {

// Keeps the length of `text`. The type of a parameter that has no room for parentheses, and the
// annotation of a constructor, are left out.
void prepare_scala(std::string& text);

}  // namespace sluice
