#include "analyzers/flow/safe_values.h"

#include <algorithm>
#include <string_view>

namespace sluice::flow {
namespace {

constexpr std::string_view kComparisons[] = {"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not"};

}  // namespace

SafeValues::SafeValues(const Unit& unit, const TaintOptions& options) : unit_(unit), options_(options) {
  if (options.safe_booleans || options.safe_numbers) types_.emplace(unit);
}

bool SafeValues::is_safe(NodeId expression) const {
  if (!expression.valid()) return false;
  bool is_comparison = unit_.node(expression).kind == Kind::Binary && std::ranges::find(kComparisons, unit_.text(expression)) != std::end(kComparisons);
  return (options_.safe_comparisons && is_comparison) || (types_ && is_of_safe_type(expression));
}

bool SafeValues::is_of_safe_type(NodeId expression) const {
  bool is_parameter = unit_.node(expression).kind == Kind::Parameter;
  TypeName type = types_->type_of(is_parameter ? unit_.child(expression, Role::Name) : expression);
  if (!type.is_known() || type.arrays > 0) return false;
  auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return is_type(type, parse_type_name(name)); });
  };
  if (options_.safe_booleans && is_one_of({"boolean", "bool"})) return true;
  return options_.safe_numbers && is_one_of({"int", "long", "short", "byte", "float", "double", "number", "int64", "i64"});
}

}  // namespace sluice::flow
