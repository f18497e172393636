#include "analyzers/pattern/bindings.h"

namespace sluice {
namespace {

std::vector<NodeId> run_of(const Unit& unit, const Binding& binding) {
  std::vector<NodeId> run;
  for (NodeId at = binding.node; at.valid() && at != binding.run_end; at = unit.next_sibling(at)) run.push_back(at);
  return run;
}

// Two names that are spelled alike may be different variables. What is declared within the
// code compared is the same when it stands in the same place of it.
bool same_variable(const Unit& unit, NodeId a, NodeId b, std::uint32_t offset) {
  NodeId first = unit.declaration({a.index + offset}), second = unit.declaration({b.index + offset});
  if (!first.valid() || !second.valid() || first == second) return true;
  bool is_inner = first.index >= a.index && second.index >= b.index && offset > 0;
  return is_inner && first.index - a.index == second.index - b.index;
}

}  // namespace

std::string_view value_of(const Unit& unit, const Binding& binding) {
  if (!binding.is_text && !binding.is_run && binding.node.valid()) {
    Kind kind = unit.node(binding.node).kind;
    if (kind == Kind::Name || kind == Kind::String || kind == Kind::StringText) return unit.text(binding.node);
  }
  return unit.code(binding.range);
}

ByteRange content_range(const Unit& unit, NodeId id) {
  const Node& node = unit.node(id);
  std::string_view code = unit.code(id);
  if (node.kind == Kind::Template && code.size() >= 2) return {node.begin + 1, node.end - 1};
  if (node.kind != Kind::String) return {node.begin, node.end};
  std::size_t at = code.find(unit.text(id));
  if (at == std::string_view::npos) return {node.begin, node.end};
  auto begin = static_cast<std::uint32_t>(node.begin + at);
  return {begin, begin + static_cast<std::uint32_t>(unit.text(id).size())};
}

bool same_code(const Unit& unit, NodeId a, NodeId b) {
  if (a == b) return true;
  const Node& first = unit.node(a);
  const Node& second = unit.node(b);
  std::uint32_t size = first.last - a.index;
  if (size != second.last - b.index) return false;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Node& x = unit.nodes()[a.index + i];
    const Node& y = unit.nodes()[b.index + i];
    bool same_shape = x.kind == y.kind && x.text == y.text && x.last - (a.index + i) == y.last - (b.index + i);
    bool same_role = i == 0 || x.role == y.role;  // the roots may stand in different places
    if (x.kind == Kind::Name && same_shape && !same_variable(unit, a, b, i)) return false;
    if (!same_shape || !same_role || (x.kind == Kind::Other && x.symbol != y.symbol)) return false;
  }
  return true;
}

bool same_value(const Unit& unit, const Binding& a, const Binding& b) {
  if (a.is_run || b.is_run) {
    std::vector<NodeId> first = run_of(unit, a), second = run_of(unit, b);
    if (!a.is_run || !b.is_run || first.size() != second.size()) return false;
    for (std::size_t i = 0; i < first.size(); ++i)
      if (!same_code(unit, first[i], second[i])) return false;
    return true;
  }
  if (a.node.valid() && b.node.valid()) return same_code(unit, a.node, b.node);
  return value_of(unit, a) == value_of(unit, b);
}

bool agree(const Unit& unit, const Bindings& a, const Bindings& b) {
  for (const Binding& binding : b.list())
    if (const Binding* known = a.find(binding.variable); known && !known->is_numbered && !same_value(unit, *known, binding)) return false;
  return true;
}

std::optional<Bindings> joined(const Unit& unit, const Bindings& a, const Bindings& b) {
  if (!agree(unit, a, b)) return std::nullopt;
  Bindings both = a;
  for (const Binding& binding : b.list())
    if (!a.find(binding.variable)) both.push(binding);
  return both;
}

}  // namespace sluice
