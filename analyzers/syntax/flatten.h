// analyzers/syntax/flatten.h - copies a tree-sitter tree into a RawTree.
//
// The copy could be made with tree-sitter's cursor. It keeps rows, columns and a count of
// descendants that nobody asks for here, and looks fields and aliases up through all hidden
// ancestors of each node: a quarter of the time of parsing. So this one place reads the nodes as
// they lie in memory, by the headers of the very core that is linked (third_party/).
// tests/unit/analyzers/syntax/flatten_test.cpp compares it with the cursor's walk.
#pragma once
#include <cstddef>

#include "analyzers/syntax/raw_tree.h"

struct TSTree;

namespace sluice {

// `expected_nodes`: room that is made at first.
RawTree flatten(const TSTree* tree, std::size_t expected_nodes);

}  // namespace sluice
