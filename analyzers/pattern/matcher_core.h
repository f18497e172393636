// analyzers/pattern/matcher_core.h - the search behind find_matches(). Private to the matcher:
// matcher.cpp (where to begin), match_node.cpp (one node), match_import.cpp (imports and
// names by them), match_children.cpp (children of a role), match_statements.cpp (lists of statements),
// match_dead_ends.cpp (what need not be tried).
//
// Every function is given what is to be done when its part matches (`Next`); it calls that
// once for each way in which the part matches, and bindings made on the way are undone after.
#pragma once
#include <type_traits>
#include <unordered_map>

#include "analyzers/languages/definition.h"
#include "analyzers/pattern/matcher.h"

namespace sluice {

// A borrowed callable; what it refers to lives in the caller's frame.
class Next {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, Next>)
  Next(F&& function)
      : object_(const_cast<void*>(static_cast<const void*>(&function))),
        call_([](void* object) { (*static_cast<std::remove_reference_t<F>*>(object))(); }) {}
  void operator()() const { call_(object_); }

 private:
  void* object_;
  void (*call_)(void*);
};

class Matcher {
 public:
  Matcher(const Pattern& pattern, const Unit& unit, const UnitIndex& index, std::uint64_t max_steps)
      : pattern_(pattern), unit_(unit), index_(index), agreement_(unit, index, pattern.options),
        same_(equivalences_of(unit.language())), max_steps_(max_steps) {}

  PatternMatches run();

 private:
  using Children = std::vector<std::uint32_t>;

  // --- where to begin (matcher.cpp) ---
  void match_everywhere();
  void match_sequences();
  template <class Visit>
  void for_each_candidate(std::uint32_t p, Visit visit);
  bool is_value(NodeId t) const;
  NameId callee_name(const PatternNode& call) const;
  void report(ByteRange range, NodeId id);
  bool is_same(const Bindings& other) const;

  // False when the names that must be within `t`, or within some nodes, are not.
  bool may_match(std::uint32_t p, NodeId t) const { return may_match(p, t.index, unit_.node(t).last); }
  bool may_match(std::uint32_t p, std::uint32_t begin, std::uint32_t end) const;
  bool may_match_here() const;
  bool may_match_from(NodeId first) const;

  // --- one node (match_node.cpp) ---
  void match(std::uint32_t p, NodeId t, Next next);
  void match_hole(const PatternNode& pattern, NodeId t, Next next);
  void bind_node(NameId variable, NodeId t, Next next);
  void bind(const Binding& binding, Next next);
  void match_string_hole(const PatternNode& pattern, NodeId t, Next next);
  void match_string_regex(const PatternNode& pattern, NodeId t, Next next);
  void match_regex(const PatternNode& pattern, std::string_view text, Next next);
  void match_key(const PatternNode& pattern, NodeId t, Next next);
  void match_symbol(const PatternNode& hole, NodeId t, Next next);
  void match_pairs(const PatternNode& pattern, NodeId t, Next next);
  bool is_any_loop(const PatternNode& pattern) const;
  void match_any_loop(const PatternNode& pattern, NodeId t, Next next);
  void match_deep(const PatternNode& pattern, NodeId t, Next next);
  void match_code(std::uint32_t p, NodeId t, Next next);
  const Constant* constant_at(NodeId t) const;
  void match_assigned(std::uint32_t p, NodeId t, Next next);
  void match_compound(const PatternNode& pattern, NodeId t, Next next);
  bool is_chain_gap(const PatternNode& member) const;
  void match_chain(const PatternNode& pattern, NodeId t, Next next);
  void match_other_kind(std::uint32_t p, NodeId t, Next next);
  void match_constant(const PatternNode& pattern, NodeId t, Next next);
  bool calls_without_parentheses(const PatternNode& pattern) const;
  void match_bare_call(const PatternNode& pattern, NodeId t, Next next);
  void match_attribute_as_call(const PatternNode& pattern, NodeId t, Next next);
  void match_attribute(const PatternNode& pattern, NodeId t, Next next);
  bool is_any_list(const PatternNode& pattern) const;
  bool is_field(NodeId t) const;
  bool has_word(const PatternNode& pattern, NodeId t) const;
  void match_definition_as_assignment(const PatternNode& pattern, NodeId t, Next next);
  void match_named_lambda(std::uint32_t p, NodeId t, Next next);

  // --- imports (match_import.cpp) ---
  bool is_package(NameId meaning, std::string_view name) const;
  bool match_by_meaning(const PatternNode& pattern, NodeId t, Next next);
  bool match_by_wildcard(const PatternNode& pattern, NodeId t, Next next);
  void match_import(const PatternNode& pattern, NodeId t, Next next);
  void match_require_as_import(const PatternNode& pattern, NodeId t, Next next);
  void match_imported_name(std::uint32_t path, NodeId t, Next next);
  void match_module(std::uint32_t p, NodeId t, Next next);

  // --- operators (match_operators.cpp) ---
  void match_binary(std::uint32_t p, NodeId t, Next next);
  void match_associative(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next);
  Children operands(NodeId binary) const;
  Children operands(std::uint32_t binary) const;

