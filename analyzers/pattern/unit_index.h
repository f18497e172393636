// analyzers/pattern/unit_index.h - where in a Unit a pattern can begin.
//
// One walk of the tree sorts the nodes by kind, and calls by the name they call.
// Every pattern of every rule then visits only the nodes it can match at.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

class UnitIndex {
 public:
  explicit UnitIndex(const Unit& unit);

  std::span<const std::uint32_t> of_kind(Kind kind) const;
  // Calls, and `new`, whose callee ends in that name as it is written or as its import means it.
  std::span<const std::uint32_t> calls_of(NameId name) const;
  // The literal that a name stands for all over the file, when it is given one once and
  // nothing else.
  struct Constant {
    Kind kind = Kind::Other;  // String, Number, Boolean; Other: no constant
    NameId text;
    NodeId literal;
  };
  Constant constant_of(NameId name) const;

 private:
  std::vector<std::uint32_t> by_kind_;
  std::vector<std::uint32_t> kind_begin_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> calls_;
  std::unordered_map<std::uint32_t, Constant> constants_;
};

// A string of the program's own: a literal, or literals joined.
bool is_constant_string(const Unit& unit, const UnitIndex& index, NodeId id);
// The last name of a callee or type: `c` of `a.b.c`.
NameId last_name(const Unit& unit, NodeId id);

}  // namespace sluice
