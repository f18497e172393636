// analyzers/syntax/raw_tree.h - a tree-sitter tree copied into a flat array.
//
// tree-sitter's own nodes find their n-th child by walking; shaping asks for
// children by field and looks ahead. So the tree is copied once, with one cursor
// walk, into preorder (as Unit: children of i start at i+1, next sibling at `last`),
// and the tree-sitter tree dies before anything else happens.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

struct TSLanguage;

namespace sluice {

struct RawNode {
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t last = 0;            // one past the subtree
  std::uint16_t symbol = 0;
  std::uint16_t field = 0;           // 0: none
  bool named = false;
  bool missing = false;              // made up by the parser to go on
  bool error = false;
  bool cut = false;                  // at kMaxDepth: its children are missing here
};

struct RawTree {
  std::vector<RawNode> nodes;  // [0] is the root
  bool was_cut = false;        // deeper than kMaxDepth: what lies below is one leaf
  bool gave_up = false;        // the parser met its time limit: nothing was read
};

// Deeper trees are cut. Later stages recurse, about 300 bytes of stack a level.
inline constexpr std::uint32_t kMaxDepth = 1500;

// Parses `text` (at most 4 GB; the caller limits it further).
RawTree parse_raw(const TSLanguage* language, std::string_view text);
// What becomes of text that is not in the language: a tree with error nodes, or, at a fraction of
// that cost, none (RawTree::gave_up).
enum class OnError : std::uint8_t { Recover, GiveUp };
// Parses some parts of `text` alone, as if nothing stood between them; places are places in
// the whole text. The parts are in order and do not overlap.
RawTree parse_raw(const TSLanguage* language, std::string_view text, std::span<const ByteRange> parts, OnError on_error = OnError::Recover);

}  // namespace sluice