  // --- children (match_children.cpp) ---
  void match_children(const PatternNode& pattern, NodeId t, Next next, std::uint64_t done = 0);
  ChildMode mode_of(const PatternNode& pattern, const PatternNode::Group& group) const;
  std::uint64_t needed_roles(const PatternNode& pattern) const;
  void match_ordered(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next);
  void match_groups(const PatternNode& pattern, std::size_t at, NodeId t, std::uint64_t done, Next next);
  bool may_lack_body(const PatternNode& pattern) const;
  bool is_any_body(std::uint32_t body) const;
  bool takes_no_arguments(std::uint32_t arguments) const;
  void match_sequence(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next);
  void bind_run(const PatternNode& pattern, const Children& ts, std::size_t begin, std::size_t end, Next next);
  void match_subset(const Children& ps, std::size_t i, const Children& ts, Next next);
  void match_member(std::uint32_t p, NodeId t, Next next);
  void match_arguments(const Children& ps, const Children& ts, Next next);

  // --- what leads nowhere (match_dead_ends.cpp) ---
  // What a part of the pattern depends on: where a metavariable that it names is bound.
  struct BoundAt {
    std::uint32_t node = NodeId::kNone;
    ByteRange range;
    bool is_bound = false;
    friend bool operator==(const BoundAt&, const BoundAt&) = default;
  };
  struct DeadEnd {
    std::uint32_t list = NodeId::kNone;
    std::uint32_t from = 0;
    std::vector<BoundAt> with;
  };
  template <class Search>
  void unless_dead_end(const Children& ps, std::size_t i, std::uint32_t list, std::uint32_t from, Next next, Search search);
  const std::vector<NameId>& names_from(const Children& ps, std::size_t i);
  void collect_names(std::uint32_t p, std::vector<NameId>& names) const;
  void bound_names(const std::vector<NameId>& names, std::vector<BoundAt>& out) const;

  // --- statements (match_statements.cpp) ---
  // Where the search for the next statement of a sequence stands.
  struct Cursor {
    NodeId list;              // the list in which the sequence began
    NodeId at;                // the next statement; not valid: behind the last
    std::uint32_t after = 0;  // where a search for any later statement begins
    std::uint32_t end = 0;    // the byte behind the last statement that matched
    bool is_free = false;     // a `...` was there: nested statements count, more may follow
    bool must_end = false;    // nothing may be left over
  };
  void match_body(const Children& ps, NodeId list, Next next);
  void match_statements(const Children& ps, std::size_t i, const Cursor& cursor, Next next);
  void match_after_ellipsis(const Children& ps, std::size_t i, const Cursor& cursor, Next next);
  void match_later(const Children& ps, std::size_t i, const Cursor& cursor, Next next);
  void match_statement_run(const Children& ps, std::size_t i, const Cursor& cursor, Next next);
  Cursor behind(NodeId t, Cursor cursor) const;
  std::uint32_t end_of_list(NodeId list) const;
  void match_statement(const PatternNode& pattern, NodeId t, Next next);
  void match_within(std::uint32_t p, NodeId t, Next next);
  void match_expression_body(const PatternNode& block, NodeId t, Next next);
  void match_return_body(std::uint32_t p, NodeId block, Next next);
  bool is_returned(NodeId t) const;
  void match_implicit_return(const PatternNode& pattern, NodeId t, Next next);

  // --- small things ---
  const PatternNode& node(std::uint32_t p) const { return pattern_.nodes[p]; }
  const PatternNode::Group* group_of(const PatternNode& pattern, Role role) const {
    for (const auto& group : pattern.groups)
      if (group.role == role) return &group;
    return nullptr;
  }
  bool is_ellipsis(std::uint32_t p) const { return node(p).kind == Kind::Ellipsis; }
  bool is_gap(std::uint32_t p) const { return is_ellipsis(p) || node(p).kind == Kind::SequenceHole; }
  NodeId first_of_role(NodeId t, Role role) const { return unit_.child(t, role); }
  Children children_of_role(NodeId t, Role role) const;
  std::optional<NodeId> only_of_role(NodeId t, Role role) const;
  bool spend() {
    if (++steps_ > max_steps_) gave_up_ = true;
    return !gave_up_;
  }

  const Pattern& pattern_;
  const Unit& unit_;
  const UnitIndex& index_;
  const Agreement agreement_;
  const Equivalences& same_;  // of the language of the code
  const std::uint64_t max_steps_;
  std::uint64_t steps_ = 0;
  bool gave_up_ = false;
  Bindings bindings_;
  std::uint32_t sequence_end_ = 0;
  std::unordered_map<std::uint32_t, std::vector<NameId>> names_from_;  // by pattern node: those in it and behind it
  std::unordered_map<std::uint32_t, DeadEnd> dead_ends_;               // by pattern node: the last that was met
  PatternMatches found_;
};

// Looks for ps[i...] behind a `...`, from a place in a list on, unless that is known to lead
// nowhere: what was not found from there on is not found from further on, as long as the
// metavariables it names are bound as before. So `a(); ... b($X); ... c();` looks for c once,
// not once for each b, and a file of n statements costs n * n steps at most for as many `...`
// as do not depend on one another.
template <class Search>
void Matcher::unless_dead_end(const Children& ps, std::size_t i, std::uint32_t list, std::uint32_t from, Next next, Search search) {
  const std::vector<NameId>& names = names_from(ps, i);
  std::vector<BoundAt> with;
  bound_names(names, with);
  auto known = dead_ends_.find(ps[i]);
  bool is_same = known != dead_ends_.end() && known->second.list == list && known->second.with == with;
  if (is_same && known->second.from <= from) return;
  bool leads_on = false;
  auto go_on = [&] {
    leads_on = true;
    next();
  };
  search(Next(go_on));
  if (!leads_on && !gave_up_) dead_ends_[ps[i]] = {list, from, std::move(with)};
}

}  // namespace sluice
