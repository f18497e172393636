// The children of a pattern node against those of a node of code, role by role.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {

Matcher::Children Matcher::children_of_role(NodeId t, Role role) const {
  Children children;
  for (NodeId child : unit_.children(t))
    if (unit_.node(child).role == role) children.push_back(child.index);
  return children;
}

// The one child of that role; not valid when there are several, nothing when there is none.
std::optional<NodeId> Matcher::only_of_role(NodeId t, Role role) const {
  std::optional<NodeId> only;
  for (NodeId child : unit_.children(t)) {
    if (unit_.node(child).role != role) continue;
    if (only) return NodeId{};
    only = child;
  }
  return only;
}

void Matcher::match_children(const PatternNode& pattern, NodeId t, Next next, std::uint64_t done) {
  std::uint64_t target_roles = 0;
  for (NodeId child : unit_.children(t)) target_roles |= role_bit(unit_.node(child).role);
  std::uint64_t optional = optional_roles(pattern_.language, pattern.kind) & ~needed_roles(pattern);
  std::uint64_t unasked = target_roles & ~pattern.roles & ~optional & ~done;
  if (unasked != 0) return;
  match_groups(pattern, 0, t, done, next);
}

// Roles that an option of the rule makes say something by their absence.
std::uint64_t Matcher::needed_roles(const PatternNode& pattern) const {
  const MatchOptions& options = pattern_.options;
  if (pattern.kind == Kind::Map && !options.implicit_ellipsis) return role_bit(Role::Element);
  if (pattern.kind == Kind::Element && !options.xml_attrs_implicit_ellipsis) return role_bit(Role::Attribute);
  return 0;
}

// The mode that the pattern was compiled with, unless an option of the rule says otherwise.
ChildMode Matcher::mode_of(const PatternNode& pattern, const PatternNode::Group& group) const {
  const MatchOptions& options = pattern_.options;
  const bool is_markup = pattern.kind == Kind::Element;
  switch (group.role) {
    case Role::Attribute:
      if (is_markup && !options.xml_attrs_implicit_ellipsis) return ChildMode::Unordered;
      if (!is_markup && options.decorators_order_matters) return ChildMode::Ordered;
      return group.mode;
    case Role::Element: {
      if (is_markup && !options.xml_children_ordered) return ChildMode::Unordered;
      bool is_open = group.mode == ChildMode::Subset && (pattern.kind == Kind::Map || pattern.kind == Kind::Block);
      return is_open && !options.implicit_ellipsis ? ChildMode::Unordered : group.mode;
    }
    default: return group.mode;
  }
}

void Matcher::match_groups(const PatternNode& pattern, std::size_t at, NodeId t, std::uint64_t done, Next next) {
  if (at == pattern.groups.size()) return next();
  const auto& group = pattern.groups[at];
  auto rest = [&] { match_groups(pattern, at + 1, t, done, next); };
  if (done & role_bit(group.role)) return rest();
  if (group.mode == ChildMode::Statements) return match_body(group.children, t, rest);
  const ChildMode mode = mode_of(pattern, group);
  if (mode == ChildMode::Sequence && group.children.size() == 1 && !is_gap(group.children[0]))
    if (auto only = only_of_role(t, group.role)) return only->valid() ? match(group.children[0], *only, rest) : void();
  Children targets = children_of_role(t, group.role);
  if (targets.empty() && group.role == Role::Arguments && takes_no_arguments(group.children[0])) return rest();
  if (targets.empty() && group.role == Role::Body && may_lack_body(pattern) && is_any_body(group.children[0])) return rest();
  switch (mode) {
    case ChildMode::Sequence: return match_sequence(group.children, 0, targets, 0, rest);
    case ChildMode::Ordered: return match_ordered(group.children, 0, targets, 0, rest);
    case ChildMode::Arguments: return match_arguments(group.children, targets, rest);
    case ChildMode::Subset: return match_subset(group.children, 0, targets, rest);
    case ChildMode::Unordered: {
      bool is_open = std::ranges::any_of(group.children, [this](std::uint32_t p) { return is_gap(p); });
      if (!is_open && group.children.size() != targets.size()) return;
      return match_subset(group.children, 0, targets, rest);
    }
    case ChildMode::Statements: return;
  }
}

// A class without a body is one with nothing in it; a method without a body is in most languages
// another thing.
bool Matcher::may_lack_body(const PatternNode& pattern) const {
  return pattern.kind == Kind::Class || same_.leaves_out_empty_bodies;
}

bool Matcher::is_any_body(std::uint32_t body) const {
  if (node(body).kind != Kind::Block) return false;
  for (const auto& group : node(body).groups)
    for (std::uint32_t statement : group.children)
      if (!is_ellipsis(statement)) return false;
  return true;
}

// `new A` is `new A()`.
bool Matcher::takes_no_arguments(std::uint32_t arguments) const {
  for (const auto& group : node(arguments).groups)
    for (std::uint32_t argument : group.children)
      if (!is_ellipsis(argument)) return false;
  return true;
}

