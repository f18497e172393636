// analyzers/unit/constants.h - what expressions are known to be worth.
//
//   key = "a"            key is "a" from here on
//   if c: key = "b"      after the branch: a string of the program's own, nobody knows which
//   f(key + "x")
//
// Inside a function every way to a use must give the variable the same value (branches join,
// what a loop or a `try` writes is unknown in and behind it). A variable of an outer scope
// counts when it is written once and may not be written by others: constants everywhere, module
// variables of scripting languages. Fields: analyzers/unit/fields.h.
// Terraform's `var.x` and `local.x` are constants of a file (analyzers/unit/terraform_settings.h).
// Strings are joined (`+`, pieces of templates, formats), integers are added and the like.
//
// Made in one walk of a Unit; linear but for the joined texts, whose length is bounded.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct Constant {
  Kind kind = Kind::Other;  // String, Number, Boolean, Regex
  bool is_known = true;     // false: one of several, or a format nobody worked out; `text` is empty
  std::string_view text;    // as the text of a literal's node; stable for the life of the Constants
  NodeId literal;           // where the value is written, if it is written in one place
};

class Constants {
 public:
  explicit Constants(const Unit& unit);
  Constants(Constants&&) noexcept = default;

  // Of expressions that are no literals and yet worth one; null for everything else.
  const Constant* find(NodeId id) const;
  // The expression that the name was given, when it can only be that one; not valid otherwise.
  NodeId assigned(NodeId name) const;
  // The nodes that are no literals and yet constant, in file order.
  const std::vector<std::uint32_t>& nodes() const { return nodes_; }

 private:
  friend class ConstantWalk;
  std::unordered_map<std::uint32_t, std::uint32_t> values_;    // node → index into constants_
  std::unordered_map<std::uint32_t, std::uint32_t> assigned_;  // name's use → expression
  std::vector<Constant> constants_;
  std::deque<std::string> texts_;  // joined strings
  std::vector<std::uint32_t> nodes_;
};

}  // namespace sluice
