// analyzers/flow/engine/value.h - what is known of a value at one place of a function.
//
//   taints    whose data it may hold, and what that was cleaned for
//   constants the texts, numbers, truths it may be, when these are all (engine/constant.h)
//   objects   the things it may name; their contents are in the State (engine/state.h)
//   type      what it is declared or known to be, for finding methods and models
//
// Values are immutable and made once: equal ones have the same ValueRef within a Pool, so that states
// compare and copy as numbers. The first one is Nothing: no value was put there on any way.
//
// A value is "unknown" when it may be something that neither constants nor objects name.
#pragma once
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "analyzers/flow/engine/clean_sets.h"
#include "analyzers/flow/engine/taint_atom.h"
#include "analyzers/flow/symbols.h"

namespace sluice::flow {

struct ValueRef {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(ValueRef, ValueRef) = default;
};
using TraceRef = Id<struct TraceTag>;  // engine/trace.h
inline constexpr ValueRef kNothing{};

struct Taint {
  Atom atom;
  CleanSet cleaned;
  TraceRef trace;  // how it came here, by the shortest way that was found
  std::uint32_t rank = 0;  // of the trace: the smaller of two is kept (engine/trace.h)
  friend bool operator==(const Taint&, const Taint&) = default;
};

struct Value {
  std::vector<Taint> taints;       // sorted by atom, each once
  std::vector<Symbol> constants;   // sorted, engine/constant.h
  std::vector<ObjectId> objects;   // sorted
  Symbol type;
  Symbol begin;                    // a text that it is known to begin with, though not how it goes on
  bool is_unknown = false;
  bool is_exact_type = false;      // it was made as that type: no subtype
  friend bool operator==(const Value&, const Value&) = default;
};

// Bounds: what is beyond makes a value unknown; taints beyond are dropped from the end of their order.
inline constexpr std::size_t kMostConstants = 8, kMostObjects = 8, kMostTaints = 24;

class ValuePool {
 public:
  explicit ValuePool(CleanSets& clean_sets);

  ValueRef add(Value value);
  const Value& operator[](ValueRef ref) const { return values_[ref.index]; }
  ValueRef unite(ValueRef a, ValueRef b);
  // The same data without being any of the constants or objects.
  ValueRef taints_of(ValueRef value);
  ValueRef with_taints(ValueRef value, std::span<const Taint> more);
  ValueRef without_taints(ValueRef value);
  ValueRef unknown() const { return unknown_; }
  void clear();
  std::size_t size() const { return values_.size(); }
  CleanSets& clean_sets() { return clean_sets_; }

 private:
  void grow();
  CleanSets& clean_sets_;
  std::deque<Value> values_;           // they stay where they are
  std::vector<std::uint32_t> slots_;  // open addressing: index + 1
  std::vector<std::uint32_t> hashes_; // of values_
  ValueRef unknown_;
};

// Both lists' atoms; of one that is in both what both were cleaned for. `into` is changed.
void unite_taints(std::vector<Taint>& into, std::span<const Taint> more, CleanSets& clean_sets);

}  // namespace sluice::flow
