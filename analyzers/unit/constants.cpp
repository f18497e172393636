#include "analyzers/unit/constants.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/unit/fields.h"
#include "analyzers/unit/fold.h"
#include "analyzers/unit/scopes.h"
#include "analyzers/unit/terraform_settings.h"

namespace sluice {
namespace {

constexpr std::int32_t kUnknown = -1;

bool is_function(Kind kind) { return kind == Kind::Function || kind == Kind::Lambda; }
bool is_literal(Kind kind) { return kind == Kind::String || kind == Kind::Number || kind == Kind::Boolean || kind == Kind::Regex; }

// What a variable may hold at one place of the walk.
struct State {
  std::int32_t constant = kUnknown;           // index into Constants::constants_
  std::uint32_t expression = NodeId::kNone;   // what it was given, whatever that is worth
  friend bool operator==(const State&, const State&) = default;
};

// All that is written to variables in a file, in file order.
struct Write {
  std::uint32_t node = 0;         // of the writing construct
  std::uint32_t declaration = 0;  // the variable
  NodeId value;                   // not valid: something unknown
};

class Writes {
 public:
  explicit Writes(const Unit& unit) : unit_(unit), owners_(unit.size(), 0), counts_(unit.size(), 0), shared_(unit.size(), false) {
    std::vector<std::uint32_t> functions{0};
    for (std::uint32_t i = 0; i < unit.size(); ++i) {
      while (functions.size() > 1 && unit.node({functions.back()}).last <= i) functions.pop_back();
      function_ = functions.back();
      if (unit.declaration({i}).index == i) owners_[i] = function_;
      visit({i});
      if (is_function(unit.node({i}).kind) || unit.node({i}).kind == Kind::Class) functions.push_back(i);
    }
    for (const Write& write : list_)
      if (write_functions_[static_cast<std::size_t>(&write - list_.data())] != owners_[write.declaration]) shared_[write.declaration] = true;
  }

  // The function or class that declares a variable; 0: the file.
  std::uint32_t owner(std::uint32_t declaration) const { return owners_[declaration]; }
  // Written by functions other than its own.
  bool is_shared(std::uint32_t declaration) const { return shared_[declaration]; }
  // The one write there is, if there is one only.
  const Write* only(std::uint32_t declaration) const {
    if (counts_[declaration] != 1) return nullptr;
    return &list_[first_.at(declaration)];
  }

  // Those within a node.
  std::span<const Write> within(NodeId id) const {
    auto begin = std::ranges::lower_bound(list_, id.index, {}, &Write::node);
    auto end = std::ranges::lower_bound(list_, unit_.node(id).last, {}, &Write::node);
    return {begin, end};
  }

 private:
  void visit(NodeId id) {
    switch (unit_.node(id).kind) {
      case Kind::VarDef: {
        NodeId value = unit_.child(id, Role::Value);
        if (value.valid()) add_targets(id, unit_.child(id, Role::Name), value);
        return;
      }
      case Kind::Assign: {
        bool is_plain = unit_.text(id) == "=" || unit_.text(id) == ":=";
        return add_targets(id, unit_.child(id, Role::Target), is_plain ? unit_.child(id, Role::Value) : NodeId{});
      }
      case Kind::Parameter: case Kind::Catch: return add_targets(id, unit_.child(id, Role::Name), {});
      case Kind::ForEach:
        add_targets(id, unit_.child(id, Role::Name), {});
        return add_targets(id, unit_.child(id, Role::Target), {});
      case Kind::Unary:
        if (unit_.text(id) == "++" || unit_.text(id) == "--" || unit_.text(id) == "&") add_targets(id, unit_.child(id, Role::Operand), {});
        return;
      default: return;
    }
  }

  void add_targets(NodeId at, NodeId target, NodeId value) {
    if (!target.valid()) return;
    const Node& node = unit_.node(target);
    if (node.kind == Kind::Name) return add(at, target, value);
    if (node.kind == Kind::Member) return;  // fields.h
    std::vector<NodeId> names;
    collect_target_names(unit_, target, names);
    for (NodeId name : names) add(at, name, {});
  }

