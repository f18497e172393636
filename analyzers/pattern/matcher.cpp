#include "analyzers/pattern/matcher.h"

#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {

PatternMatches Matcher::run() {
  if (!may_match_here()) return {};
  if (pattern_.shape == Pattern::Shape::Node) match_everywhere();
  else match_sequences();
  if (gave_up_) found_.list.clear();
  found_.gave_up = gave_up_;
  found_.steps = steps_;
  std::ranges::stable_sort(found_.list, {}, &PatternMatch::range);
  return std::move(found_);
}

// Looked through names, code says less than it means.
bool Matcher::may_match(std::uint32_t p, std::uint32_t begin, std::uint32_t end) const {
  if (pattern_.options.symbolic_propagation || pattern_.anchors.empty()) return true;
  return std::ranges::all_of(pattern_.anchors[p], [&](NameId name) { return index_.is_mentioned(name, begin, end); });
}

// In this file at all.
bool Matcher::may_match_here() const {
  auto may = [this](std::uint32_t p) { return may_match(p, 0, unit_.size()); };
  if (!std::ranges::all_of(pattern_.texts, [this](NameId text) { return index_.has_text(text); })) return false;
  return pattern_.shape == Pattern::Shape::Node ? may(pattern_.root) : std::ranges::all_of(pattern_.statements, may);
}

// A sequence that begins with this statement, and goes on in the same list.
bool Matcher::may_match_from(NodeId first) const {
  const std::uint32_t end = unit_.node(unit_.parent(first)).last;
  if (!may_match(pattern_.statements[0], first)) return false;
  return std::ranges::all_of(pattern_.statements, [&](std::uint32_t p) { return may_match(p, first.index, end); });
}

void Matcher::match_everywhere() {
  for_each_candidate(pattern_.root, [this](NodeId id) {
    if (!may_match(pattern_.root, id)) return;
    match(pattern_.root, id, [this, id] { report({unit_.node(id).begin, unit_.node(id).end}, id); });
  });
}

void Matcher::match_sequences() {
  std::uint32_t first = pattern_.statements[0];
  auto try_at = [this](NodeId id) {
    if (!index_.is_statement(id) || !may_match_from(id)) return;
    std::uint32_t begin = unit_.node(id).begin;
    Cursor cursor{.list = unit_.parent(id), .at = id, .after = id.index, .end = begin};
    match_statements(pattern_.statements, 0, cursor, [this, begin, id] { report({begin, sequence_end_}, id); });
  };
  switch (node(first).kind) {
    case Kind::Hole: case Kind::SequenceHole:
      for (std::uint32_t id : index_.statements()) try_at({id});
      return;
    case Kind::Ellipsis:
      // From the first statement of a list it reaches all others.
      for (std::uint32_t id : index_.statements())
        if (unit_.child(unit_.parent({id}), Role::Element).index == id) try_at({id});
      return;
    default: return for_each_candidate(first, try_at);
  }
}

