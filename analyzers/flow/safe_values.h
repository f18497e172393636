// analyzers/flow/safe_values.h - the options `taint_assume_safe_booleans`, `_numbers` and `_comparisons`:
// values that carry no taint because of what they are.
#pragma once
#include <optional>
#include <vector>

#include "analyzers/pattern/rule_options.h"
#include "analyzers/unit/types.h"

namespace sluice::flow {

class SafeValues {
 public:
  SafeValues(const Unit& unit, const TaintOptions& options);
  // By what the expression is and, as far as the file says it, its type.
  bool is_safe(NodeId expression) const;

 private:
  bool is_of_safe_type(NodeId expression) const;

  const Unit& unit_;
  const TaintOptions& options_;
  std::vector<TypeName> safe_types_;
  std::optional<Types> types_;  // when an option asks for types
};

}  // namespace sluice::flow
