// analyzers/syntax/clojure.h - reads Clojure and EDN, for which no grammar fits the parser's core.
//
// A program is forms, and every list is a call:
//
//   (f a b)            Call(f, Arguments(a, b))             (def x 1) and (if a b) too: macros make
//                                                           what is special a matter of taste
//   (Foo. a)           New(Foo, Arguments(a))               (new Foo a) likewise
//   [a b] {:k v} #{a}  Array, Map(Pair), Set                #(f %)   Lambda(Block(ExprStmt(Call)))
//   a.b.C/m            Member(Member(Member(a, b), C), m)   :k, ::n/k  Symbol
//   'x @x #'x ~x       Unary with that operator             #"re" Regex    \c Character
//
// `#_ form` and comments are kept aside, `^meta` is not looked at. From one `(ns ...)` to the next the
// forms of a file are a Block: what is said of one namespace is not said of the next.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct StandIn;

// `stand_ins`: the stand-ins of a pattern; null for a file.
Unit read_clojure(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins);

}  // namespace sluice
