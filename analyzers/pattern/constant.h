// analyzers/pattern/constant.h - what bound code is worth, when that is known.
#pragma once
#include <string>
#include <string_view>

#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/comparison.h"
#include "analyzers/pattern/unit_index.h"

namespace sluice {

// The content of a string, the digits of a number, what a name stands for all over the
// file; the code itself when nothing is known.
std::string_view constant_value(const Unit& unit, const UnitIndex& index, const Binding& binding);

// The same as a value of `metavariable-comparison`. `strip`: a string of digits is a number.
ComparisonValue comparison_value(const Unit& unit, const UnitIndex& index, const Binding& binding, bool strip);

}  // namespace sluice