// Calls `visit` with every node that pattern node `p` can match at, in file order per kind.
template <class Visit>
void Matcher::for_each_candidate(std::uint32_t p, Visit visit) {
  const PatternNode& pattern = node(p);
  auto visit_all = [&](std::span<const std::uint32_t> candidates) {
    for (std::uint32_t candidate : candidates) {
      if (gave_up_) return;
      visit(NodeId{candidate});
    }
  };
  auto visit_kinds = [&](std::initializer_list<Kind> kinds) {
    for (Kind kind : kinds) visit_all(index_.of_kind(kind));
  };
  switch (pattern.kind) {
    case Kind::Call: case Kind::New: {
      NameId name = callee_name(pattern);
      if (name.valid() && calls_without_parentheses(pattern)) visit_kinds({Kind::Name, Kind::Member});
      if (name.valid()) return visit_all(index_.calls_of(name));
      visit_all(index_.of_kind(pattern.kind));
      if (pattern.kind == Kind::Call) visit_kinds({Kind::Attribute});
      return;
    }
    case Kind::ExprStmt: return visit_kinds({Kind::ExprStmt, Kind::VarDef, Kind::Return, Kind::Throw});
    case Kind::Assign:
      if (pattern_.options.flddef_assign) return visit_kinds({Kind::Assign, Kind::VarDef, Kind::Pair});
      return visit_kinds({Kind::Assign, Kind::VarDef});
    case Kind::Return:
      if (!pattern_.options.implicit_return) return visit_kinds({Kind::Return});
      visit_kinds({Kind::Return, Kind::ExprStmt});
      for (std::uint32_t lambda : index_.of_kind(Kind::Lambda))
        if (NodeId body = unit_.child({lambda}, Role::Body); body.valid() && unit_.node(body).kind != Kind::Block && !gave_up_) visit(body);
      return;
    case Kind::Import: return visit_kinds({Kind::Import, Kind::VarDef});
    case Kind::Function: case Kind::Lambda:
      return visit_kinds({Kind::Function, Kind::Lambda, Kind::VarDef, Kind::Pair, Kind::Assign});
    case Kind::Name: case Kind::Member: return visit_kinds({Kind::Name, Kind::Member});
    case Kind::For: case Kind::While:
      if (is_any_loop(pattern)) return visit_kinds({Kind::For, Kind::ForEach, Kind::While});
      return visit_kinds({pattern.kind});
    case Kind::Set: return visit_kinds({Kind::Set, Kind::Map});
    case Kind::Array: return visit_kinds({Kind::Array, Kind::Comprehension});
    case Kind::AnyString: case Kind::StringHole: case Kind::StringRegex:
    case Kind::String: case Kind::Number: case Kind::Boolean:
      if (pattern.kind == Kind::Number || pattern.kind == Kind::Boolean) visit_kinds({pattern.kind});
      else visit_kinds({Kind::String});
      return visit_all(index_.constants());
    case Kind::Hole: case Kind::DeepEllipsis: case Kind::Ellipsis: case Kind::SequenceHole:
      // A hole with a type is an expression; what declares a name is none.
      for (std::uint32_t i = 1; i < unit_.size() && !gave_up_; ++i)
        if (pattern.type < 0 || is_value({i})) visit(NodeId{i});
      return;
    default: return visit_all(index_.of_kind(pattern.kind));
  }
}

// What can have a type: not the names that declare something.
bool Matcher::is_value(NodeId t) const {
  const Node& target = unit_.node(t);
  bool is_declared = target.role == Role::Name || target.role == Role::Target || target.role == Role::Type;
  return !is_declared && target.kind != Kind::Parameter && target.kind != Kind::ImportedName;
}

NameId Matcher::callee_name(const PatternNode& call) const {
  const PatternNode* at = &call;
  for (Role role = call.kind == Kind::Call ? Role::Callee : Role::Type; at; role = Role::Name) {
    const PatternNode* child = nullptr;
    for (const auto& group : at->groups)
      if (group.role == role) child = &node(group.children[0]);
    if (!child || (child->kind != Kind::Member && child->kind != Kind::Name)) return {};
    if (child->kind == Kind::Name) return child->name;
    at = child;
  }
  return {};
}

void Matcher::report(ByteRange range, NodeId id) {
  if (found_.list.size() >= kMatchesPerPattern) gave_up_ = true;
  if (gave_up_) return;
  // Two ways to the same match are one.
  for (auto it = found_.list.rbegin(); it != found_.list.rend() && it->node == id; ++it)
    if (it->range == range && is_same(it->bindings)) return;
  found_.list.push_back({range, bindings_, id});
}

bool Matcher::is_same(const Bindings& other) const {
  if (other.list().size() != bindings_.list().size()) return false;
  for (const Binding& binding : bindings_.list()) {
    const Binding* known = other.find(binding.variable);
    if (!known || known->range != binding.range) return false;
  }
  return true;
}

PatternMatches find_matches(const Pattern& pattern, const Unit& unit, const UnitIndex& index, std::uint64_t max_steps) {
  return Matcher(pattern, unit, index, max_steps).run();
}

}  // namespace sluice
