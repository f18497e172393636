// analyzers/pattern/unit_index.h - where in a Unit a pattern can begin.
//
// One walk of the tree sorts the nodes by kind, and calls by the name they call.
// Every pattern of every rule then visits only the nodes it can match at. Belongs to one
// thread; the Unit must outlive it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/unit/constants.h"
#include "analyzers/unit/types.h"
#include "analyzers/unit/unit.h"

namespace sluice {

class UnitIndex {
 public:
  explicit UnitIndex(const Unit& unit);

  std::span<const std::uint32_t> of_kind(Kind kind) const;
  // Calls, and `new`, whose callee ends in that name as it is written or as its import means it.
  std::span<const std::uint32_t> calls_of(NameId name) const;
  // Every node that is a member of a list of statements, in file order.
  std::span<const std::uint32_t> statements() const { return statements_; }
  bool is_statement(NodeId id) const;

  // Of a name that rules know (below Names::base_size): the nodes that say it, or that mean by an
  // import something that ends in it; ascending.
  std::span<const std::uint32_t> mentions(NameId name) const;
  // A node of the subtree mentions the name. True also for a name that the rules do not know.
  bool is_mentioned(NameId name, NodeId subtree) const { return is_mentioned(name, subtree.index, unit_.node(subtree).last); }
  bool is_mentioned(NameId name, std::uint32_t begin, std::uint32_t end) const;  // the nodes [begin, end)
  // Some node has that text, or is worth it.
  bool has_text(NameId text) const;

  // What an expression is worth that is no literal itself; null when that is unknown.
  const Constant* constant(NodeId id) const { return values().find(id); }
  std::span<const std::uint32_t> constants() const { return values().nodes(); }
  // The expression a name was given, when it can only be that one.
  NodeId assigned(NodeId name) const { return values().assigned(name); }
  // The types of expressions, as far as the file says them.
  const Types& types() const {
    if (!types_) types_.emplace(unit_);
    return *types_;
  }

 private:
  // Worked out when first asked for: many files are never asked.
  const Constants& values() const {
    if (!values_) values_.emplace(unit_);
    return *values_;
  }

  const Unit& unit_;
  std::vector<std::uint32_t> by_kind_;
  std::vector<std::uint32_t> kind_begin_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> calls_;
  std::vector<std::uint32_t> statements_;
  // Nodes by name, those of a name side by side; made when first asked for.
  struct Mentions {
    std::vector<std::uint32_t> begins;  // by name, into `nodes`
    std::vector<std::uint32_t> nodes;
  };
  const Mentions& all_mentions() const;
  mutable std::optional<Mentions> mentions_;
  mutable std::optional<std::unordered_set<std::string_view>> worth_;  // what constants say
  mutable std::optional<Constants> values_;
  mutable std::optional<Types> types_;
};

// The last name of a callee or type: `c` of `a.b.c`.
NameId last_name(const Unit& unit, NodeId id);

}  // namespace sluice