  void add(NodeId at, NodeId name, NodeId value) {
    NodeId declaration = unit_.declaration(name);
    if (!declaration.valid()) return;
    if (counts_[declaration.index]++ == 0) first_[declaration.index] = static_cast<std::uint32_t>(list_.size());
    list_.push_back({at.index, declaration.index, value});
    write_functions_.push_back(function_);
  }

  const Unit& unit_;
  std::uint32_t function_ = 0;
  std::vector<std::uint32_t> owners_, counts_;
  std::vector<bool> shared_;
  std::unordered_map<std::uint32_t, std::uint32_t> first_;
  std::vector<Write> list_;
  std::vector<std::uint32_t> write_functions_;
};

}  // namespace

class ConstantWalk {
 public:
  ConstantWalk(const Unit& unit, Constants& out) : unit_(unit), out_(out), writes_(unit), settings_(unit), fields_(unit), states_(unit.size()) {}

  void run() {
    if (unit_.size() == 0) return;
    walk(unit_.root());
    std::ranges::sort(out_.nodes_);
  }

 private:
  // --- values ---

  std::optional<Constant> value_of(NodeId id) const {
    if (!id.valid()) return std::nullopt;
    Kind kind = unit_.node(id).kind;
    if (is_literal(kind)) return Constant{kind, true, unit_.text(id), id};
    const Constant* known = out_.find(id);
    return known ? std::optional(*known) : std::nullopt;
  }

  std::int32_t keep(Constant constant, std::string joined = {}) {
    if (!joined.empty()) constant.text = out_.texts_.emplace_back(std::move(joined));
    out_.constants_.push_back(constant);
    return static_cast<std::int32_t>(out_.constants_.size() - 1);
  }

  void record(NodeId id, std::int32_t constant) {
    if (constant == kUnknown) return;
    if (out_.values_.emplace(id.index, static_cast<std::uint32_t>(constant)).second) out_.nodes_.push_back(id.index);
  }

  void record_folded(NodeId id) {
    if (auto folded = fold(unit_, id, [this](NodeId part) { return value_of(part); })) record(id, keep(folded->constant, std::move(folded->text)));
  }

  State state_for(NodeId value) {
    State state;
    if (!value.valid()) return state;
    state.expression = value.index;
    if (auto known = value_of(value)) state.constant = keep(*known);
    return state;
  }

  void use_field(NodeId access) {
    if (unit_.node(access).role == Role::Target) return;
    if (auto known = value_of(fields_.value_of(access))) record(access, keep(*known));
  }

  void use(NodeId name) {
    NodeId declaration = unit_.declaration(name);
    if (unit_.language() == Language::Ruby && unit_.code(name).starts_with('@')) use_field(name);
    if (!declaration.valid() || declaration == name) return;
    std::uint32_t variable = declaration.index;
    if (writes_.owner(variable) == function_ && !writes_.is_shared(variable)) {
      record(name, states_[variable].constant);
      if (states_[variable].expression != NodeId::kNone) out_.assigned_.emplace(name.index, states_[variable].expression);
      // What is given a value once in JavaScript keeps it, whatever is done with it.
      if (states_[variable].constant != kUnknown || !is_script()) return;
    }
    NodeId value = outer_value(declaration);
    if (!value.valid()) return use_field(name);
    if (auto known = value_of(value)) record(name, keep(*known));
    out_.assigned_.emplace(name.index, value.index);
  }

  bool is_script() const {
    return unit_.language() == Language::Js || unit_.language() == Language::Ts || unit_.language() == Language::Tsx;
  }

