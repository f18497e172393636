#include "analyzers/unit/scopes.h"

namespace sluice {
namespace {

bool is_script(Language language) {
  return language == Language::Js || language == Language::Ts || language == Language::Tsx;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

// Whether a word or a comma stands right before, with only spaces between: the text is not walked
// from its beginning, since each definition asks.
bool ends_with_word(std::string_view text, std::string_view word) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text.ends_with(word);
}

// The text between two definitions: does it hold a comma, and besides only comments?
bool is_comma(std::string_view gap) {
  bool has_comma = false;
  for (std::size_t at = 0; at < gap.size();) {
    std::string_view rest = gap.substr(at);
    if (rest.starts_with("/*") || rest.starts_with("//")) {
      std::size_t end = rest.starts_with("/*") ? rest.find("*/", 2) : rest.find('\n');
      if (end == std::string_view::npos) return false;
      at += end + (rest[1] == '*' ? 2 : 1);
      continue;
    }
    has_comma |= rest[0] == ',';
    if (rest[0] != ',' && !is_space(rest[0])) has_comma = false;  // it stands before the name, not before this
    ++at;
  }
  return has_comma;
}

// The previous child of the same parent, found without looking at all the others.
NodeId previous_sibling(const Unit& unit, NodeId id) {
  NodeId parent = unit.parent(id);
  if (!parent.valid() || id.index == parent.index + 1) return {};
  NodeId at{id.index - 1};
  while (unit.parent(at) != parent) at = unit.parent(at);
  return at;
}

// `b` of `var a, b`: the word of `a` is its own.
bool continues_list(const Unit& unit, NodeId before, NodeId definition) {
  NodeId name = unit.child(definition, Role::Name);
  if (!name.valid() || unit.next_sibling(before) != definition) return false;
  std::uint32_t begin = unit.node(before).end, end = unit.node(name).begin;
  return begin <= end && is_comma(unit.source_text().substr(begin, end - begin));
}

class ScopeWalk {
 public:
  explicit ScopeWalk(const Unit& unit)
      : unit_(unit), has_functions_(has_function_scopes(unit.language())), declarations_(unit.size(), NodeId::kNone), known_(unit.names().size()) {}

  std::vector<std::uint32_t> run() && {
    if (unit_.size() == 0) return {};
    hoist(unit_.root());
    walk_children(unit_.root());
    return std::move(declarations_);
  }

 private:
  struct Known {
    std::uint32_t declaration = NodeId::kNone;
    std::uint32_t depth = 0;  // of the scope that declares it
  };

  // --- scopes ---

  void declare(NodeId name) {
    if (!unit_.node(name).text.valid()) return;  // a name that the grammar takes apart
    if (declarations_[name.index] != NodeId::kNone) return;  // `var` in a block: the function has it
    Known& known = known_[unit_.node(name).text.index];
    bool is_again = known.declaration != NodeId::kNone && known.depth == depth_;
    if (!is_again) {
      undo_.push_back({unit_.node(name).text.index, known});
      known = {name.index, depth_};
    }
    declarations_[name.index] = known.declaration;
  }

  void declare_targets(NodeId target) {
    if (!target.valid()) return;
    std::vector<NodeId> names;
    collect_target_names(unit_, target, names);
    for (NodeId name : names) declare(name);
  }

  template <class Body>
  void in_scope(Body body) {
    std::size_t mark = undo_.size();
    ++depth_;
    body();
    --depth_;
    for (; undo_.size() > mark; undo_.pop_back()) known_[undo_.back().name] = undo_.back().old;
  }

  // --- what is declared before it is met ---

  void hoist(NodeId list) {
    if (has_functions_) return hoist_function(list);
    bool is_member_list = unit_.node(list).kind == Kind::File || is_class_body(list);
    bool takes_variables = is_member_list || is_script(unit_.language());
    for (NodeId child : unit_.children(list)) {
      Kind kind = unit_.node(child).kind;
      // Methods are no variables: a class and its constructor have one name.
      bool is_definition = kind == Kind::Class || (kind == Kind::Function && !is_class_body(list));
      if (is_definition || (kind == Kind::VarDef && takes_variables)) declare_targets(unit_.child(child, Role::Name));
    }
    bool is_function = unit_.node(list).kind == Kind::File || unit_.node(list).role == Role::Body;
    if (is_script(unit_.language()) && is_function && !is_class_body(list)) hoist_vars(list);
    if (is_script(unit_.language()) && unit_.node(list).kind == Kind::File) hoist_globals(list);
  }

  // `var x` in any block of a function is a variable of the function.
  void hoist_vars(NodeId body) {
    NodeId owner = unit_.parent(body);
    bool is_own = !owner.valid() || unit_.node(owner).kind == Kind::Function || unit_.node(owner).kind == Kind::Lambda;
    if (!is_own) return;  // the body of a loop
    NodeId last;            // the definition before
    std::string_view word;  // its own, which the next of a list takes over
    for (std::uint32_t i = body.index + 1; i < unit_.node(body).last;) {
      const Node& node = unit_.node({i});
      bool is_definition = node.kind == Kind::VarDef || node.kind == Kind::ForEach;
      if (is_definition) {
        if (!last.valid() || !continues_list(unit_, last, {i})) word = definition_word(unit_, {i});
        last = {i};
        if (word == "var") declare_targets(unit_.child({i}, Role::Name));
      }
      bool is_other = node.kind == Kind::Function || node.kind == Kind::Lambda || node.kind == Kind::Class;
      i = is_other ? node.last : i + 1;
    }
  }

