#include "analyzers/unit/terraform_settings.h"

namespace sluice {
namespace {

// Locals that stand for locals; a circle ends here, too.
constexpr int kMaxSteps = 8;

// The map that is a block's body.
NodeId body_of(const Unit& unit, NodeId block) {
  NodeId body;
  NodeId arguments = unit.child(block, Role::Arguments);
  if (!arguments.valid()) return body;
  for (NodeId argument : unit.children(arguments))
    if (unit.node(argument).kind == Kind::Map) body = argument;
  return body;
}

NodeId default_of(const Unit& unit, NodeId map) {
  for (NodeId pair : unit.children(map)) {
    NodeId key = unit.node(pair).kind == Kind::Pair ? unit.child(pair, Role::Key) : NodeId{};
    if (key.valid() && unit.text(key) == "default") return unit.child(pair, Role::Value);
  }
  return {};
}

}  // namespace

TerraformSettings::TerraformSettings(const Unit& unit) : unit_(unit) {
  if (unit.language() != Language::Terraform || unit.size() == 0) return;
  for (NodeId block : unit.children(unit.root())) {
    NodeId callee = unit.node(block).kind == Kind::Call ? unit.child(block, Role::Callee) : NodeId{};
    NodeId body = callee.valid() ? body_of(unit, block) : NodeId{};
    if (!body.valid()) continue;
    if (unit.text(callee) == "locals") add_locals(body);
    if (unit.text(callee) != "variable") continue;
    NodeId label = unit.first_child(unit.child(block, Role::Arguments));
    if (unit.node(label).kind == Kind::String) add("var", unit.node(label).text, default_of(unit, body));
  }
}

void TerraformSettings::add_locals(NodeId map) {
  for (NodeId pair : unit_.children(map)) {
    NodeId key = unit_.node(pair).kind == Kind::Pair ? unit_.child(pair, Role::Key) : NodeId{};
    if (key.valid() && unit_.node(key).text.valid()) add("local", unit_.node(key).text, unit_.child(pair, Role::Value));
  }
}

void TerraformSettings::add(std::string_view kind, NameId name, NodeId value) {
  NameId known = unit_.names().find(kind);  // not valid: nothing in the file uses one
  if (!known.valid()) return;
  auto [at, is_new] = values_.emplace(Key{known.index, name.index}, value);
  if (!is_new) at->second = {};
}

TerraformSettings::Key TerraformSettings::key_of(NodeId member) const {
  NodeId object = unit_.child(member, Role::Object), name = unit_.child(member, Role::Name);
  bool is_plain = object.valid() && name.valid() && unit_.node(object).kind == Kind::Name && unit_.node(name).kind == Kind::Name;
  if (!is_plain) return {NameId::kNone, NameId::kNone};
  return {unit_.node(object).text.index, unit_.node(name).text.index};
}

NodeId TerraformSettings::value_of(NodeId member) const {
  NodeId at = member;
  for (int step = 0; step < kMaxSteps && at.valid() && unit_.node(at).kind == Kind::Member; ++step) {
    auto found = values_.find(key_of(at));
    if (found == values_.end()) break;
    at = found->second;
  }
  return at == member ? NodeId{} : at;
}

}  // namespace sluice
