#include "analyzers/pattern/matcher.h"

#include <algorithm>
#include <type_traits>

namespace sluice {
namespace {

using Children = std::vector<std::uint32_t>;

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

bool is_statement_list(Kind kind) { return kind == Kind::Block || kind == Kind::File || kind == Kind::Case; }

bool is_plain_assignment(std::string_view op) { return op == "=" || op == ":="; }

class Matcher {
 public:
  Matcher(const Pattern& pattern, const Unit& unit, const UnitIndex& index, std::uint64_t max_steps)
      : pattern_(pattern), unit_(unit), index_(index), max_steps_(max_steps) {}

  PatternMatches run() {
    if (pattern_.shape == Pattern::Shape::Node) match_everywhere();
    else match_sequences();
    if (gave_up_) found_.list.clear();
    found_.gave_up = gave_up_;
    std::ranges::stable_sort(found_.list, {}, &PatternMatch::range);
    return std::move(found_);
  }

 private:
  // --- where to begin ---

  void match_everywhere() {
    for_each_candidate(pattern_.root, [this](NodeId id) {
      range_end_ = 0;
      match(pattern_.root, id, [this, id] { report({unit_.node(id).begin, std::max(unit_.node(id).end, range_end_)}, id); });
    });
  }

  void match_sequences() {
    std::uint32_t first = pattern_.statements[0];
    bool starts_open = node(first).kind == Kind::Ellipsis || node(first).kind == Kind::Hole || node(first).kind == Kind::SequenceHole;
    auto try_at = [this](NodeId id) {
      NodeId parent = unit_.parent(id);
      if (!parent.valid() || !is_statement_list(unit_.node(parent).kind) || unit_.node(id).role != Role::Element) return;
      std::uint32_t begin = unit_.node(id).begin;
      match_statements(pattern_.statements, 0, id, parent, false, begin, [this, begin, id] { report({begin, sequence_end_}, id); });
    };
    if (!starts_open) return for_each_candidate(first, try_at);
    for (Kind kind : {Kind::File, Kind::Block, Kind::Case})
      for (std::uint32_t list : index_.of_kind(kind))
        for (NodeId child : unit_.children({list})) {
          try_at(child);
          if (node(first).kind == Kind::Ellipsis) break;  // from the first statement it reaches all others
        }
  }

  // Calls `visit` with every node that pattern node `p` can match at, in file order per kind.
  template <class Visit>
  void for_each_candidate(std::uint32_t p, Visit visit) {
    const PatternNode& pattern = node(p);
    auto visit_all = [&](std::span<const std::uint32_t> candidates) {
      for (std::uint32_t candidate : candidates) {
        if (gave_up_) return;
        visit(NodeId{candidate});
      }
    };
    switch (pattern.kind) {
      case Kind::Call: case Kind::New: {
        NameId name = callee_name(pattern);
        if (name.valid() && calls_without_parentheses(pattern))
          for (Kind kind : {Kind::Name, Kind::Member}) visit_all(index_.of_kind(kind));
        return visit_all(name.valid() ? index_.calls_of(name) : index_.of_kind(pattern.kind));
      }
      case Kind::ExprStmt:
        for (Kind kind : {Kind::ExprStmt, Kind::VarDef, Kind::Return, Kind::Throw}) visit_all(index_.of_kind(kind));
        return;
      case Kind::Assign:
        for (Kind kind : {Kind::Assign, Kind::VarDef}) visit_all(index_.of_kind(kind));
        return;
      case Kind::Function: case Kind::Lambda:
        for (Kind kind : {Kind::Function, Kind::Lambda, Kind::VarDef, Kind::Pair, Kind::Assign}) visit_all(index_.of_kind(kind));
        return;
      case Kind::Name: case Kind::Member:
        for (Kind kind : {Kind::Name, Kind::Member}) visit_all(index_.of_kind(kind));
        return;
      case Kind::AnyString: case Kind::StringHole: case Kind::StringRegex: return visit_all(index_.of_kind(Kind::String));
      case Kind::Hole: case Kind::DeepEllipsis: case Kind::Ellipsis: case Kind::SequenceHole:
        for (std::uint32_t i = 1; i < unit_.size() && !gave_up_; ++i) visit(NodeId{i});
        return;
      default: return visit_all(index_.of_kind(pattern.kind));
    }
  }

