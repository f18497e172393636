#include "analyzers/pattern/constant.h"

#include <charconv>
#include <optional>

#include "base/text.h"

namespace sluice {
namespace {

Kind kind_of(const Unit& unit, const Binding& binding) {
  bool is_node = binding.node.valid() && !binding.is_text && !binding.is_run;
  return is_node ? unit.node(binding.node).kind : Kind::Other;
}

const Constant* known_constant(const UnitIndex& index, const Binding& binding) {
  bool is_node = binding.node.valid() && !binding.is_text && !binding.is_run;
  const Constant* constant = is_node ? index.constant(binding.node) : nullptr;
  return constant && constant->is_known ? constant : nullptr;
}

// `10`, `0x10`, `1_000`, `10L`; with a sign before it.
std::optional<ComparisonValue> number_of(std::string_view text) {
  std::string digits;
  for (char c : trim(text))
    if (c != '_') digits += c;
  while (!digits.empty() && std::string_view("uUlL").find(digits.back()) != std::string_view::npos) digits.pop_back();
  bool is_negative = digits.starts_with('-');
  std::string_view rest = std::string_view(digits).substr(is_negative ? 1 : 0);
  std::string prefix = to_lower(rest.substr(0, 2));
  int base = prefix == "0x" ? 16 : prefix == "0o" ? 8 : prefix == "0b" ? 2 : 10;
  std::string_view number = base == 10 ? rest : rest.substr(2);
  std::int64_t integer = 0;
  if (auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), integer, base);
      error == std::errc{} && stop == number.data() + number.size())
    return ComparisonValue{is_negative ? -integer : integer, false};
  double real = 0;
  if (auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), real); error == std::errc{} && stop == rest.data() + rest.size())
    return ComparisonValue{is_negative ? -real : real, false};
  return std::nullopt;
}

// `-1` of a number.
std::optional<ComparisonValue> negated(const Unit& unit, NodeId id) {
  NodeId operand = unit.child(id, Role::Operand);
  if (unit.text(id) != "-" || !operand.valid() || unit.node(operand).kind != Kind::Number) return std::nullopt;
  return number_of("-" + std::string(unit.text(operand)));
}

}  // namespace

std::string_view constant_value(const Unit& unit, const UnitIndex& index, const Binding& binding) {
  Kind kind = kind_of(unit, binding);
  if (const Constant* constant = known_constant(index, binding)) return constant->text;
  if (kind == Kind::Number || kind == Kind::Boolean) return unit.text(binding.node);
  return value_of(unit, binding);
}

ComparisonValue comparison_value(const Unit& unit, const UnitIndex& index, const Binding& binding, bool strip) {
  Kind kind = kind_of(unit, binding);
  if (kind == Kind::Unary)
    if (auto number = negated(unit, binding.node)) return *number;
  std::string_view text = constant_value(unit, index, binding);
  if (const Constant* constant = known_constant(index, binding)) kind = constant->kind;
  if (kind == Kind::Number || binding.is_text || strip)
    if (auto number = number_of(text)) return *number;
  if (kind == Kind::Boolean) return {to_lower(text) == "true", false};
  bool is_constant = kind == Kind::String || binding.is_text;
  return {std::string(text), !is_constant};
}

}  // namespace sluice
