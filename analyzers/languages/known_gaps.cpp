#include "analyzers/languages/known_gaps.h"

namespace sluice {
namespace {

using enum Language;

constexpr KnownGap kGaps[] = {
    {Cpp, "20", "modules with a dotted name (`export module a.b;`)", "20-modules"},
    {Cpp, "23", "`this` as a parameter (`run(this A self)`)", "23-deducing-this"},
    {Cpp, "23", "`[] static { }`", "23-static-lambdas"},
    {Cpp, "23", "`if consteval`", "23-if-consteval"},
    {Cpp, "23", "`\\x{..}` and `\\N{..}` in texts", "23-escapes"},
    {CSharp, "13", "`allows ref struct`", "13-allows-ref-struct"},
    {CSharp, "14", "`a?.b = c`", "14-null-conditional-assignment"},
    {CSharp, "14", "`extension` blocks", "14-extension-blocks"},
    {CSharp, "14", "modifiers of untyped lambda parameters (`(a, out b) => c`)", "14-lambda-modifiers"},
    {CSharp, "14", "`operator +=` and its like as members", "14-compound-operators"},
    {Dart, "2.17", "enum values with arguments", "217-enhanced-enums"},
    {Dart, "3.0", "`sealed`, `final` and `interface` classes", "300-class-modifiers"},
    {Dart, "3.0", "records", "300-records"},
    {Dart, "3.0", "patterns and `switch` as an expression", "300-patterns"},
    {Java, "24", "`import module`", "23-module-imports"},
    {Java, "24", "statements before `super(...)`", "24-flexible-constructors"},
    {Kotlin, "2.2", "guards of `when` (`is Int if x > 3`)", "22-guards"},
    {Kotlin, "2.2", "texts with several dollars (`$$\"...\"`)", "22-multi-dollar"},
    {Kotlin, "2.3", "`context(...)` before a function", "23-context"},
    {Php, "8.5", "`clone($x, [...])`", "85-clone-with"},
    {Python, "3.13", "defaults of type parameters (`class A[T = int]`)", "313-type-defaults"},
    {Ts, "4.7", "variance (`in out T`)", "47-variance"},
    {Ts, "4.9", "`override accessor`", "49-override-accessor"},
    {Ts, "5.0", "`export type *`", "50-export-type-all"},
    {Ts, "5.9", "`import defer`", "59-import-defer"},
};

}  // namespace

std::span<const KnownGap> known_gaps() { return kGaps; }

}  // namespace sluice
