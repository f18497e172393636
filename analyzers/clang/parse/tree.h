// analyzers/clang/parse/tree.h - the part of libclang's tree that is written in the file.
//
// The cursors of the main file in preorder, as the nodes of a Unit lie: node i's subtree is
// [i, node.last), its first child i+1. So a check asks for parents and siblings without
// callbacks, and what comes from headers is not there at all.
//
// The tree has libclang's nodes, implicit conversions included; `strip` leads through those
// and through parentheses and casts to what is written. Valid as long as the translation unit.
#pragma once
#include <clang-c/Index.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice::clang {

using At = std::uint32_t;  // a node of a Tree
inline constexpr At kNowhere = UINT32_MAX;

struct TreeNode {
  CXCursor cursor;
  CXCursorKind kind;
  At parent = kNowhere;
  At last = 0;
  ByteRange range;          // in the main file; of what a macro made: the macro's use
  bool from_macro = false;  // made by a macro's body; a macro's argument is not
};

class Tree {
 public:
  // `text`: of `main_file`; `errors`: offsets of the compile errors in it.
  Tree(CXTranslationUnit unit, CXFile main_file, std::string_view text, std::vector<std::uint32_t> errors);

  At size() const { return static_cast<At>(nodes_.size()); }
  const TreeNode& operator[](At at) const { return nodes_[at]; }
  std::string_view code(At at) const { return text_.substr(nodes_[at].range.begin, nodes_[at].range.end - nodes_[at].range.begin); }
  // The tree lacks something here: a compile error, or a part that lay too deep. libclang leaves
  // out whole statements: of `if (!p) return UNKNOWN_NAME;` nothing is there.
  bool is_damaged(At at) const;

  At first_child(At at) const { return at + 1 < nodes_[at].last ? at + 1 : kNowhere; }
  At next_sibling(At at) const;
  std::vector<At> children(At at) const;

  // Through parentheses, casts and implicit conversions; kNowhere stays.
  At strip(At at) const;
  // The nearest written parent of an expression: past what `strip` goes through.
  At parent_of_value(At at) const;
  At enclosing_function(At at) const;  // a function with a body, a method, a lambda; kNowhere: none

  // --- Calls ---
  bool is_call(At at) const { return at != kNowhere && nodes_[at].kind == CXCursor_CallExpr; }
  // The free function that is called, without `std::` or `::`; empty when it is a member, a
  // function of another namespace, a function pointer, or not known.
  std::string free_callee(At call) const;
  // `a.b.c` of any callee that is known.
  std::string qualified_callee(At call) const;
  CXCursor callee(At call) const { return clang_getCursorReferenced(nodes_[call].cursor); }
  std::vector<At> arguments(At call) const;

  // --- Values ---
  std::optional<std::int64_t> integer(At at) const;
  // The text of a string that cannot change: a literal, a constant that is one.
  std::optional<std::string> constant_text(At at) const;
  // `v1.next`: tells the same variable or member of one from others; empty for other expressions.
  std::string lvalue(At at) const;
  // Elements of an array of known size, as written; 0 when the expression is none.
  std::uint64_t array_size(At at) const;
  CXCursor referenced(At at) const { return clang_getCursorReferenced(nodes_[at].cursor); }

 private:
  friend class TreeReader;
  CXFile main_file_;
  std::string_view text_;
  std::vector<TreeNode> nodes_;
  std::vector<std::uint32_t> errors_;
  bool was_cut_ = false;
};

// `a.b.c`; inline namespaces left out.
std::string qualified_name(CXCursor declaration);

// A place in `file`, where it was written, or where the macro that made it is used; nothing
// when that is in another file.
struct FilePlace {
  std::uint32_t offset = 0;
  bool from_macro = false;
};
std::optional<FilePlace> place_in(CXFile file, CXSourceLocation location);

}  // namespace sluice::clang
