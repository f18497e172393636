// analyzers/pattern/bindings.h - what the metavariables of a match stand for.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

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

// What a binding says: the name or content for names and strings, else its code.
std::string_view value_of(const Unit& unit, const Binding& binding);
// Where the text of a string stands in the file: without its quotes. Any other node: all of it.
ByteRange content_range(const Unit& unit, NodeId id);
// The same code, whatever the layout; of names, the same variable where that is known.
bool same_code(const Unit& unit, NodeId a, NodeId b);
// True when both bindings say the same: what makes `$X == $X` a comparison with itself.
bool same_value(const Unit& unit, const Binding& a, const Binding& b);
// The bindings of both, when those they share agree.
std::optional<Bindings> joined(const Unit& unit, const Bindings& a, const Bindings& b);
bool agree(const Unit& unit, const Bindings& a, const Bindings& b);

}  // namespace sluice
