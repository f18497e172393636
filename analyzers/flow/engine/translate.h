// analyzers/flow/engine/translate.h - copies values from one set of tables to another: out of a run into
// its summary, and out of a summary into the run of a caller.
#pragma once
#include <functional>
#include <span>
#include <unordered_map>

#include "analyzers/flow/engine/state.h"
#include "analyzers/flow/engine/trace.h"

namespace sluice::flow {

// The tables that values of one run or summary refer to.
struct Tables {
  ValuePool& values;
  Objects& objects;
  Contents& contents;
};

class Translation {
 public:
  struct Rules {
    // What an object of `from` is over there: an Input what the caller gave, others something of their own.
    std::function<ValueRef(ObjectId)> object;
    // What the data of an Input is over there; of a source, the taint itself with its trace told anew.
    std::function<void(const Taint&, std::vector<Taint>&)> taint;
  };
  Translation(const Tables& from, const Tables& to, Rules rules) : from_(from), to_(to), rules_(std::move(rules)) {}

  ValueRef value(ValueRef ref);
  std::vector<Taint> taints(std::span<const Taint> list);
  // What is told beforehand.
  void preset(ObjectId id, ValueRef value) { objects_[id.index] = value; }
  ValueRef object(ObjectId id);
  ContentRef content(ContentRef ref);

 private:
  Tables from_, to_;
  Rules rules_;
  std::unordered_map<std::uint32_t, ValueRef> values_;
  std::unordered_map<std::uint32_t, ValueRef> objects_;
};

}  // namespace sluice::flow
