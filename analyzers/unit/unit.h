// analyzers/unit/unit.h - one file as a tree, the same shape for every language.
//
// Nodes lie in one array in preorder: node i's subtree is [i, node(i).last), its
// first child i+1, the next sibling of a child c is node(c).last. So a walk of
// the tree is a loop over the array, and a subtree is a range. Kinds and roles:
// analyzers/unit/kind.h. Made by analyzers/syntax (tree-sitter) or
// analyzers/clang (libclang); who reads a Unit cannot tell which.
//
// A Unit is built by a Builder, then frozen. It refers to the Source's text,
// which must outlive it. Any number of threads may read it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/source/language.h"
#include "analyzers/unit/imports.h"
#include "analyzers/unit/kind.h"
#include "analyzers/unit/names.h"

namespace sluice {

using NodeId = Id<struct NodeTag>;

struct Node {
  std::uint32_t begin = 0;  // byte offsets into the source's text, half-open
  std::uint32_t end = 0;
  std::uint32_t last = 0;                   // one past the last node of the subtree
  std::uint32_t parent = NodeId::kNone;
  NameId text;                              // leaves: what they say; operators: which
  std::uint16_t symbol = 0;                 // the grammar's symbol: tells `Other` nodes apart
  Kind kind = Kind::Other;
  Role role = Role::None;
};
static_assert(sizeof(Node) == 24);  // there are millions of them

struct ByteRange {
  std::uint32_t begin = 0, end = 0;
  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

// What a front end with types knows of a node (libclang; absent elsewhere).
struct NodeFacts {
  NameId type;       // spelled type of an expression or declaration, canonical
  NameId callee;     // a call: qualified name of what is called
  NameId constant;   // the value an expression folds to: a number, or a string's content
  bool from_macro = false;
};

class Unit {
 public:
  class Builder;
  Unit() = default;

  Language language() const { return language_; }
  std::string_view source_text() const { return source_; }
  const Names& names() const { return names_; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const Node& node(NodeId id) const { return nodes_[id.index]; }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::string_view text(NodeId id) const { return names_.text(nodes_[id.index].text); }
  std::string_view code(NodeId id) const { return code({nodes_[id.index].begin, nodes_[id.index].end}); }
  std::string_view code(ByteRange range) const { return source_.substr(range.begin, range.end - range.begin); }

  NodeId root() const { return {0}; }
  NodeId parent(NodeId id) const { return {nodes_[id.index].parent}; }
  NodeId first_child(NodeId id) const { return id.index + 1 < nodes_[id.index].last ? NodeId{id.index + 1} : NodeId{}; }
  NodeId next_sibling(NodeId id) const {
    const Node& node = nodes_[id.index];
    if (node.parent == NodeId::kNone || node.last >= nodes_[node.parent].last) return {};
    return {node.last};
  }
  // The first child with that role; not valid when there is none.
  NodeId child(NodeId id, Role role) const;

  // Children as a range: for (NodeId c : unit.children(id)).
  class ChildRange;
  ChildRange children(NodeId id) const;

  const std::vector<ByteRange>& comments() const { return comments_; }
  // What the parser could not read; findings outside stay right.
  const std::vector<ByteRange>& errors() const { return errors_; }
  // The tree was cut at the depth bound: something below was not looked at.
  bool was_cut() const { return was_cut_; }
  const NodeFacts* facts(NodeId id) const;
  // The dotted name that a name or member chain means after imports, when that
  // differs from how it is written; not valid otherwise (analyzers/unit/imports.h).
  NameId canonical(NodeId id) const;
  // The modules of which the file imports all names.
  const std::vector<NameId>& wildcard_imports() const { return imports_.wildcards; }
  // The Name that declares what a Name means (analyzers/unit/scopes.h); not valid when that
  // is unknown, and for all nodes that are no names.
  NodeId declaration(NodeId id) const { return id.index < declarations_.size() ? NodeId{declarations_[id.index]} : NodeId{}; }

 private:
  Language language_{};
  std::string_view source_;
  Names names_;
  std::vector<Node> nodes_;
  std::vector<ByteRange> comments_;
  std::vector<ByteRange> errors_;
  std::unordered_map<std::uint32_t, NodeFacts> facts_;
  Imports imports_;
  std::vector<std::uint32_t> declarations_;  // by node
  bool was_cut_ = false;
};

class Unit::ChildRange {
 public:
  class Iterator {
   public:
    Iterator(const Unit* unit, std::uint32_t at) : unit_(unit), at_(at) {}
    NodeId operator*() const { return {at_}; }
    Iterator& operator++() {
      at_ = unit_->nodes_[at_].last;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Unit* unit_;
    std::uint32_t at_;
  };
  ChildRange(const Unit* unit, NodeId id) : unit_(unit), id_(id) {}
  Iterator begin() const { return {unit_, id_.index + 1}; }
  Iterator end() const { return {unit_, unit_->nodes_[id_.index].last}; }

 private:
  const Unit* unit_;
  NodeId id_;
};

inline Unit::ChildRange Unit::children(NodeId id) const { return {this, id}; }

// Makes a Unit in preorder: open a node, add its children, close it.
//
//   Unit::Builder builder(Language::Java, text, &rule_names);
//   builder.open(Kind::Call, Role::Element, {0, 9});
//   builder.leaf(Kind::Name, Role::Callee, {0, 4}, "exec");
//   ...
//   builder.close();
//   Unit unit = std::move(builder).build();
class Unit::Builder {
 public:
  Builder(Language language, std::string_view source, const Names* base_names);
  // Takes a finished Unit up again, to add facts to its nodes (analyzers/clang/session.h).
  explicit Builder(Unit unit) : unit_(std::move(unit)) {}

  NodeId open(Kind kind, Role role, ByteRange range, std::uint16_t symbol = 0);
  NodeId leaf(Kind kind, Role role, ByteRange range, std::string_view text, std::uint16_t symbol = 0);
  void close();
  void set_text(NodeId id, std::string_view text) { unit_.nodes_[id.index].text = unit_.names_.intern(text); }
  void set_range(NodeId id, ByteRange range);
  void add_comment(ByteRange range) { unit_.comments_.push_back(range); }
  void add_error(ByteRange range) { unit_.errors_.push_back(range); }
  void mark_cut() { unit_.was_cut_ = true; }
  NodeFacts& facts(NodeId id) { return unit_.facts_[id.index]; }
  Names& names() { return unit_.names_; }
  const Unit& so_far() const { return unit_; }
  std::size_t open_count() const { return open_.size(); }

  // Closes the tree, resolves imports. Everything opened must be closed.
  Unit build() &&;

 private:
  Unit unit_;
  std::vector<std::uint32_t> open_;
};

// A readable tree, a node a line: kind, role, text, byte range. For `--dump unit`
// and the snapshot tests.
std::string dump(const Unit& unit);

}  // namespace sluice