  // What a variable of another scope is given, when that cannot change.
  NodeId outer_value(NodeId declaration) const {
    const Write* write = writes_.only(declaration.index);
    if (!write || !write->value.valid()) return {};
    NodeId definition = unit_.parent(declaration);
    bool is_definition = definition.valid() && unit_.node(definition).kind == Kind::VarDef;
    Kind owner = unit_.node({writes_.owner(declaration.index)}).kind;
    bool is_field = owner == Kind::Class && unit_.language() != Language::Cpp;
    if (is_definition && !is_field && has_modifier(definition, {"const", "final", "readonly", "constexpr", "val", "let"})) return write->value;
    if (is_function(owner)) return write->value;
    if (owner == Kind::Class) return {};  // fields.h
    switch (unit_.language()) {
      case Language::Python: case Language::Ruby: case Language::Php: case Language::Js: case Language::Ts: case Language::Tsx: return write->value;
      case Language::Rust: return is_definition && !unit_.code(definition).starts_with("static mut") ? write->value : NodeId{};
      default: return {};
    }
  }

  bool has_modifier(NodeId definition, std::initializer_list<std::string_view> words) const {
    for (NodeId child : unit_.children(definition))
      if (unit_.node(child).kind == Kind::Modifier && std::ranges::find(words, unit_.text(child)) != words.end()) return true;
    return false;
  }

  // --- states ---

  struct Change {
    std::uint32_t variable = 0;
    State state;
  };
  // What one way through a branch leaves behind.
  struct Outcome {
    std::vector<Change> changes;  // by variable
    bool is_reached = true;       // false: it returned
  };

  void set(std::uint32_t variable, State state) {
    if (writes_.owner(variable) != function_) return;
    if (states_[variable] == state) return;
    log_.push_back({variable, states_[variable]});
    states_[variable] = state;
  }

  void forget_writes(NodeId within) {
    for (const Write& write : writes_.within(within)) set(write.declaration, {});
  }

  template <class Body>
  Outcome branch(Body body) {
    std::size_t mark = log_.size();
    bool was_reached = std::exchange(is_reached_, true);
    body();
    Outcome outcome;
    outcome.is_reached = std::exchange(is_reached_, was_reached);
    for (std::size_t i = mark; i < log_.size(); ++i) outcome.changes.push_back({log_[i].variable, states_[log_[i].variable]});
    std::ranges::sort(outcome.changes, {}, &Change::variable);
    auto same = std::ranges::unique(outcome.changes, {}, &Change::variable);
    outcome.changes.erase(same.begin(), same.end());
    for (; log_.size() > mark; log_.pop_back()) states_[log_.back().variable] = log_.back().state;
    return outcome;
  }

  State joined(State a, State b) {
    if (a == b) return a;
    State state;
    if (a.expression == b.expression) state.expression = a.expression;
    if (a.constant == kUnknown || b.constant == kUnknown) return state;
    const Constant first = out_.constants_[static_cast<std::size_t>(a.constant)], second = out_.constants_[static_cast<std::size_t>(b.constant)];
    bool is_same = first.kind == second.kind && first.is_known && second.is_known && first.text == second.text;
    if (is_same) state.constant = a.constant;
    else if (first.kind == Kind::String && second.kind == Kind::String) state.constant = keep({.kind = Kind::String, .is_known = false, .text = {}, .literal = {}});
    return state;
  }

  void join(const std::vector<Outcome>& outcomes) {
    std::vector<std::uint32_t> variables;
    bool is_any_reached = false;
    for (const Outcome& outcome : outcomes) {
      if (!outcome.is_reached) continue;
      is_any_reached = true;
      for (const Change& change : outcome.changes) variables.push_back(change.variable);
    }
    if (!is_any_reached) {
      is_reached_ = false;
      return;
    }
    std::ranges::sort(variables);
    variables.erase(std::ranges::unique(variables).begin(), variables.end());
    for (std::uint32_t variable : variables) {
      std::optional<State> state;
      for (const Outcome& outcome : outcomes) {
        if (!outcome.is_reached) continue;
        auto change = std::ranges::lower_bound(outcome.changes, variable, {}, &Change::variable);
        bool is_changed = change != outcome.changes.end() && change->variable == variable;
        State after = is_changed ? change->state : states_[variable];
        state = state ? joined(*state, after) : after;
      }
      set(variable, *state);
    }
  }

