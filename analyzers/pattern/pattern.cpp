#include "analyzers/pattern/pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/pattern/pattern_text.h"
#include "analyzers/syntax/shapers.h"
#include "analyzers/unit/scopes.h"

namespace sluice {
namespace {

constexpr std::string_view kDeepCallee = "slmv_deep";

bool is_hole(Kind kind) { return kind >= Kind::Hole && kind < Kind::Count; }

class Compiler {
 public:
  Compiler(const Unit& unit, Names& names, Pattern& pattern, const Place& place)
      : unit_(unit), names_(names), pattern_(pattern), place_(place) {}

  Result<void> run(bool ends_with_semicolon) {
    std::vector<NodeId> roots;
    for (NodeId child : unit_.children(unit_.root())) roots.push_back(child);
    for (NodeId root : roots) {
      if (roots.size() == 1 && !ends_with_semicolon) root = without_statement(root);
      pattern_.statements.push_back(compile(root, Kind::File, Kind::File));
    }
    if (is_decorated_member(roots)) add_decorators();
    if (pattern_.statements.size() == 1) {
      pattern_.shape = Pattern::Shape::Node;
      pattern_.root = pattern_.statements[0];
      pattern_.statements.clear();
    } else {
      pattern_.shape = Pattern::Shape::Sequence;
    }
    if (!errors_.empty()) return std::unexpected(std::move(errors_));
    return {};
  }

 private:
  // Where the grammar keeps attributes beside a class's member, the shaper puts them right in a
  // class; a pattern that is a member alone has no class.
  bool is_decorated_member(const std::vector<NodeId>& roots) const {
    const LanguageDefinition* definition = find_definition(pattern_.language);
    if (!definition || !definition->pattern.has_attributes_beside_members || roots.size() < 2) return false;
    Kind last = unit_.node(roots.back()).kind;
    bool is_member = last == Kind::Function || last == Kind::VarDef;
    return is_member && std::all_of(roots.begin(), roots.end() - 1, [this](NodeId root) { return unit_.node(root).kind == Kind::Attribute; });
  }

  void add_decorators() {
    std::uint32_t member = pattern_.statements.back();
    pattern_.statements.pop_back();
    for (std::uint32_t decorator : pattern_.statements) {
      pattern_.nodes[decorator].role = Role::Attribute;
      add_child(member, Role::Attribute, child_mode(pattern_.language, pattern_.nodes[member].kind, Kind::File, Role::Attribute), decorator);
    }
    pattern_.statements = {member};
  }

  // `foo($X)` without a semicolon is an expression, also where the grammar saw a statement.
  NodeId without_statement(NodeId root) const {
    if (unit_.node(root).kind != Kind::ExprStmt) return root;
    NodeId value = unit_.child(root, Role::Value);
    return value.valid() ? value : root;
  }

  std::uint32_t compile(NodeId id, Kind parent, Kind grandparent) {
    const Node& node = unit_.node(id);
    // `$X;` is any statement.
    if (node.kind == Kind::ExprStmt)
      if (NodeId value = unit_.child(id, Role::Value); value.valid() && is_hole(unit_.node(value).kind) && unit_.node(value).kind != Kind::DeepEllipsis)
        return compile_as(value, node.role, parent, grandparent);
    if (Kind list = list_around(id, parent); list != Kind::Other) return compile_in_list(id, list, parent);
    if (is_deep_call(id)) {
      auto index = add(Kind::DeepEllipsis, node);
      NodeId inner = unit_.first_child(unit_.child(id, Role::Arguments));
      if (inner.valid()) add_child(index, Role::Element, ChildMode::Sequence, compile(inner, Kind::DeepEllipsis, parent));
      return index;
    }
    return compile_as(id, node.role, parent, grandparent);
  }