  NameId callee_name(const PatternNode& call) const {
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

  void report(ByteRange range, NodeId id) {
    if (found_.list.size() >= kMatchesPerPattern) gave_up_ = true;
    if (gave_up_) return;
    // Two ways to the same match are one.
    for (auto it = found_.list.rbegin(); it != found_.list.rend() && it->node == id; ++it)
      if (it->range == range && is_same(it->bindings)) return;
    found_.list.push_back({range, bindings_, id});
  }

  bool is_same(const Bindings& other) const {
    if (other.list().size() != bindings_.list().size()) return false;
    for (const Binding& binding : bindings_.list()) {
      const Binding* known = other.find(binding.variable);
      if (!known || known->range != binding.range) return false;
    }
    return true;
  }

  // --- one node ---

  const PatternNode& node(std::uint32_t p) const { return pattern_.nodes[p]; }

  bool spend() {
    if (++steps_ > max_steps_) gave_up_ = true;
    return !gave_up_;
  }

  void match(std::uint32_t p, NodeId t, Next next) {
    if (!spend()) return;
    const PatternNode& pattern = node(p);
    switch (pattern.kind) {
      case Kind::Ellipsis: return next();
      case Kind::Hole: return match_hole(pattern, t, next);
      case Kind::SequenceHole: return bind_node(pattern.name, t, next);
      case Kind::AnyString:
        if (is_constant_string(unit_, index_, t)) next();
        return;
      case Kind::StringHole: return match_string_hole(pattern, t, next);
      case Kind::StringRegex: return match_string_regex(pattern, t, next);
      case Kind::DeepEllipsis: return match_deep(pattern, t, next);
      default: return match_code(p, t, next);
    }
  }

  void match_hole(const PatternNode& pattern, NodeId t, Next next) {
    const Node& target = unit_.node(t);
    // `f($X)` does not see a keyword argument; `def f($X)` binds the parameter's name.
    if (target.kind == Kind::KeywordArgument && pattern.role == Role::Element) return;
    if (target.kind == Kind::Parameter || target.kind == Kind::ImportedName)
      if (NodeId name = unit_.child(t, Role::Name); name.valid()) t = name;
    bind_node(pattern.name, t, next);
  }

  void bind_node(NameId variable, NodeId t, Next next) {
    Binding binding;
    binding.variable = variable;
    binding.range = {unit_.node(t).begin, unit_.node(t).end};
    binding.node = t;
    bind(binding, next);
  }

  void bind(const Binding& binding, Next next) {
    if (!binding.variable.valid()) return next();  // `$_`
    if (const Binding* known = bindings_.find(binding.variable)) {
      if (same_value(unit_, *known, binding)) next();
      return;
    }
    bindings_.push(binding);
    next();
    bindings_.pop();
  }

  void match_string_hole(const PatternNode& pattern, NodeId t, Next next) {
    if (unit_.node(t).kind == Kind::Name) t = index_.constant_of(unit_.node(t).text).literal;
    if (!t.valid() || unit_.node(t).kind != Kind::String) return;
    Binding binding;
    binding.variable = pattern.name;
    binding.range = content_range(unit_, t);
    binding.is_text = true;
    bind(binding, next);
  }

  void match_string_regex(const PatternNode& pattern, NodeId t, Next next) {
    const Node& target = unit_.node(t);
    UnitIndex::Constant constant{target.kind, target.text, t};
    if (target.kind == Kind::Name) constant = index_.constant_of(target.text);
    if (constant.kind != Kind::String) return;
    bool limit_met = false;
    bool found = pattern_.regexes[static_cast<std::size_t>(pattern.regex)].is_found_in(unit_.names().text(constant.text), limit_met);
    gave_up_ |= limit_met;
    if (found) next();
  }

  void match_deep(const PatternNode& pattern, NodeId t, Next next) {
    std::uint32_t inner = pattern.groups[0].children[0];
    for (std::uint32_t i = t.index; i < unit_.node(t).last && !gave_up_;) {
      // Not into the bodies of functions: they run at another time.
      bool is_body = unit_.node({i}).kind == Kind::Block && i != t.index;
      if (!is_body) match(inner, {i}, next);
      i = is_body ? unit_.node({i}).last : i + 1;
    }
  }

  void match_code(std::uint32_t p, NodeId t, Next next) {
    const PatternNode& pattern = node(p);
    const Node& target = unit_.node(t);
    if (match_by_meaning(pattern, t, next)) return;
    if (pattern.kind == Kind::ExprStmt) return match_statement(pattern, t, next);
    if (target.kind == Kind::Cast && pattern.kind != Kind::Cast && p != pattern_.root) {
      if (NodeId value = unit_.child(t, Role::Value); value.valid()) match(p, value, next);
      return;
    }
    if (target.kind != pattern.kind) return match_other_kind(p, t, next);
    if (target.kind == Kind::Other && target.symbol != pattern.symbol) return;
    if (pattern.name.valid() && pattern.name != target.text) return;
    match_children(pattern, t, next);
  }

  // A name by what its import means: `os.system` and `os.$F` match the `s` of
  // `from os import system as s`. True when that settled it.
  bool match_by_meaning(const PatternNode& pattern, NodeId t, Next next) {
    if (pattern.kind != Kind::Name && pattern.kind != Kind::Member) return false;
    NameId meaning = unit_.canonical(t);
    if (!meaning.valid()) return false;
    if (pattern.dotted.valid()) {
      if (meaning != pattern.dotted) return false;
      next();
      return true;
    }
    const auto* object = group_of(pattern, Role::Object);
    const auto* name = group_of(pattern, Role::Name);
    bool is_open_member = object && name && node(name->children[0]).kind == Kind::Hole && unit_.node(t).kind == Kind::Name;
    if (!is_open_member || !node(object->children[0]).dotted.valid()) return false;
    std::string_view path = unit_.names().text(meaning), module = unit_.names().text(node(object->children[0]).dotted);
    if (path.size() <= module.size() || !path.starts_with(module) || path[module.size()] != '.') return false;
    if (path.find('.', module.size() + 1) != std::string_view::npos) return false;
    match(name->children[0], t, next);
    return true;
  }

  // Different kinds that mean the same.
  void match_other_kind(std::uint32_t p, NodeId t, Next next) {
    const PatternNode& pattern = node(p);
    const Node& target = unit_.node(t);
    switch (pattern.kind) {
      case Kind::Assign: return match_definition_as_assignment(pattern, t, next);
      case Kind::Function: case Kind::Lambda: return match_named_lambda(p, t, next);
      case Kind::String: case Kind::Number: case Kind::Boolean: {
        // Terraform reads `"1"` as 1 and `"true"` as true where it wants them.
        bool is_coerced = unit_.language() == Language::Terraform &&
                          (target.kind == Kind::String || target.kind == Kind::Number || target.kind == Kind::Boolean);
        if (is_coerced && pattern.name == target.text) return next();
        // A literal also matches a name that stands for it everywhere in the file.
        if (target.kind != Kind::Name) return;
        UnitIndex::Constant constant = index_.constant_of(target.text);
        if (constant.kind == pattern.kind && constant.text == pattern.name) next();
        return;
      }
      case Kind::Call: return match_bare_call(pattern, t, next);
      case Kind::Parameter:
        if (target.kind == Kind::Name) match_only_child(pattern, Role::Name, t, next);
        return;
      case Kind::Block:
        // A lambda's body that is an expression, against `{ return e; }` or `{ e }`.
        return;
      default: return;
    }
  }

  // Ruby's `a.b` and `b` may call as `a.b()` and `b()` do.
  bool calls_without_parentheses(const PatternNode& pattern) const {
    if (pattern_.language != Language::Ruby || pattern.kind != Kind::Call) return false;
    const auto* arguments = group_of(pattern, Role::Arguments);
    if (!arguments) return false;
    for (const auto& group : node(arguments->children[0]).groups)
      for (std::uint32_t argument : group.children)
        if (node(argument).kind != Kind::Ellipsis) return false;
    return true;
  }

  void match_bare_call(const PatternNode& pattern, NodeId t, Next next) {
    const Node& target = unit_.node(t);
    bool is_use = target.role != Role::Callee && target.role != Role::Target && target.role != Role::Name && target.role != Role::Type;
    bool is_bare = target.kind == Kind::Name || target.kind == Kind::Member;
    const auto* callee = group_of(pattern, Role::Callee);
    if (!is_use || !is_bare || !callee || node(callee->children[0]).kind == Kind::Hole || !calls_without_parentheses(pattern)) return;
    match(callee->children[0], t, next);
  }

  void match_only_child(const PatternNode& pattern, Role role, NodeId t, Next next) {
    if (pattern.roles != role_bit(role)) return;
    match(pattern.groups[0].children[0], t, next);
  }

  const PatternNode::Group* group_of(const PatternNode& pattern, Role role) const {
    for (const auto& group : pattern.groups)
      if (group.role == role) return &group;
    return nullptr;
  }

  // `$X = e` also means `T x = e`, `x := e`, `const x = e`.
  void match_definition_as_assignment(const PatternNode& pattern, NodeId t, Next next) {
    if (unit_.node(t).kind != Kind::VarDef) return;
    bool is_plain = pattern_.nodes.empty() || !pattern.name.valid() || is_plain_assignment(unit_.names().text(pattern.name));
    NodeId name = unit_.child(t, Role::Name), value = unit_.child(t, Role::Value);
    const auto* p_target = group_of(pattern, Role::Target);
    const auto* p_value = group_of(pattern, Role::Value);
    if (!is_plain || !name.valid() || !value.valid() || !p_target || !p_value) return;
    match(p_target->children[0], name, [&] { match(p_value->children[0], value, next); });
  }

  // `function $F(...) { ... }` also means `const f = (...) => { ... }` and `{ f: (...) => ... }`.
  void match_named_lambda(std::uint32_t p, NodeId t, Next next) {
    const PatternNode& pattern = node(p);
    Kind kind = unit_.node(t).kind;
    if (kind == Kind::Function && pattern.kind == Kind::Lambda) return match_children(pattern, t, next);
    if (kind == Kind::Lambda && !group_of(pattern, Role::Name)) return match_children(pattern, t, next);
    if (pattern.kind != Kind::Function || (kind != Kind::VarDef && kind != Kind::Pair && kind != Kind::Assign)) return;
    NodeId name = unit_.child(t, kind == Kind::Pair ? Role::Key : kind == Kind::Assign ? Role::Target : Role::Name);
    NodeId value = unit_.child(t, Role::Value);
    const auto* p_name = group_of(pattern, Role::Name);
    if (!p_name || !name.valid() || !value.valid() || unit_.node(value).kind != Kind::Lambda) return;
    match(p_name->children[0], name, [&] { match_children(pattern, value, next, role_bit(Role::Name)); });
  }

  // `foo($X);` is a statement that does it, also `x = foo(1);` and `return bar(foo(1));`.
  void match_statement(const PatternNode& pattern, NodeId t, Next next) {
    Kind kind = unit_.node(t).kind;
    bool is_statement = kind == Kind::ExprStmt || kind == Kind::VarDef || kind == Kind::Return || kind == Kind::Throw;
    const auto* value = group_of(pattern, Role::Value);
    if (!value) {
      if (kind == Kind::ExprStmt) match_children(pattern, t, next);
      return;
    }
    std::uint32_t inner = value->children[0];
    if (!is_statement) return match(inner, t, next);  // languages whose blocks hold expressions
    if (kind == Kind::VarDef) match(inner, t, next);
    bool goes_deep = node(inner).kind == Kind::Call;
    for (NodeId child : unit_.children(t)) {
      if (unit_.node(child).role != Role::Value) continue;
      if (goes_deep) match_within(inner, child, next);
      else if (kind == Kind::ExprStmt) match(inner, child, next);
    }
  }

  // Through what evaluates its parts always: arguments, receivers, assigned values.
  void match_within(std::uint32_t p, NodeId t, Next next) {
    match(p, t, next);
    switch (unit_.node(t).kind) {
      case Kind::Binary: return match_within_binary(p, t, next);
      case Kind::Call: case Kind::New: case Kind::Arguments: case Kind::Assign: case Kind::Await: case Kind::Array:
      case Kind::Member: case Kind::KeywordArgument: case Kind::Unary: case Kind::Cast: case Kind::Tuple:
        for (NodeId child : unit_.children(t)) {
          Role role = unit_.node(child).role;
          if (role != Role::Name && role != Role::Target && role != Role::Type && !gave_up_) match_within(p, child, next);
        }
        return;
      default: return;
    }
  }

  // What is right of `&&` and its like may not run.
  void match_within_binary(std::uint32_t p, NodeId t, Next next) {
    std::string_view op = unit_.text(t);
    bool may_stop = op == "&&" || op == "||" || op == "and" || op == "or" || op == "??" || op == "?:";
    for (NodeId child : unit_.children(t)) {
      bool runs = !may_stop || unit_.node(child).role == Role::Left;
      if (runs && !gave_up_) match_within(p, child, next);
    }
  }

  // --- children ---

  void match_children(const PatternNode& pattern, NodeId t, Next next, std::uint64_t done = 0) {
    std::uint64_t target_roles = 0;
    for (NodeId child : unit_.children(t)) target_roles |= role_bit(unit_.node(child).role);
    std::uint64_t unasked = target_roles & ~pattern.roles & ~optional_roles(pattern.kind);
    if (unasked != 0) return;
    match_groups(pattern, 0, t, done, next);
  }

  void match_groups(const PatternNode& pattern, std::size_t at, NodeId t, std::uint64_t done, Next next) {
    if (at == pattern.groups.size()) return next();
    const auto& group = pattern.groups[at];
    auto rest = [&] { match_groups(pattern, at + 1, t, done, next); };
    if (done & role_bit(group.role)) return rest();
    if (group.mode == ChildMode::Statements) {
      NodeId first = first_of_role(t, group.role);
      return match_statements(group.children, 0, first, t, true, 0, rest);
    }
    Children targets;
    for (NodeId child : unit_.children(t))
      if (unit_.node(child).role == group.role) targets.push_back(child.index);
    switch (group.mode) {
      case ChildMode::Sequence: return match_sequence(group.children, 0, targets, 0, rest);
      case ChildMode::Arguments: return match_arguments(group.children, targets, rest);
      case ChildMode::Subset: return match_subset(group.children, 0, targets, rest);
      case ChildMode::Unordered: {
        bool is_open = std::ranges::any_of(group.children, [this](std::uint32_t p) { return node(p).kind == Kind::Ellipsis; });
        if (!is_open && group.children.size() != targets.size()) return;
        return match_subset(group.children, 0, targets, rest);
      }
      case ChildMode::Statements: return;
    }
  }

  NodeId first_of_role(NodeId t, Role role) const {
    for (NodeId child : unit_.children(t))
      if (unit_.node(child).role == role) return child;
    return {};
  }

  void match_sequence(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next) {
    if (!spend()) return;
    if (i == ps.size()) {
      if (j == ts.size()) next();
      return;
    }
    const PatternNode& pattern = node(ps[i]);
    if (pattern.kind == Kind::Ellipsis || pattern.kind == Kind::SequenceHole) {
      if (pattern.kind == Kind::Ellipsis && i + 1 == ps.size()) return next();  // the rest, whatever it is
      for (std::size_t end = j; end <= ts.size() && !gave_up_; ++end)
        bind_run(pattern, ts, j, end, [&] { match_sequence(ps, i + 1, ts, end, next); });
      return;
    }
    if (j == ts.size()) return;
    match(ps[i], {ts[j]}, [&] { match_sequence(ps, i + 1, ts, j + 1, next); });
  }

  void bind_run(const PatternNode& pattern, const Children& ts, std::size_t begin, std::size_t end, Next next) {
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

  void match_subset(const Children& ps, std::size_t i, const Children& ts, Next next) {
    if (!spend()) return;
    if (i == ps.size()) return next();
    Kind kind = node(ps[i]).kind;
    if (kind == Kind::Ellipsis || kind == Kind::SequenceHole) return match_subset(ps, i + 1, ts, next);
    for (std::size_t j = 0; j < ts.size() && !gave_up_; ++j) {
      match_member(ps[i], {ts[j]}, [&] {
        Children others = ts;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(j));
        match_subset(ps, i + 1, others, next);
      });
    }
  }

  // A member of an open list. A block of Terraform's is also one that stands deeper in another.
  void match_member(std::uint32_t p, NodeId t, Next next) {
    match(p, t, next);
    bool is_block = unit_.language() == Language::Terraform && node(p).kind == Kind::Call && unit_.node(t).kind == Kind::Call;
    if (!is_block) return;
    NodeId arguments = unit_.child(t, Role::Arguments);
    if (!arguments.valid()) return;
    for (NodeId argument : unit_.children(arguments))
      if (unit_.node(argument).kind == Kind::Map)
        for (NodeId member : unit_.children(argument))
          if (!gave_up_) match_member(p, member, next);
  }

  bool is_keyword(std::uint32_t p) const { return node(p).kind == Kind::KeywordArgument; }

  // Positional arguments in order; keyword arguments by name; what is left needs a `...`.
  void match_arguments(const Children& ps, const Children& ts, Next next) {
    Children keywords, positions, t_keywords, t_positions;
    bool is_open = false;
    for (std::uint32_t p : ps) {
      (is_keyword(p) ? keywords : positions).push_back(p);
      is_open |= node(p).kind == Kind::Ellipsis || node(p).kind == Kind::SequenceHole;
    }
    for (std::uint32_t t : ts) (unit_.node({t}).kind == Kind::KeywordArgument ? t_keywords : t_positions).push_back(t);
    if (keywords.empty() && t_keywords.empty()) return match_sequence(ps, 0, ts, 0, next);
    if (!is_open && keywords.size() != t_keywords.size()) return;
    // `...` on both sides of a keyword is one gap, not two.
    auto is_repeated = [this](std::uint32_t a, std::uint32_t b) { return node(a).kind == Kind::Ellipsis && node(b).kind == Kind::Ellipsis; };
    positions.erase(std::unique(positions.begin(), positions.end(), is_repeated), positions.end());
    match_subset(keywords, 0, t_keywords, [&] { match_sequence(positions, 0, t_positions, 0, next); });
  }

  // --- statements ---

  // Matches ps[i...] from the statement `t` on (not valid: behind the last) in `list`.
  // `must_end`: nothing may follow, unless a `...` was there.
  void match_statements(const Children& ps, std::size_t i, NodeId t, NodeId list, bool must_end, std::uint32_t end, Next next) {
    if (!spend()) return;
    if (i == ps.size()) {
      if (must_end && t.valid()) return;
      sequence_end_ = end;
      return next();
    }
    const PatternNode& pattern = node(ps[i]);
    if (pattern.kind == Kind::SequenceHole) return match_statement_run(ps, i, t, list, must_end, end, next);
    if (pattern.kind != Kind::Ellipsis) {
      if (!t.valid()) return;
      std::uint32_t t_end = unit_.node(t).end;
      return match(ps[i], t, [&] { match_statements(ps, i + 1, unit_.next_sibling(t), list, must_end, t_end, next); });
    }
    if (i + 1 == ps.size()) {
      // The last `...` reaches the end of the list: its last statement.
      for (NodeId at = t; at.valid(); at = unit_.next_sibling(at)) end = unit_.node(at).end;
      sequence_end_ = end;
      return next();
    }
    if (!t.valid()) return;
    // What follows `...` is any later statement, also one nested in a later one.
    for (std::uint32_t at = t.index; at < unit_.node(list).last && !gave_up_; ++at) {
      NodeId id{at};
      if (!is_in_statement_list(id)) continue;
      match_statements(ps, i + 1, id, unit_.parent(id), false, end, next);
    }
  }

  bool is_in_statement_list(NodeId id) const {
    if (unit_.node(id).role != Role::Element) return false;
    return is_statement_list(unit_.node(unit_.parent(id)).kind);
  }

  void match_statement_run(const Children& ps, std::size_t i, NodeId t, NodeId list, bool must_end, std::uint32_t end, Next next) {
    Children run;
    for (NodeId at = t;; at = unit_.next_sibling(at)) {
      std::uint32_t run_end = run.empty() ? end : unit_.node({run.back()}).end;
      bind_run(node(ps[i]), run, 0, run.size(), [&] { match_statements(ps, i + 1, at, list, must_end, run_end, next); });
      if (!at.valid() || gave_up_) return;
      run.push_back(at.index);
    }
  }

  const Pattern& pattern_;
  const Unit& unit_;
  const UnitIndex& index_;
  const std::uint64_t max_steps_;
  std::uint64_t steps_ = 0;
  bool gave_up_ = false;
  Bindings bindings_;
  std::uint32_t sequence_end_ = 0;
  std::uint32_t range_end_ = 0;
  PatternMatches found_;
};

}  // namespace

PatternMatches find_matches(const Pattern& pattern, const Unit& unit, const UnitIndex& index, std::uint64_t max_steps) {
  return Matcher(pattern, unit, index, max_steps).run();
}

}  // namespace sluice