  // --- the walk, in the order of evaluation ---

  void walk_children(NodeId id) {
    for (NodeId child : unit_.children(id)) walk(child);
  }
  void walk_role(NodeId id, Role role) {
    for (NodeId child : unit_.children(id))
      if (unit_.node(child).role == role) walk(child);
  }

  void walk(NodeId id) {
    switch (unit_.node(id).kind) {
      case Kind::Name: return use(id);
      case Kind::Member:
        walk_children(id);
        if (auto known = value_of(settings_.value_of(id))) record(id, keep(*known));
        return use_field(id);
      case Kind::Function: case Kind::Lambda: case Kind::Class: return walk_function(id);
      case Kind::Assign: return walk_assignment(id);
      case Kind::VarDef: return walk_definition(id);
      case Kind::If: return walk_if(id);
      case Kind::Conditional: return walk_conditional(id);
      case Kind::While: case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Comprehension: return walk_loop(id);
      case Kind::Switch: return walk_switch(id);
      case Kind::Try: return walk_try(id);
      case Kind::Return: case Kind::Throw:
        walk_children(id);
        is_reached_ = false;
        return;
      case Kind::ExprStmt: return walk_statement(id);
      case Kind::Unary: case Kind::Binary: case Kind::Template: case Kind::Cast: case Kind::Call:
        walk_children(id);
        if (unit_.node(id).kind == Kind::Unary) forget_operand(id);
        return record_folded(id);
      default: return walk_children(id);
    }
  }

  void walk_function(NodeId id) {
    std::uint32_t outer = std::exchange(function_, id.index);
    bool was_reached = std::exchange(is_reached_, true);
    walk_children(id);
    function_ = outer;
    is_reached_ = was_reached;
  }

  void forget_operand(NodeId unary) {
    for (const Write& write : writes_.within(unary))
      if (write.node == unary.index) set(write.declaration, {});
  }

  // `x.f();` may change x.
  void walk_statement(NodeId id) {
    walk_children(id);
    NodeId call = unit_.child(id, Role::Value);
    if (!call.valid() || unit_.node(call).kind != Kind::Call) return;
    NodeId callee = unit_.child(call, Role::Callee);
    NodeId object = callee.valid() && unit_.node(callee).kind == Kind::Member ? unit_.child(callee, Role::Object) : NodeId{};
    if (object.valid() && unit_.node(object).kind == Kind::Name)
      if (NodeId declaration = unit_.declaration(object); declaration.valid()) set(declaration.index, {});
  }

  void walk_assignment(NodeId id) {
    NodeId target = unit_.child(id, Role::Target), value = unit_.child(id, Role::Value);
    if (value.valid()) walk(value);
    if (!target.valid()) return;
    std::string_view op = unit_.text(id);
    if (op == "=" || op == ":=") return assign(target, value);
    walk(target);
    if (unit_.node(target).kind != Kind::Name) return;
    record_folded(id);  // `x += y` is worth what x is then
    State state;
    if (auto known = out_.values_.find(id.index); known != out_.values_.end()) state.constant = static_cast<std::int32_t>(known->second);
    if (NodeId declaration = unit_.declaration(target); declaration.valid()) set(declaration.index, state);
  }

  void assign(NodeId target, NodeId value) {
    if (unit_.node(target).kind == Kind::Name) {
      if (NodeId declaration = unit_.declaration(target); declaration.valid()) set(declaration.index, state_for(value));
      return;
    }
    bool is_place = unit_.node(target).kind == Kind::Member || unit_.node(target).kind == Kind::Index || unit_.node(target).kind == Kind::Call;
    if (is_place) return walk(target);
    if (value.valid() && unit_.node(value).kind == Kind::Tuple && unit_.node(target).kind == Kind::Tuple) return assign_pairs(target, value);
    std::vector<NodeId> names;
    collect_target_names(unit_, target, names);
    for (NodeId name : names)
      if (NodeId declaration = unit_.declaration(name); declaration.valid()) set(declaration.index, {});
  }