  // `x = 1` in a script makes a global, when nothing else declares x. Those of the file itself are known at once.
  void hoist_globals(NodeId file) {
    for (NodeId child : unit_.children(file)) {
      NodeId value = unit_.node(child).kind == Kind::ExprStmt ? unit_.child(child, Role::Value) : NodeId{};
      if (value.valid() && unit_.node(value).kind == Kind::Assign) declare_unknown(unit_.child(value, Role::Target));
    }
  }

  void declare_unknown(NodeId target) {
    bool is_name = target.valid() && unit_.node(target).kind == Kind::Name && unit_.node(target).text.valid();
    bool is_unknown = is_name && known_[unit_.node(target).text.index].declaration == NodeId::kNone;
    if (!is_unknown) return;
    // Of the whole file, in whatever block it is met first: never taken back.
    known_[unit_.node(target).text.index] = {target.index, 0};
    declarations_[target.index] = target.index;
  }

  bool is_class_body(NodeId list) const {
    NodeId parent = unit_.parent(list);
    return parent.valid() && unit_.node(parent).kind == Kind::Class;
  }

  // Where an assignment declares: all names that the body gives a value to, without those it
  // says are somebody else's.
  void hoist_function(NodeId body) {
    NodeId owner = unit_.parent(body);
    // Ruby's blocks write to the variables around them.
    bool shares = unit_.language() == Language::Ruby && owner.valid() && unit_.node(owner).kind == Kind::Lambda;
    std::vector<NodeId> names;
    std::vector<NameId> foreign;
    for (std::uint32_t i = body.index + 1; i < unit_.node(body).last;) i = hoist_node({i}, names, foreign);
    for (NodeId name : names) {
      bool is_foreign = shares && known_[unit_.node(name).text.index].declaration != NodeId::kNone;
      for (NameId other : foreign) is_foreign |= other == unit_.node(name).text;
      if (!is_foreign) declare(name);
    }
  }

  // Returns where to go on.
  std::uint32_t hoist_node(NodeId id, std::vector<NodeId>& names, std::vector<NameId>& foreign) {
    const Node& node = unit_.node(id);
    switch (node.kind) {
      case Kind::Function: case Kind::Class:
        if (NodeId name = unit_.child(id, Role::Name); name.valid() && !is_method(id)) collect_target_names(unit_, name, names);
        return node.last;
      case Kind::Lambda: case Kind::Comprehension: return node.last;
      case Kind::Assign: add(id, Role::Target, names); break;
      case Kind::ForEach: add(id, Role::Target, names); [[fallthrough]];
      case Kind::VarDef: case Kind::Catch: add(id, Role::Name, names); break;
      case Kind::Other: {
        std::string_view code = unit_.code(id);
        if (code.starts_with("global ") || code.starts_with("nonlocal "))
          for (NodeId child : unit_.children(id)) foreign.push_back(unit_.node(child).text);
        break;
      }
      default: break;
    }
    return id.index + 1;
  }

  bool is_method(NodeId id) const {
    return unit_.node(id).kind == Kind::Function && unit_.parent(id).valid() && is_class_body(unit_.parent(id));
  }

  void add(NodeId id, Role role, std::vector<NodeId>& names) {
    if (NodeId target = unit_.child(id, role); target.valid()) collect_target_names(unit_, target, names);
  }

  // --- the walk ---

  void walk_children(NodeId id) {
    for (NodeId child : unit_.children(id)) walk(child);
  }

  void walk(NodeId id) {
    switch (unit_.node(id).kind) {
      case Kind::Name: return use(id);
      case Kind::Function: case Kind::Lambda: return walk_function(id);
      case Kind::Class: return walk_class(id);
      case Kind::VarDef: return walk_definition(id);
      case Kind::Assign:
        if (is_script(unit_.language())) declare_unknown(unit_.child(id, Role::Target));
        return walk_children(id);
      case Kind::ForEach: case Kind::For: case Kind::Catch: case Kind::Using: case Kind::Switch: case Kind::Case:
      case Kind::If: case Kind::Try: case Kind::Block: case Kind::Comprehension:
        return walk_block(id);
      case Kind::Member: case Kind::KeywordArgument: return walk_without(id, Role::Name);
      case Kind::Pair:
        return is_script(unit_.language()) ? walk_without(id, Role::Key) : walk_children(id);
      default: return walk_children(id);
    }
  }

  void use(NodeId id) {
    if (!unit_.node(id).text.valid()) return;  // of damaged code
    if (declarations_[id.index] == NodeId::kNone) declarations_[id.index] = known_[unit_.node(id).text.index].declaration;
  }

