#include "analyzers/flow/file_context.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace sluice::flow {

bool is_one_of(std::string_view word, std::string_view list) {
  while (!word.empty() && !list.empty()) {
    std::size_t end = list.find(' ');
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return false;
}

bool has_class_body(const Unit& unit, NodeId node) {
  Kind kind = unit.node(node).kind;
  if (kind != Kind::New && kind != Kind::VarDef) return false;
  NodeId body = unit.child(node, Role::Body);
  return body.valid() && unit.node(body).kind == Kind::Block;
}

FileContext::FileContext(const Unit& of, Graph& out)
    : unit(of), execution(execution_of(of.language())), equivalences(equivalences_of(of.language())), graph(out) {
  note_definitions();
  std::vector<FunctionId> open;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    while (!open.empty() && unit.node(graph.functions[open.back().index].node).last <= i) open.pop_back();
    FunctionId around = open.empty() ? FunctionId{} : open.back();
    const Node& node = unit.node({i});
    switch (node.kind) {
      case Kind::File: case Kind::Function: case Kind::Lambda: case Kind::Class:
        add_function({i}, around);
        open.push_back(functions_.at(i));
        break;
      case Kind::New: case Kind::VarDef:
        add_macro({i});
        if (!has_class_body(unit, {i})) break;
        add_function({i}, around);
        open.push_back(functions_.at(i));
        break;
      case Kind::Goto: has_gotos_[around.index] = true; break;
      case Kind::Name:
        add_name({i}, around);
        exports_at({i});
        break;
      default: break;
    }
  }
  for (const Function& function : graph.functions)
    if (unit.node(function.node).kind == Kind::Lambda) add_captures(function.node);
}

void FileContext::add_function(NodeId node, FunctionId outer) {
  FunctionId id{static_cast<std::uint32_t>(graph.functions.size())};
  functions_.emplace(node.index, id);
  Kind kind = unit.node(node).kind;
  bool is_class = kind == Kind::Class || kind == Kind::New || kind == Kind::VarDef;
  Function function;
  function.node = node;
  function.outer = outer;
  function.has_body = kind == Kind::File || unit.child(node, Role::Body).valid();
  if (outer.valid() && is_class_[outer.index]) function.owner_class = graph.functions[outer.index].node;
  if (function.owner_class.valid() && is_class_of_class(outer)) {
    function.owner_class = graph.functions[graph.functions[outer.index].outer.index].node;
    function.is_static = true;
  }
  name_function(function, node);
  bool is_method = kind == Kind::Function && function.owner_class.valid() && function.name.valid();
  if (is_method) methods_.insert(key(outer.index, function.name));
  NodeId parameters = kind == Kind::Class ? unit.child(node, Role::Parameters) : NodeId{};
  if (parameters.valid())
    for (NodeId parameter : unit.children(parameters))
      if (NodeId word = unit.child(parameter, Role::Name); word.valid() && unit.node(word).text.valid()) taken_.insert(key(id.index, unit.node(word).text));
  is_class_.push_back(is_class);
  has_gotos_.push_back(false);
  graph.functions.push_back(std::move(function));
}

// `class << self` of Ruby: its methods are those of the class around it, as a whole.
bool FileContext::is_class_of_class(FunctionId function) const {
  const FunctionId around = graph.functions[function.index].outer;
  if (unit.language() != Language::Ruby || !around.valid() || !is_class_[around.index]) return false;
  const NodeId name = unit.child(graph.functions[function.index].node, Role::Name);
  return name.valid() && unit.code(name) == "self";
}

void FileContext::name_function(Function& function, NodeId node) {
  NodeId name = unit.child(node, Role::Name);
  // `void A::f()`: the last part is the name.
  if (name.valid() && unit.node(name).kind == Kind::Member) name = unit.child(name, Role::Name);
  if (name.valid() && unit.node(name).kind == Kind::Name) function.name = unit.node(name).text;
  if (function.outer.valid()) function.qualified_name = graph.functions[function.outer.index].qualified_name;
  NodeId around = unit.parent(node);
  bool is_accessor = around.valid() && unit.node(around).kind == Kind::VarDef && unit.node(node).role == Role::Element;
  if (NodeId word = is_accessor ? unit.child(around, Role::Name) : NodeId{}; word.valid() && unit.node(word).text.valid()) {
    function.property = unit.node(word).text;
    function.is_setter = function.name.valid() && is_one_of(unit.names().text(function.name), "set init");
    function.qualified_name += (function.qualified_name.empty() ? "" : ".") + std::string(unit.text(word));
  }
  if (function.name.valid()) {
    if (!function.qualified_name.empty()) function.qualified_name += '.';
    function.qualified_name += unit.names().text(function.name);
  }
  // Each function holds those around it: a name without end must not be there a thousand times.
  constexpr std::size_t kLongestName = 1000;
  if (function.qualified_name.size() > kLongestName) function.qualified_name.resize(kLongestName);
  for (NodeId child : unit.children(node)) {
    Kind kind = unit.node(child).kind;
    if (kind == Kind::Modifier && unit.node(child).text.valid()) {
      function.is_static |= unit.text(child) == "static" || unit.text(child) == "self";
      function.is_setter |= unit.text(child) == "set";
      if (is_one_of(unit.text(child), "get set")) function.property = function.name;
    }
    NodeId word = kind == Kind::Attribute ? unit.child(child, Role::Name) : NodeId{};
    if (!word.valid()) continue;
    function.is_static |= unit.code(word) == "staticmethod";
    function.is_setter |= unit.code(word).ends_with(".setter");
    if (unit.code(word) == "property" || function.is_setter) function.property = function.name;
  }
  if (!function.owner_class.valid() || !function.name.valid()) return;
  NodeId class_name = unit.child(function.owner_class, Role::Name);
  bool is_named_so = class_name.valid() && unit.node(class_name).text == function.name;
  function.is_constructor = is_named_so || is_one_of(unit.names().text(function.name), execution.constructor_names);
}

