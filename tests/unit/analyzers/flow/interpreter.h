// tests/unit/analyzers/flow/interpreter.h - runs a FlowGraph of a small program, step by step.
//
// It proves that lowering keeps what a program does: what a run prints is compared with what the
// real language prints (programs/). It knows numbers, text, lists, maps, objects and closures, and
// the few functions of each language's library that those programs use. It reads the Graph as its
// header says and nothing else, but for the types that a handler names.
#pragma once
#include <string>

#include "analyzers/flow/flow_graph.h"

namespace sluice::flow::test {

// What the program prints; ends with `!` and a reason where the run could not go on.
std::string run(const Graph& graph);

}  // namespace sluice::flow::test
