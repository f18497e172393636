// analyzers/flow/flow_builder.h - makes the FlowGraph of a Unit.
//
// One builder for all languages: it knows kinds and roles (analyzers/unit/kind.h), declarations
// (analyzers/unit/scopes.h) and the language's Execution (analyzers/languages/definition.h).
//
//   file_context     the functions and variables of the file, in one walk
//   function_builder one function: blocks and steps; its parts by subject:
//     build_function   parameters, bodies, classes
//     build_statements build_loops  build_switch  build_exits (jumps, try, what runs at exit)
//     build_expressions build_calls build_targets (assignments, destructuring)
//     build_values     what a declaration makes by itself (C, C++, Go)
//   finish_function  drops what nothing reaches, and numbers the rest in reading order
//
// To add a construct: give it a kind (kind.h), and a case in build_statements or build_expressions.
//
// What is not seen: `?.` is a plain member (its short way out carries no data), iterators' own
// functions (those of operators are called by the engine), the order in which generators run, `defer` in a loop (runs once).
#pragma once
#include "analyzers/flow/flow_graph.h"

namespace sluice::flow {

// Linear in the size of the Unit; functions with more steps than a multiple of their nodes (many
// nested `finally`), and those with more than a hundred handlers around a step, are cut. The Unit must outlive the Graph.
Graph build_graph(const Unit& unit);

}  // namespace sluice::flow