  // Where the only thing in a list is a stand-in, the grammar's node for the list is taken for
  // it: `lambda $X: 1` has one parameter, and `if a: ...` a body.
  Kind list_around(NodeId id, Kind parent) const {
    const Node& node = unit_.node(id);
    if (!is_hole(node.kind)) return Kind::Other;
    switch (node.role) {
      case Role::Parameters: return node.kind == Kind::Hole ? Kind::Parameters : Kind::Other;
      case Role::Then: case Role::Else: return parent == Kind::If ? Kind::Block : Kind::Other;
      case Role::Finally: return Kind::Other;
      case Role::Body: break;
      default: return Kind::Other;
    }
    switch (parent) {
      case Kind::Function: case Kind::While: case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Using:
      case Kind::Try: case Kind::Catch: case Kind::Finally: case Kind::Class:
        return Kind::Block;
      default: return Kind::Other;
    }
  }

  std::uint32_t compile_in_list(NodeId id, Kind list, Kind parent) {
    std::uint32_t index = add(list, unit_.node(id));
    std::uint32_t inner = compile_as(id, Role::Element, list, parent);
    add_child(index, Role::Element, child_mode(pattern_.language, list, parent, Role::Element), inner);
    return index;
  }

  std::uint32_t compile_as(NodeId id, Role role, Kind parent, Kind) {
    const Node& node = unit_.node(id);
    std::uint32_t index = add(kind_of_piece(id, parent), node);
    pattern_.nodes[index].role = role;
    if (node.text.valid()) set_text(index, id);
    set_word(index, id);
    for (NodeId child : unit_.children(id)) {
      std::uint32_t compiled = compile(child, node.kind, parent);
      Role child_role = unit_.node(child).role;
      add_child(index, child_role, child_mode(pattern_.language, node.kind, parent, child_role), compiled);
    }
    pattern_.nodes[index].dotted = dotted(index);
    return index;
  }

  // Between the pieces of a string with code in it `"..."` is any number of them, and `$X` is one.
  Kind kind_of_piece(NodeId id, Kind parent) const {
    Kind kind = unit_.node(id).kind;
    if (parent != Kind::Template) return kind;
    if (kind == Kind::AnyString) return Kind::Ellipsis;
    return kind == Kind::StringText && is_metavariable(unit_.text(id)) ? Kind::Hole : kind;
  }

  void set_word(std::uint32_t index, NodeId id) {
    Kind kind = unit_.node(id).kind;
    if (kind == Kind::Element && unit_.code(id).ends_with("/>")) pattern_.nodes[index].word = names_.intern("/>");
    if (kind != Kind::VarDef || !equivalences_of(pattern_.language).has_definition_words) return;
    if (std::string_view word = definition_word(unit_, id); !word.empty()) pattern_.nodes[index].word = names_.intern(word);
  }

  bool is_deep_call(NodeId id) const {
    if (unit_.node(id).kind != Kind::Call) return false;
    NodeId callee = unit_.child(id, Role::Callee);
    return callee.valid() && unit_.text(callee) == kDeepCallee && unit_.child(id, Role::Arguments).valid();
  }

  std::uint32_t add(Kind kind, const Node& node) {
    PatternNode made;
    made.kind = kind;
    made.role = node.role;
    made.symbol = node.symbol;
    pattern_.nodes.push_back(std::move(made));
    return static_cast<std::uint32_t>(pattern_.nodes.size() - 1);
  }

  void add_child(std::uint32_t parent, Role role, ChildMode mode, std::uint32_t child) {
    PatternNode& node = pattern_.nodes[parent];
    node.roles |= role_bit(role);
    auto group = std::ranges::find(node.groups, role, &PatternNode::Group::role);
    if (group == node.groups.end()) group = node.groups.insert(group, {role, mode, {}});
    group->children.push_back(child);
  }

  void set_text(std::uint32_t index, NodeId id) {
    std::string_view text = unit_.text(id);
    PatternNode& node = pattern_.nodes[index];
    if (node.kind == Kind::StringRegex) return set_regex(index, text);
    if (node.kind == Kind::Ellipsis && text.empty()) node.name = names_.intern("");  // nobody wrote it: Shaper::complete_loop_header
    if (node.kind == Kind::Ellipsis || node.kind == Kind::AnyString) return;
    // `$X: T`
    if (std::size_t colon = text.find(": "); node.kind == Kind::Hole && colon != std::string_view::npos) {
      node.type = static_cast<std::int32_t>(pattern_.types.size());
      std::string_view type = text.substr(colon + 2);
      pattern_.types.push_back(parse_type_name(type));
      if (is_metavariable(type)) node.word = add_metavariable(type);
      text = text.substr(0, colon);
    }
    node.name = names_.intern(text);
    bool is_variable = node.kind == Kind::Hole || node.kind == Kind::SequenceHole || node.kind == Kind::StringHole;
    if (is_variable) name_hole(index, text);
    if (node.kind == Kind::Name && !text.empty() && !is_implied(text)) pattern_.words.emplace_back(text);
  }

