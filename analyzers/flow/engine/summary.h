// analyzers/flow/engine/summary.h - what a function does to whoever calls it.
//
// What comes back, what is written into things that the caller gave, and which of these things reach a
// sink. In it, what the caller gives are Input objects and atoms; a call replaces them (engine/translate.h).
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "analyzers/flow/engine/state.h"
#include "analyzers/flow/engine/trace.h"

namespace sluice::flow {

// A place where data of strangers does harm: a call by a library model, or what a rule's pattern matched.
struct SinkPlace {
  ProgramFunctionId function;
  std::uint32_t step = 0;
  bool is_point = false;        // of a rule's pattern: `point`
  std::uint32_t point = 0;      // index among the step's points
  Harm harm = Harm::Sql;        // of a model
  std::uint16_t cwe = 0;
  const ModelSink* model = nullptr;  // with `values`: constants that are harmful by themselves
  friend bool operator==(const SinkPlace&, const SinkPlace&) = default;
};

// What came to a sink.
struct Hit {
  SinkPlace sink;
  std::vector<Taint> taints;
  ValueRef value = kNothing;    // of a sink with `values`: what is compared
};

// A call of what only a caller may know (run_pending.cpp).
struct PendingCall {
  std::uint32_t step = 0;
  ValueRef called = kNothing;    // a function value, or else
  ValueRef receiver = kNothing;  // the thing whose method `name` is called
  Symbol name{};
  std::vector<ValueRef> arguments{};  // by place
  ObjectId result{};             // what stands for the result
};

struct Summary {
  // What a call that came back has ruled out of an argument: whatever it gave, and where it gave something true or false.
  struct Answer {
    std::uint32_t parameter = 0;
    Harms always = 0, when_true = 0, when_false = 0;
  };
  using Answers = std::vector<Answer>;  // by parameter; not listed: nothing
  explicit Summary(CleanSets& sets) : values(sets) {}
  ValuePool values;
  Objects objects;
  Contents contents;
  std::vector<TraceNode> traces;
  ValueRef result = kNothing, thrown = kNothing;
  std::vector<std::pair<ObjectId, ContentRef>> things;  // at the end: inputs that were changed, and what is reachable
  std::vector<Hit> hits;      // with inputs among their taints or values
  std::vector<Hit> found;     // with sources: reported once for the program
  std::vector<PendingCall> pending;
  Answers answers;
  std::uint64_t wants = 0;    // parameters (by bit) of which a constant, type or function would tell more
  std::vector<std::pair<ProgramFunctionId, Symbol>> wanted_captures;  // variables of a function around it that it calls
  bool has_sources = false;   // data of a source comes back, or is left somewhere
  bool was_cut = false;
};

// What is known of a call's arguments that makes the function worth looking at for this call alone.
struct Context {
  struct Argument {
    std::uint32_t parameter = 0;
    Symbol constant;                // known to be this
    Symbol type;                    // of a parameter that declares none
    bool is_exact_type = false;
    ProgramFunctionId function;     // the closure that is given
    bool is_given = false;          // so that its default is not taken
    friend auto operator<=>(const Argument&, const Argument&) = default;
  };
  struct Capture {
    ProgramFunctionId owner;        // whose variable it is
    Symbol variable;
    ProgramFunctionId function;     // that it holds
    friend auto operator<=>(const Capture&, const Capture&) = default;
  };
  std::vector<Argument> arguments;  // by parameter
  std::vector<Capture> captures;
  Symbol self_type;                 // of the receiver
  bool empty() const { return arguments.empty() && captures.empty() && !self_type.valid(); }
  friend auto operator<=>(const Context&, const Context&) = default;
};

}  // namespace sluice::flow