// The name of a function or class belongs to what is around it.
void FileContext::add_name(NodeId name, FunctionId around) {
  if (unit.declaration(name) != name || !around.valid() || is_of_another_file(name)) return;
  const Function& inner = graph.functions[around.index];
  bool is_own_name = unit.parent(name) == inner.node && unit.node(name).role == Role::Name;
  FunctionId owner = is_own_name && inner.outer.valid() ? inner.outer : around;
  VariableId id{static_cast<std::uint32_t>(graph.variables.size())};
  graph.variables.push_back({unit.node(name).text, name, owner});
  declared_.emplace(name.index, id);
  by_name_.try_emplace(key(owner.index, unit.node(name).text), id);
}

// `function () use (&$x) { $x = 1; }`: the variable is the one outside.
void FileContext::add_captures(NodeId lambda) {
  FunctionId outer = graph.functions[function_at(lambda).index].outer;
  for (NodeId child : unit.children(lambda)) {
    if (unit.node(child).role != Role::Init || unit.node(child).kind != Kind::Name) continue;
    if (unit.node(child).begin == 0 || unit.source_text()[unit.node(child).begin - 1] != '&') {
      add_capture(lambda, child);
      continue;
    }
    NodeId declaration = unit.declaration(child);
    bool is_inside = declaration.valid() && declaration.index > lambda.index;
    auto known = by_name_.find(key(outer.index, unit.node(child).text));
    if (is_inside && known != by_name_.end()) declared_[declaration.index] = known->second;
  }
}

// `use ($x)`: in the function the name is a variable of its own.
void FileContext::add_capture(NodeId lambda, NodeId name) {
  if (unit.language() != Language::Php) return;
  const FunctionId function = function_at(lambda), around = graph.functions[function.index].outer;
  const NodeId declaration = unit.declaration(name);
  const bool is_inside = declaration.valid() && declaration.index > lambda.index;
  auto known = by_name_.find(key(around.index, unit.node(name).text));
  const VariableId outer = declaration.valid() && !is_inside ? variable_of(name) : known != by_name_.end() ? known->second : VariableId{};
  if (!outer.valid()) return;
  const VariableId kept = temporary(around), own{static_cast<std::uint32_t>(graph.variables.size())};
  graph.variables.push_back({unit.node(name).text, name, function});
  captures_[function.index].push_back({name, outer, kept, own});
  by_name_[key(function.index, unit.node(name).text)] = own;
  for (NodeId inner = lambda; inner.index <= unit.node(lambda).last; ++inner.index)
    if (unit.node(inner).kind == Kind::Name && unit.node(inner).text == unit.node(name).text && unit.declaration(inner) == declaration) copies_[inner.index] = own;
}

const std::vector<FileContext::Capture>& FileContext::captures_of(FunctionId function) const {
  static const std::vector<Capture> kNone;
  auto known = captures_.find(function.index);
  return known == captures_.end() ? kNone : known->second;
}

FunctionId FileContext::function_at(NodeId node) const {
  auto known = functions_.find(node.index);
  return known == functions_.end() ? FunctionId{} : known->second;
}

VariableId FileContext::variable_of(NodeId name) {
  if (auto copy = copies_.find(name.index); copy != copies_.end()) return copy->second;
  if (NodeId declaration = unit.declaration(name); declaration.valid())
    if (auto known = declared_.find(declaration.index); known != declared_.end()) return known->second;
  auto [known, is_new] = foreign_.try_emplace(unit.node(name).text.index, VariableId{static_cast<std::uint32_t>(graph.variables.size())});
  if (is_new) graph.variables.push_back({unit.node(name).text, {}, {}});
  return known->second;
}

bool FileContext::is_member_name(NodeId name, FunctionId function) const {
  NodeId declaration = unit.declaration(name);
  if (!declaration.valid() && execution.has_implicit_fields && !taken_.empty())
    for (FunctionId at = function; at.valid(); at = graph.functions[at.index].outer)
      if (taken_.contains(key(at.index, unit.node(name).text))) return at != function;
  auto known = declaration.valid() ? declared_.find(declaration.index) : declared_.end();
  if (known == declared_.end()) return false;
  return is_class_[graph.variables[known->second.index].owner.index];
}

