#include "analyzers/pattern/bindings.h"

#include "analyzers/pattern/rule_options.h"
#include "analyzers/pattern/unit_index.h"

namespace sluice {
namespace {

std::vector<NodeId> run_of(const Unit& unit, const Binding& binding) {
  std::vector<NodeId> run;
  for (NodeId at = binding.node; at.valid() && at != binding.run_end; at = unit.next_sibling(at)) run.push_back(at);
  return run;
}

}  // namespace

std::string_view code_of(const Unit& unit, const Binding& binding) {
  return binding.joined.empty() ? unit.code(binding.range) : binding.joined;
}

std::string_view value_of(const Unit& unit, const Binding& binding) {
  if (!binding.is_text && !binding.is_run && binding.node.valid()) {
    Kind kind = unit.node(binding.node).kind;
    if (kind == Kind::Name || kind == Kind::String || kind == Kind::StringText) return unit.text(binding.node);
  }
  return code_of(unit, binding);
}

ByteRange content_range(const Unit& unit, NodeId id) {
  const Node& node = unit.node(id);
  std::string_view code = unit.code(id);
  if (node.kind == Kind::Template && code.size() >= 2) return {node.begin + 1, node.end - 1};
  if (node.kind != Kind::String && node.kind != Kind::Symbol) return {node.begin, node.end};
  std::size_t at = code.find(unit.text(id));
  if (at == std::string_view::npos) return {node.begin, node.end};
  auto begin = static_cast<std::uint32_t>(node.begin + at);
  return {begin, begin + static_cast<std::uint32_t>(unit.text(id).size())};
}

ByteRange joined_range(const Unit& unit, NodeId id) {
  ByteRange range{unit.node(id).begin, unit.node(id).end};
  for (std::uint32_t i = id.index; i < unit.node(id).last; ++i) {
    if (unit.node({i}).kind != Kind::String) continue;
    ByteRange content = content_range(unit, {i});
    if (unit.node({i}).begin == unit.node(id).begin) range.begin = content.begin;
    if (unit.node({i}).end == unit.node(id).end) range.end = content.end;
  }
  return range;
}

// Two names that are spelled alike may be different variables. What is declared within the
// code compared is the same when it stands in the same place of it.
bool Agreement::same_variable(NodeId a, NodeId b, std::uint32_t offset) const {
  if (!options_.unify_ids_strictly) return true;
  NodeId first = unit_.declaration({a.index + offset}), second = unit_.declaration({b.index + offset});
  if (!first.valid() || !second.valid() || first == second) return true;
  bool is_inner = first.index >= a.index && second.index >= b.index && offset > 0;
  return is_inner && first.index - a.index == second.index - b.index;
}

bool Agreement::same_code(NodeId a, NodeId b) const {
  if (a == b) return true;
  const Node& first = unit_.node(a);
  const Node& second = unit_.node(b);
  std::uint32_t size = first.last - a.index;
  if (size != second.last - b.index) return false;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Node& x = unit_.nodes()[a.index + i];
    const Node& y = unit_.nodes()[b.index + i];
    bool same_shape = x.kind == y.kind && x.text == y.text && x.last - (a.index + i) == y.last - (b.index + i);
    bool same_role = i == 0 || x.role == y.role;  // the roots may stand in different places
    if (x.kind == Kind::Name && same_shape && !same_variable(a, b, i)) return false;
    if (!same_shape || !same_role || (x.kind == Kind::Other && x.symbol != y.symbol)) return false;
  }
  return true;
}

bool Agreement::is_worth(NodeId name, NodeId literal) const {
  Kind kind = unit_.node(literal).kind;
  bool may_be = unit_.node(name).kind == Kind::Name && (kind == Kind::String || kind == Kind::Number || kind == Kind::Boolean);
  if (!may_be || !options_.constant_propagation) return false;
  const Constant* constant = index_.constant(name);
  return constant && constant->is_known && constant->kind == kind && constant->text == unit_.text(literal);
}

bool Agreement::same_value(const Binding& a, const Binding& b) const {
  if (a.is_run || b.is_run) {
    std::vector<NodeId> first = run_of(unit_, a), second = run_of(unit_, b);
    if (!a.is_run || !b.is_run || first.size() != second.size()) return false;
    for (std::size_t i = 0; i < first.size(); ++i)
      if (!same_code(first[i], second[i])) return false;
    return true;
  }
  if (a.node.valid() && b.node.valid()) return same_code(a.node, b.node) || is_worth(a.node, b.node) || is_worth(b.node, a.node);
  return value_of(unit_, a) == value_of(unit_, b);
}

bool Agreement::agree(const Bindings& a, const Bindings& b) const {
  for (const Binding& binding : b.list())
    if (const Binding* known = a.find(binding.variable); known && !known->is_numbered && !same_value(*known, binding)) return false;
  return true;
}

std::optional<Bindings> Agreement::joined(const Bindings& a, const Bindings& b) const {
  if (!agree(a, b)) return std::nullopt;
  Bindings both = a;
  for (const Binding& binding : b.list())
    if (!a.find(binding.variable)) both.push(binding);
  return both;
}

}  // namespace sluice
