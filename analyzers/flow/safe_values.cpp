#include "analyzers/flow/safe_values.h"

#include <algorithm>
#include <string_view>

namespace sluice::flow {
namespace {

constexpr std::string_view kComparisons[] = {"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not"};

}  // namespace

SafeValues::SafeValues(const Unit& unit, const TaintOptions& options) : unit_(unit), options_(options) {
  auto add = [this](std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) safe_types_.push_back(parse_type_name(name));
  };
  if (options.safe_booleans) add({"boolean", "bool"});
  if (options.safe_numbers) add({"int", "long", "short", "byte", "float", "double", "number", "int64", "i64"});
  if (!safe_types_.empty()) types_.emplace(unit);
}

bool SafeValues::is_safe(NodeId expression) const {
  if (!expression.valid()) return false;
  bool is_comparison = unit_.node(expression).kind == Kind::Binary && std::ranges::find(kComparisons, unit_.text(expression)) != std::end(kComparisons);
  return (options_.safe_comparisons && is_comparison) || (types_ && is_of_safe_type(expression));
}

bool SafeValues::is_of_safe_type(NodeId expression) const {
  bool is_parameter = unit_.node(expression).kind == Kind::Parameter;
  TypeName type = types_->type_of(is_parameter ? unit_.child(expression, Role::Name) : expression);
  return type.is_known() && std::ranges::any_of(safe_types_, [&](const TypeName& safe) { return is_type(type, safe); });
}

}  // namespace sluice::flow
