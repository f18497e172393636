// analyzers/pattern/bindings.h - what the metavariables of a match stand for.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

class UnitIndex;
struct MatchOptions;

// A piece of a file that a metavariable is bound to: a node, a run of siblings
// (`$...ARGS`), or text (the content of a string, a regex group).
struct Binding {
  NameId variable;             // `$X`
  ByteRange range;             // in the file
  NodeId node;                 // a node; for a run: the first, not valid when the run is empty
  NodeId run_end;              // a run: the sibling after the last one (not valid: to the parent's end)
  bool is_run = false;
  bool is_numbered = false;    // `$1` of a regex: two of them need not agree
  bool is_text = false;        // what stands in `range`: the content of a string, a group of a regex
  // A text that is put together of several (`"a" + "b"`): what it says. `range` then goes from the
  // first to the last of them. It lives as long as the UnitIndex. Empty: what `range` says.
  std::string_view joined;
};

// Few and small: found by a linear search, undone by popping.
class Bindings {
 public:
  const Binding* find(NameId variable) const {
    for (const Binding& binding : list_)
      if (binding.variable == variable) return &binding;
    return nullptr;
  }
  void push(const Binding& binding) { list_.push_back(binding); }
  void pop() { list_.pop_back(); }
  const std::vector<Binding>& list() const { return list_; }
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Binding> list_;
};

// The code of a binding; of a text that is put together what it says.
std::string_view code_of(const Unit& unit, const Binding& binding);
// What a binding says: the name or content for names and strings, else its code.
std::string_view value_of(const Unit& unit, const Binding& binding);
// Where the text of a string or symbol stands in the file: without quotes and colon. Any other
// node: all of it.
ByteRange content_range(const Unit& unit, NodeId id);
// The same of an expression that texts are joined in: from the first text to the last.
ByteRange joined_range(const Unit& unit, NodeId id);

// When two bindings of a metavariable say the same: the same code, whatever the layout; of names
// the same variable, where that is known (`unify_ids_strictly`); a literal also agrees with a
// name that is worth the same (`constant_propagation`).
class Agreement {
 public:
  Agreement(const Unit& unit, const UnitIndex& index, const MatchOptions& options) : unit_(unit), index_(index), options_(options) {}

  // What makes `$X == $X` a comparison with itself.
  bool same_value(const Binding& a, const Binding& b) const;
  bool agree(const Bindings& a, const Bindings& b) const;
  // The bindings of both, when those they share agree.
  std::optional<Bindings> joined(const Bindings& a, const Bindings& b) const;
  const MatchOptions& options() const { return options_; }

 private:
  bool same_code(NodeId a, NodeId b) const;
  bool same_variable(NodeId a, NodeId b, std::uint32_t offset) const;
  bool is_worth(NodeId name, NodeId literal) const;

  const Unit& unit_;
  const UnitIndex& index_;
  const MatchOptions& options_;
};

}  // namespace sluice