  // `a, b = 1, 2`
  void assign_pairs(NodeId targets, NodeId values) {
    NodeId value = unit_.first_child(values);
    for (NodeId target : unit_.children(targets)) {
      assign(target, value);
      if (value.valid()) value = unit_.next_sibling(value);
    }
  }

  void walk_definition(NodeId id) {
    NodeId name = unit_.child(id, Role::Name), value = unit_.child(id, Role::Value);
    for (NodeId child : unit_.children(id))
      if (child != name) walk(child);
    if (name.valid()) assign(name, value);
  }

  void walk_if(NodeId id) {
    std::vector<Outcome> outcomes;
    bool has_else = false;
    for (NodeId child : unit_.children(id)) {
      Role role = unit_.node(child).role;
      has_else |= role == Role::Else;
      if (role == Role::Then || role == Role::Else) outcomes.push_back(branch([&] { walk(child); }));
      else walk(child);
    }
    if (!has_else) outcomes.emplace_back();
    join(outcomes);
  }

  void walk_conditional(NodeId id) {
    std::vector<Outcome> outcomes;
    std::vector<State> states;
    walk_role(id, Role::Condition);
    for (NodeId child : unit_.children(id)) {
      if (unit_.node(child).role != Role::Then && unit_.node(child).role != Role::Else) continue;
      outcomes.push_back(branch([&] { walk(child); }));
      states.push_back(state_for(child));
    }
    join(outcomes);
    if (states.size() == 2) record(id, joined(states[0], states[1]).constant);
  }

  void walk_loop(NodeId id) {
    walk_role(id, Role::Init);
    forget_writes(id);
    walk_role(id, Role::Value);
    bool was_reached = is_reached_;
    for (NodeId child : unit_.children(id)) {
      Role role = unit_.node(child).role;
      bool is_name = (role == Role::Target || role == Role::Name) && unit_.node(child).kind == Kind::Name;
      if (role != Role::Init && role != Role::Value && !is_name) walk(child);
    }
    is_reached_ = was_reached;
    forget_writes(id);
  }

  void walk_switch(NodeId id) {
    std::vector<Outcome> outcomes;
    bool has_default = false;
    NodeId before;
    for (NodeId child : unit_.children(id)) {
      if (unit_.node(child).kind != Kind::Case) {
        walk(child);
        continue;
      }
      has_default |= !unit_.child(child, Role::Label).valid();
      outcomes.push_back(branch([&] {
        if (before.valid()) forget_writes(before);  // it may fall through
        walk_children(child);
      }));
      before = child;
    }
    if (!has_default) outcomes.emplace_back();
    join(outcomes);
  }

  // A `catch` may begin after any of the statements before it.
  void walk_try(NodeId id) {
    walk_role(id, Role::Resource);
    std::vector<Outcome> outcomes;
    NodeId body = unit_.child(id, Role::Body);
    outcomes.push_back(branch([&] {
      walk_role(id, Role::Body);
      walk_role(id, Role::Else);
    }));
    for (NodeId child : unit_.children(id)) {
      if (unit_.node(child).role != Role::Catch) continue;
      outcomes.push_back(branch([&] {
        if (body.valid()) forget_writes(body);
        walk_children(child);
      }));
    }
    join(outcomes);
    walk_role(id, Role::Finally);
  }

  const Unit& unit_;
  Constants& out_;
  Writes writes_;
  TerraformSettings settings_;
  Fields fields_;
  std::vector<State> states_;  // by declaration
  std::vector<Change> log_;    // old states, to undo a branch
  std::uint32_t function_ = 0;
  bool is_reached_ = true;
};

Constants::Constants(const Unit& unit) { ConstantWalk(unit, *this).run(); }

const Constant* Constants::find(NodeId id) const {
  auto found = values_.find(id.index);
  return found == values_.end() ? nullptr : &constants_[found->second];
}

NodeId Constants::assigned(NodeId name) const {
  auto found = assigned_.find(name.index);
  return found == assigned_.end() ? NodeId{} : NodeId{found->second};
}

}  // namespace sluice