void Matcher::match_sequence(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next) {
  if (!spend()) return;
  if (i == ps.size()) {
    if (j == ts.size()) next();
    return;
  }
  const PatternNode& pattern = node(ps[i]);
  if (pattern.kind == Kind::Ellipsis || pattern.kind == Kind::SequenceHole) {
    bool is_last = i + 1 == ps.size();
    if (is_last && pattern.kind == Kind::Ellipsis) return next();  // the rest, whatever it is
    // In a short list remembering costs more than looking again. A list is told by its last member:
    // of a chain `a && b && c` each part is a list of its own, and all begin at the same place.
    constexpr std::size_t kShort = 8;
    if (pattern.kind == Kind::Ellipsis && ts.size() > j + kShort)
      return unless_dead_end(ps, i + 1, ts.back(), ts[j], next, [&](Next go_on) {
        for (std::size_t end = j; end <= ts.size() && !gave_up_; ++end) match_sequence(ps, i + 1, ts, end, go_on);
      });
    for (std::size_t end = is_last ? ts.size() : j; end <= ts.size() && !gave_up_; ++end)
      bind_run(pattern, ts, j, end, [&] { match_sequence(ps, i + 1, ts, end, next); });
    return;
  }
  if (j == ts.size()) return;
  match(ps[i], {ts[j]}, [&] { match_sequence(ps, i + 1, ts, j + 1, next); });
}

void Matcher::bind_run(const PatternNode& pattern, const Children& ts, std::size_t begin, std::size_t end, Next next) {
  if (pattern.kind == Kind::Ellipsis) return next();
  Binding binding;
  binding.variable = pattern.name;
  binding.is_run = true;
  if (begin < end) {
    binding.node = {ts[begin]};
    binding.run_end = unit_.next_sibling({ts[end - 1]});
    binding.range = {unit_.node({ts[begin]}).begin, unit_.node({ts[end - 1]}).end};
  }
  bind(binding, next);
}

void Matcher::match_subset(const Children& ps, std::size_t i, const Children& ts, Next next) {
  if (!spend()) return;
  if (i == ps.size()) return next();
  const PatternNode& pattern = node(ps[i]);
  if (pattern.kind == Kind::Ellipsis) return match_subset(ps, i + 1, ts, next);
  if (pattern.kind == Kind::SequenceHole) {
    // All of them when the pattern names no other.
    if (ps.size() == 1) return bind_run(pattern, ts, 0, ts.size(), next);
    return match_subset(ps, i + 1, ts, next);
  }
  for (std::size_t j = 0; j < ts.size() && !gave_up_; ++j) {
    match_member(ps[i], {ts[j]}, [&] {
      Children others = ts;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(j));
      match_subset(ps, i + 1, others, next);
    });
  }
}

void Matcher::match_ordered(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next) {
  if (!spend()) return;
  if (i == ps.size()) return next();
  if (is_ellipsis(ps[i])) return match_ordered(ps, i + 1, ts, j, next);
  for (; j < ts.size() && !gave_up_; ++j) match(ps[i], {ts[j]}, [&] { match_ordered(ps, i + 1, ts, j + 1, next); });
}

// A member of an open list; where blocks nest, also one that stands deeper in another.
void Matcher::match_member(std::uint32_t p, NodeId t, Next next) {
  match(p, t, next);
  bool is_block = same_.finds_nested_blocks && node(p).kind == Kind::Call && unit_.node(t).kind == Kind::Call;
  if (!is_block) return;
  NodeId arguments = unit_.child(t, Role::Arguments);
  if (!arguments.valid()) return;
  for (NodeId argument : unit_.children(arguments))
    if (unit_.node(argument).kind == Kind::Map)
      for (NodeId member : unit_.children(argument))
        if (!gave_up_) match_member(p, member, next);
}

// Positional arguments in order; keyword arguments by name; what is left needs a `...`.
void Matcher::match_arguments(const Children& ps, const Children& ts, Next next) {
  auto asked = std::ranges::count_if(ps, [this](std::uint32_t p) { return node(p).kind == Kind::KeywordArgument; });
  if (asked == 0) return match_sequence(ps, 0, ts, 0, next);
  auto given = std::ranges::count_if(ts, [this](std::uint32_t t) { return unit_.node({t}).kind == Kind::KeywordArgument; });
  bool is_open = std::ranges::any_of(ps, [this](std::uint32_t p) { return is_gap(p); });
  if (is_open ? asked > given : asked != given) return;
  Children keywords, positions, t_keywords, t_positions;
  for (std::uint32_t p : ps) (node(p).kind == Kind::KeywordArgument ? keywords : positions).push_back(p);
  for (std::uint32_t t : ts) (unit_.node({t}).kind == Kind::KeywordArgument ? t_keywords : t_positions).push_back(t);
  // `...` on both sides of a keyword is one gap, not two.
  auto is_repeated = [this](std::uint32_t a, std::uint32_t b) { return is_ellipsis(a) && is_ellipsis(b); };
  positions.erase(std::unique(positions.begin(), positions.end(), is_repeated), positions.end());
  match_subset(keywords, 0, t_keywords, [&] { match_sequence(positions, 0, t_positions, 0, next); });
}

}  // namespace sluice
