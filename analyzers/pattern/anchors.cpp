#include "analyzers/pattern/anchors.h"

#include <algorithm>

namespace sluice {
namespace {

class AnchorFinder {
 public:
  AnchorFinder(Pattern& pattern, const Names& names) : pattern_(pattern), names_(names) {}

  void visit(std::uint32_t p) {
    // Imports match by the begin of a path, and as `require`.
    if (node(p).kind == Kind::Import) return;
    std::vector<NameId>& anchors = pattern_.anchors[p];
    if (is_named(p)) anchors.push_back(node(p).name);
    if (is_text(p)) pattern_.texts.push_back(node(p).name);
    for (const auto& group : node(p).groups) {
      if (!is_needed(p, group)) continue;
      for (std::uint32_t child : group.children) {
        visit(child);
        const auto& more = pattern_.anchors[child];
        anchors.insert(anchors.end(), more.begin(), more.end());
      }
    }
    std::ranges::sort(anchors);
    anchors.erase(std::ranges::unique(anchors).begin(), anchors.end());
  }

 private:
  const PatternNode& node(std::uint32_t p) const { return pattern_.nodes[p]; }

  // What a name means by an import ends in the name that is written in the pattern. Some names stand
  // for what is written without them: those are not among the words of a pattern either.
  bool is_named(std::uint32_t p) const {
    if (node(p).kind != Kind::Name || !node(p).name.valid()) return false;
    return std::ranges::find(pattern_.words, names_.text(node(p).name)) != pattern_.words.end();
  }
  bool is_text(std::uint32_t p) const { return node(p).kind == Kind::String && node(p).name.valid(); }

  // Children that are compared however the code is written: `x: T = e` also matches as `x = e` does,
  // and of `a.b.c` and `a.b.$X` an import may leave only the end.
  bool is_needed(std::uint32_t p, const PatternNode::Group& group) const {
    const Role role = group.role;
    switch (node(p).kind) {
      case Kind::Assign: return role == Role::Target || role == Role::Value;
      case Kind::Call: return role == Role::Callee || role == Role::Arguments;
      case Kind::ExprStmt: case Kind::Return: return role == Role::Value;
      case Kind::Member: return role == Role::Name || (role == Role::Object && !node(group.children[0]).dotted.valid());
      default: return true;
    }
  }

  Pattern& pattern_;
  const Names& names_;
};

}  // namespace

void find_anchors(Pattern& pattern, const Names& names) {
  pattern.anchors.resize(pattern.nodes.size());
  AnchorFinder finder(pattern, names);
  if (pattern.shape == Pattern::Shape::Node) finder.visit(pattern.root);
  for (std::uint32_t statement : pattern.statements) finder.visit(statement);
}

}  // namespace sluice
