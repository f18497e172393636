// analyzers/pattern/label_expression.h - `requires` of taint rules: what labels data must carry.
//
//   INPUT and not (CLEAN or CONSTANT)
//
// As in Python: `not` before `and` before `or`, parentheses, and nothing else. `True` and `False` too.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice {

struct LabelExpression {
  enum class Type : std::uint8_t { Label, And, Or, Not, True, False } type = Type::True;
  std::string label;                   // Label
  std::vector<LabelExpression> parts;  // And, Or: two or more; Not: one

  bool holds(const std::function<bool(std::string_view)>& has_label) const;
};

// `place`: where the text begins. The column of a mistake is that in the text.
Result<LabelExpression> parse_label_expression(std::string_view text, const Place& place);

}  // namespace sluice
