// analyzers/flow/taint_value.h - what data of strangers a value holds, and in which of its parts.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sluice::flow {

// From which source, under which label; numbers of the rule's (flow/taint.h).
struct Taint {
  std::uint32_t source = 0;
  std::uint32_t label = 0;
  friend auto operator<=>(const Taint&, const Taint&) = default;
};

// Sorted, each once: there are few.
class TaintSet {
 public:
  bool empty() const { return list_.empty(); }
  const std::vector<Taint>& list() const { return list_; }
  bool has_label(std::uint32_t label) const;
  void add(Taint taint);
  bool unite(const TaintSet& other);  // true when it grew
  void drop_label(std::uint32_t label);
  friend bool operator==(const TaintSet&, const TaintSet&) = default;

 private:
  std::vector<Taint> list_;
};

// A value and its parts: fields by name, elements by constant key. A part that is not there is
// worth what the whole is worth; one that is there, what it says, so that `x.a = "b"` cleans x.a.
class TaintValue {
 public:
  TaintSet own;

  // The part's value as it is read.
  TaintValue part(const std::string& name) const;
  // The part to be written; beyond the bounds on depth and width the whole.
  TaintValue& part_to_write(const std::string& name);
  // Of the whole and of all parts.
  TaintSet all() const;
  bool unite(const TaintValue& other);  // true when it grew
  bool empty() const { return own.empty() && parts_.empty(); }

 private:
  void collect(TaintSet& out) const;
  std::map<std::string, TaintValue> parts_;
  int depth_ = 0;
};

}  // namespace sluice::flow
