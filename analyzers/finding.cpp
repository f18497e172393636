#include "analyzers/finding.h"

namespace sluice {

RuleInfo info_of(const Rule& rule) { return {rule.id, rule.message, rule.severity, rule.metadata}; }

Definition enclosing_definition(const Unit& unit, ByteRange range) {
  Definition definition;
  for (std::uint32_t i = 0; i < unit.size();) {
    const Node& node = unit.nodes()[i];
    bool surrounds = node.begin <= range.begin && node.end >= range.end;
    if (!surrounds) {
      i = node.last;
      continue;
    }
    bool is_definition = node.kind == Kind::Function || node.kind == Kind::Class;
    if (is_definition)
      if (NodeId name = unit.child({i}, Role::Name); name.valid()) {
        if (!definition.name.empty()) definition.name += '.';
        definition.name += unit.text(name);
        definition.kind = node.kind == Kind::Class ? "type" : "function";
      }
    ++i;
  }
  return definition;
}

}  // namespace sluice