  void name_hole(std::uint32_t index, std::string_view name) {
    pattern_.nodes[index].name = add_metavariable(name);
  }

  // Not valid for `$_`, which binds nothing.
  NameId add_metavariable(std::string_view name) {
    NameId id = name == "$_" ? NameId{} : names_.intern(name);
    bool is_known = !id.valid() || std::ranges::find(pattern_.metavariables, id) != pattern_.metavariables.end();
    if (!is_known) pattern_.metavariables.push_back(id);
    return id;
  }

  // A name that code can mean without having the word: `<?= $x ?>` is `echo $x`.
  bool is_implied(std::string_view name) const {
    const LanguageDefinition* definition = find_definition(pattern_.language);
    return definition && std::ranges::find(definition->implied_names, name) != definition->implied_names.end();
  }

  // `=~/text/flags`, without the `=~`.
  void set_regex(std::uint32_t index, std::string_view text) {
    std::size_t close = text.rfind('/');
    std::string body(text.substr(1, close == 0 ? std::string_view::npos : close - 1));
    std::string_view flags = close == 0 ? std::string_view() : text.substr(close + 1);
    for (std::string_view flag : {"i", "m"})
      if (flags.find(flag) != std::string_view::npos) body = "(?" + std::string(flag) + ")" + body;
    auto regex = Regex::compile(body, kPatternRegexMode, place_);
    if (!regex) return errors_.append(std::move(regex).error());
    pattern_.nodes[index].regex = static_cast<std::int32_t>(pattern_.regexes.size());
    pattern_.regexes.push_back(*std::move(regex));
  }

  NameId dotted(std::uint32_t index) {
    std::string path;
    for (std::uint32_t at = index;;) {
      const PatternNode& node = pattern_.nodes[at];
      if (node.kind == Kind::Name && node.groups.empty()) return names_.intern(std::string(names_.text(node.name)) + path);
      if (node.kind != Kind::Member) return {};
      const PatternNode* name = nullptr;
      std::uint32_t object = UINT32_MAX;
      for (const auto& group : node.groups) {
        if (group.role == Role::Name) name = &pattern_.nodes[group.children[0]];
        if (group.role == Role::Object) object = group.children[0];
      }
      if (!name || name->kind != Kind::Name || object == UINT32_MAX) return {};
      path = "." + std::string(names_.text(name->name)) + path;
      at = object;
    }
  }

  const Unit& unit_;
  Names& names_;
  Pattern& pattern_;
  const Place& place_;
  Errors errors_;
};

void dump_node(const Pattern& pattern, const Names& names, std::uint32_t index, int depth, std::string& out) {
  const PatternNode& node = pattern.nodes[index];
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
  if (node.role != Role::None) out += fmt::format("{}: ", to_string(node.role));
  out += to_string(node.kind);
  if (node.name.valid()) out += fmt::format(" `{}`", names.text(node.name));
  out += '\n';
  for (const auto& group : node.groups)
    for (std::uint32_t child : group.children) dump_node(pattern, names, child, depth + 1, out);
}

}  // namespace

Result<Pattern> compile_pattern(Language language, std::string_view text, Names& names, const Place& place) {
  SLUICE_TRY(PatternTree tree, parse_pattern(language, text, place));
  Pattern pattern;
  pattern.text = text;
  pattern.language = language;
  SLUICE_CHECK(Compiler(tree.unit, names, pattern, place).run(tree.ends_with_semicolon));
  return pattern;
}

std::string dump(const Pattern& pattern, const Names& names) {
  std::string out;
  if (pattern.shape == Pattern::Shape::Node) dump_node(pattern, names, pattern.root, 0, out);
  for (std::uint32_t statement : pattern.statements) dump_node(pattern, names, statement, 0, out);
  return out;
}

}  // namespace sluice