bool FileContext::is_import(NodeId declaration) const {
  NodeId around = unit.parent(declaration);
  if (!around.valid()) return false;
  if (unit.node(around).kind == Kind::Import || unit.node(around).kind == Kind::ImportedName) return true;
  NodeId value = unit.node(around).kind == Kind::VarDef ? unit.child(around, Role::Value) : NodeId{};
  NodeId callee = value.valid() && unit.node(value).kind == Kind::Call ? unit.child(value, Role::Callee) : NodeId{};
  return callee.valid() && unit.code(callee) == "require";
}

VariableId FileContext::exports_at(NodeId node) {
  Language language = unit.language();
  if (language != Language::Js && language != Language::Ts && language != Language::Tsx) return {};
  NodeId word = node, object;
  if (unit.node(node).kind == Kind::Member) word = unit.child(node, Role::Name), object = unit.child(node, Role::Object);
  bool is_word = word.valid() && unit.node(word).kind == Kind::Name && unit.node(word).text.valid() && unit.text(word) == "exports" && !unit.declaration(word).valid();
  bool is_of_module = !object.valid() || (unit.node(object).kind == Kind::Name && unit.node(object).text.valid() && unit.text(object) == "module" && !unit.declaration(object).valid());
  return is_word && is_of_module ? exports() : VariableId{};
}

VariableId FileContext::exports() {
  if (!exports_.valid()) {
    exports_ = {static_cast<std::uint32_t>(graph.variables.size())};
    graph.variables.push_back({.name = graph.names.intern("exports"), .declaration = {}, .owner = FunctionId{0}, .is_exports = true});
  }
  return exports_;
}

VariableId FileContext::block_of(FunctionId function) const {
  for (FunctionId at = function; at.valid(); at = graph.functions[at.index].outer) {
    for (const Parameter& parameter : graph.functions[at.index].parameters)
      if (parameter.is_block) return parameter.variable;
    if (unit.node(graph.functions[at.index].node).kind != Kind::Lambda) return {};
  }
  return {};
}

void FileContext::note_definitions() {
  if (unit.language() != Language::C && unit.language() != Language::Cpp) return;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    if (unit.node({i}).kind != Kind::Function || !unit.child({i}, Role::Body).valid()) continue;
    if (NodeId name = unit.child({i}, Role::Name); name.valid() && unit.node(name).text.valid()) defined_here_.insert(unit.node(name).text.index);
  }
}

// C and C++: `void f(int);` and `extern int x;` say that another file has it; its name means what it means there.
bool FileContext::is_of_another_file(NodeId name) const {
  if (unit.language() != Language::C && unit.language() != Language::Cpp) return false;
  NodeId declaration = unit.parent(name);
  const Node& node = unit.node(declaration);
  bool is_prototype = node.kind == Kind::Function && unit.node(name).role == Role::Name && !unit.child(declaration, Role::Body).valid();
  if (is_prototype) return !defined_here_.contains(unit.node(name).text.index);
  NodeId first = node.kind == Kind::VarDef ? unit.first_child(declaration) : NodeId{};
  return first.valid() && unit.node(first).kind == Kind::Modifier && unit.text(first) == "extern" && !unit.child(declaration, Role::Value).valid();
}

void FileContext::add_macro(NodeId definition) {
  NodeId mark = unit.child(definition, Role::Modifier), word = unit.child(definition, Role::Name), text = unit.child(definition, Role::Value);
  bool is_macro = mark.valid() && word.valid() && text.valid() && unit.text(mark) == "#define";
  if (is_macro) macros_[unit.node(word).text.index] = text;
}

NodeId FileContext::macro_text(NodeId word) const {
  constexpr int kLongestChain = 8;
  NameId name = unit.node(word).text;
  NodeId text;
  for (int i = 0; i < kLongestChain && name.valid(); ++i) {
    auto known = macros_.find(name.index);
    if (known == macros_.end()) break;
    text = known->second;
    if (unit.node(text).kind != Kind::Text) break;
    name = unit.names().find(unit.text(text));
    if (!name.valid()) break;
  }
  return text;
}

NameId FileContext::meant_name(NodeId word) const {
  auto is_word = [](std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) || c == '_'; }) && !std::isdigit(static_cast<unsigned char>(text[0]));
  };
  NodeId text = macro_text(word);
  return text.valid() && unit.node(text).kind == Kind::Text && is_word(unit.text(text)) ? unit.node(text).text : unit.node(word).text;
}

VariableId FileContext::variable_named(NameId name, FunctionId function) const {
  for (FunctionId at = function; at.valid(); at = graph.functions[at.index].outer)
    if (auto known = by_name_.find(key(at.index, name)); known != by_name_.end()) return known->second;
  return {};
}

bool FileContext::has_method(FunctionId function, NameId name) const {
  for (FunctionId at = function; at.valid(); at = graph.functions[at.index].outer)
    if (is_class_[at.index] && methods_.contains(key(at.index, name))) return true;
  return false;
}

VariableId FileContext::temporary(FunctionId owner) {
  graph.variables.push_back({{}, {}, owner, true});
  return {static_cast<std::uint32_t>(graph.variables.size() - 1)};
}

}  // namespace sluice::flow
