// analyzers/unit/terraform_settings.h - what `var.x` and `local.x` are given in a file of Terraform.
//
//   variable "x" { default = "a" }      var.x is "a", unless whoever runs it says otherwise
//   locals { y = var.x }                local.y is what var.x is
//
// The order of a file says nothing in Terraform: every use has the one value. A name that is
// given twice has none.
#pragma once
#include <map>
#include <utility>

#include "analyzers/unit/unit.h"

namespace sluice {

class TerraformSettings {
 public:
  // Empty for any other language.
  explicit TerraformSettings(const Unit& unit);

  // The expression that a Member `var.x` or `local.x` stands for; through others of these, as
  // far as that goes. Not valid for anything else.
  NodeId value_of(NodeId member) const;

 private:
  using Key = std::pair<std::uint32_t, std::uint32_t>;  // the names `var` or `local`, and `x`
  Key key_of(NodeId member) const;
  void add_locals(NodeId map);
  void add(std::string_view kind, NameId name, NodeId value);

  const Unit& unit_;
  std::map<Key, NodeId> values_;  // not valid: given twice
};

}  // namespace sluice