  // The name of a member says nothing of variables, unless it is computed.
  void walk_without(NodeId id, Role role) {
    for (NodeId child : unit_.children(id))
      if (unit_.node(child).role != role || unit_.node(child).kind != Kind::Name) walk(child);
  }

  void walk_function(NodeId id) {
    NodeId name = unit_.child(id, Role::Name);
    bool is_declared = name.valid() && declarations_[name.index] != NodeId::kNone;
    if (unit_.node(id).kind == Kind::Function && name.valid() && !is_declared && !is_method(id)) declare_targets(name);
    in_scope([&] {
      if (NodeId receiver = unit_.child(id, Role::Object); receiver.valid()) declare_targets(unit_.child(receiver, Role::Name));
      if (NodeId parameters = unit_.child(id, Role::Parameters); parameters.valid()) declare_parameters(parameters);
      NodeId body = unit_.child(id, Role::Body);
      if (body.valid() && has_functions_) hoist_function(body);
      walk_children(id);
    });
  }

  void declare_parameters(NodeId parameters) {
    for (NodeId parameter : unit_.children(parameters)) {
      bool is_plain = unit_.node(parameter).kind == Kind::Parameter;
      declare_targets(is_plain ? unit_.child(parameter, Role::Name) : parameter);
    }
  }

  void walk_class(NodeId id) {
    if (NodeId name = unit_.child(id, Role::Name); name.valid() && declarations_[name.index] == NodeId::kNone) declare_targets(name);
    in_scope([&] {
      if (NodeId body = unit_.child(id, Role::Body); body.valid()) hoist(body);
      walk_children(id);
    });
  }

  // The value is looked at before the name is there: `x := x`.
  void walk_definition(NodeId id) {
    NodeId name = unit_.child(id, Role::Name);
    for (NodeId child : unit_.children(id))
      if (child != name) walk(child);
    if (!name.valid()) return;
    declare_targets(name);
    walk(name);
  }

  void walk_block(NodeId id) {
    Kind kind = unit_.node(id).kind;
    bool opens_scope = !has_functions_ || kind == Kind::Comprehension;
    if (!opens_scope) return walk_children(id);
    in_scope([&] {
      if (kind == Kind::Block) hoist(id);
      if (kind == Kind::Catch) declare_targets(unit_.child(id, Role::Name));
      if (kind == Kind::ForEach) walk_loop_value(id);
      if (kind == Kind::Comprehension)
        for (NodeId child : unit_.children(id))
          if (unit_.node(child).kind == Kind::ForEach) walk_loop_value(child);
      walk_children(id);
    });
  }

  void walk_loop_value(NodeId loop) {
    if (NodeId value = unit_.child(loop, Role::Value); value.valid()) walk(value);
    for (Role role : {Role::Target, Role::Name})
      if (NodeId target = unit_.child(loop, role); target.valid()) declare_targets(target);
  }

  struct Undo {
    std::uint32_t name = 0;
    Known old;
  };

  const Unit& unit_;
  const bool has_functions_;
  std::vector<std::uint32_t> declarations_;
  std::vector<Known> known_;  // by name
  std::vector<Undo> undo_;
  std::uint32_t depth_ = 0;
};

}  // namespace

std::vector<std::uint32_t> resolve_scopes(const Unit& unit) { return ScopeWalk(unit).run(); }

std::string_view definition_word(const Unit& unit, NodeId definition) {
  for (NodeId at = definition; at.valid();) {
    NodeId name = unit.child(at, Role::Name);
    if (!name.valid()) return {};
    std::string_view before = unit.source_text().substr(0, unit.node(name).begin);
    for (std::string_view word : {"var", "let", "const"})
      if (ends_with_word(before, word)) return word;
    // `var a, b`: the word stands before the first.
    NodeId previous = previous_sibling(unit, at);
    if (!previous.valid() || !continues_list(unit, previous, at)) return {};
    at = previous;
  }
  return {};
}

bool has_function_scopes(Language language) {
  switch (language) {
    case Language::Python: case Language::Ruby: case Language::Php: case Language::Bash: return true;
    default: return false;
  }
}

void collect_target_names(const Unit& unit, NodeId target, std::vector<NodeId>& names) {
  switch (unit.node(target).kind) {
    case Kind::Name:
      if (unit.node(target).text.valid()) names.push_back(target);
      return;
    case Kind::Tuple: case Kind::Array: case Kind::Spread: case Kind::Map:
      for (NodeId child : unit.children(target)) collect_target_names(unit, child, names);
      return;
    case Kind::Pair:
      if (NodeId value = unit.child(target, Role::Value); value.valid()) collect_target_names(unit, value, names);
      return;
    case Kind::Assign:
      if (NodeId inner = unit.child(target, Role::Target); inner.valid()) collect_target_names(unit, inner, names);
      return;
    case Kind::VarDef: case Kind::Parameter:
      if (NodeId name = unit.child(target, Role::Name); name.valid()) collect_target_names(unit, name, names);
      return;
    default: return;
  }
}

}  // namespace sluice
