// What a file gives to others under a name, and what a name that is imported means: `module.exports = x`,
// `export default x`, `export {a as b} from './c'`, Python's `from .cart import Cart` in a package.
//
// Imports are resolved by the path of the file that they stand in where they are relative, so that two
// files of one name are told apart.
#include <algorithm>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

constexpr std::string_view kWhole = "default";  // what the module itself is: `module.exports = x`

bool is_script(Language language) { return language == Language::Js || language == Language::Ts || language == Language::Tsx; }

std::string_view folder_of(std::string_view path) {
  std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// `./x`, `../x` from a folder.
std::string joined_path(std::string_view folder, std::string_view relative) {
  while (relative.starts_with('.')) {
    if (relative.starts_with("../") || relative == "..") {
      folder = folder_of(folder);
      relative.remove_prefix(std::min<std::size_t>(3, relative.size()));
    } else {
      relative.remove_prefix(std::min<std::size_t>(relative.starts_with("./") ? 2 : 1, relative.size()));
    }
  }
  std::string out(folder);
  if (!out.empty() && !relative.empty()) out += '/';
  return out += relative;
}

std::string script_module(std::string_view path, std::string_view text) {
  for (std::string_view ending : {".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".json"})
    if (text.ends_with(ending)) text.remove_suffix(ending.size());
  for (std::string_view root : {"@/", "~/"})
    if (text.starts_with(root)) text.remove_prefix(root.size());
  std::string whole = text.starts_with('.') ? joined_path(folder_of(path), text) : std::string(text);
  if (whole.ends_with("/index")) whole.resize(whole.size() - 6);
  return with_dots(whole);
}

// `.cart` in shop/__init__.py is shop.cart.
std::string python_module(std::string_view path, std::string_view text) {
  if (!text.starts_with('.')) return with_dots(text);
  std::string_view folder = folder_of(path);
  text.remove_prefix(1);
  for (; text.starts_with('.'); text.remove_prefix(1)) folder = folder_of(folder);
  std::string out = with_dots(folder);
  if (!out.empty() && !text.empty()) out += '.';
  return out += text;
}

std::string module_at(const ProgramFile& file, NodeId module) {
  const Unit& unit = *file.unit;
  std::string_view text = unit.node(module).kind == Kind::String ? unit.text(module) : unit.code(module);
  return is_script(file.language) ? script_module(file.path, text) : python_module(file.path, text);
}

// The module of `require('x')`; not valid for other calls.
NodeId required(const Unit& unit, NodeId call) {
  if (!call.valid() || unit.node(call).kind != Kind::Call) return {};
  NodeId callee = unit.child(call, Role::Callee), list = unit.child(call, Role::Arguments);
  bool is_require = callee.valid() && list.valid() && unit.node(callee).kind == Kind::Name && unit.node(callee).text.valid() && unit.text(callee) == "require";
  NodeId path = is_require ? unit.first_child(list) : NodeId{};
  return path.valid() && unit.node(path).kind == Kind::String ? path : NodeId{};
}

std::string member(std::string module, std::string_view name) { return name.empty() || name == kWhole ? module : module + "." + std::string(name); }

}  // namespace

// The whole name of what an import declares; `is_whole`: it is the module itself.
std::string Program::import_name(const ProgramFile& file, NodeId declaration, bool& is_whole) const {
  const Unit& unit = *file.unit;
  is_whole = false;
  if (!declaration.valid() || (!is_script(file.language) && file.language != Language::Python)) return {};
  NodeId around = unit.parent(declaration);
  if (!around.valid()) return {};
  if (unit.node(around).kind == Kind::Import) {
    NodeId module = unit.child(around, Role::Module);
    is_whole = module.valid();
    return module.valid() ? module_at(file, module) : std::string();
  }
  if (unit.node(around).kind == Kind::ImportedName) {
    NodeId module = unit.child(unit.parent(around), Role::Module), name = unit.child(around, Role::Name);
    if (!module.valid() || !name.valid()) return {};
    bool is_name = unit.node(name).kind == Kind::Name && unit.node(name).text.valid();
    is_whole = !is_name || (is_script(file.language) && unit.text(name) == kWhole);
    return is_whole ? module_at(file, module) : member(module_at(file, module), unit.text(name));
  }
  NodeId definition = around, name;
  if (unit.node(around).kind == Kind::Pair) name = unit.child(around, Role::Key);
  if (unit.node(around).kind == Kind::Map) name = declaration;
  while (definition.valid() && (unit.node(definition).kind == Kind::Pair || unit.node(definition).kind == Kind::Map)) definition = unit.parent(definition);
  NodeId value = definition.valid() && unit.node(definition).kind == Kind::VarDef ? unit.child(definition, Role::Value) : NodeId{};
  if (value.valid() && unit.node(value).kind == Kind::Member && !name.valid()) {
    name = unit.child(value, Role::Name);
    value = unit.child(value, Role::Object);
  }
  NodeId module = required(unit, value);
  if (!module.valid()) return {};
  is_whole = !name.valid() || !unit.node(name).text.valid();
  return is_whole ? module_at(file, module) : member(module_at(file, module), unit.text(name));
}

Program::Meaning Program::imported(const ProgramFile& file, NodeId declaration) const {
  bool is_whole = false;
  std::string name = import_name(file, declaration, is_whole);
  FileId id{static_cast<std::uint32_t>(&file - files_.data())};
  if (name.empty()) return {};
  Meaning meaning = is_whole ? module_meaning(name, id) : find(name, id);
  meaning.name = symbols_.intern(name);
  return meaning;
}

Program::Meaning Program::required_module(FileId from, std::string_view text) const {
  return text.starts_with('.') || text.starts_with('@') || text.starts_with('~') ? module_meaning(script_module(files_[from.index].path, text), from) : Meaning{};
}

Program::Meaning Program::module_meaning(std::string_view dotted, FileId from, int depth) const {
  Meaning meaning;
  for (FileId id : files_of_module(dotted, from, false)) {
    const ProgramFile& other = files_[id.index];
    if (auto whole = other.given.find(kWhole); whole != other.given.end()) return given_meaning(id, whole->second, depth);
    meaning.file = id;
    meaning.variable = other.exports;
    return meaning;
  }
  return meaning;
}

Program::Meaning Program::given_meaning(FileId id, const Given& given, int depth) const {
  constexpr int kDeepest = 8;  // files that give on what others give
  const ProgramFile& file = files_[id.index];
  Meaning meaning;
  if (depth >= kDeepest) return meaning;
  if (!given.elsewhere.empty()) return given.is_whole ? module_meaning(given.elsewhere, id, depth + 1) : find(given.elsewhere, id, depth + 1);
  FunctionId function = given.function;
  if (!function.valid() && given.variable.valid()) {
    function = file.functions_of_variables[given.variable.index];
    if (!function.valid()) {
      bool is_whole = false;
      std::string name = import_name(file, file.graph->variables[given.variable.index].declaration, is_whole);
      if (!name.empty()) return is_whole ? module_meaning(name, id, depth + 1) : find(name, id, depth + 1);
    }
  }
  if (function.valid()) {
    auto of_class = file.classes.find(file.graph->functions[function.index].node.index);
    if (of_class != file.classes.end()) meaning.of_class = of_class->second;
    else meaning.functions = {global(id, function)};
    return meaning;
  }
  NodeId declaration = file.graph->variables[given.variable.index].declaration;
  if (auto of_class = declaration.valid() ? file.classes.find(file.unit->parent(declaration).index) : file.classes.end(); of_class != file.classes.end()) {
    meaning.of_class = of_class->second;
    return meaning;
  }
  meaning.file = id;
  meaning.variable = given.variable;
  return meaning;
}

// A member that a file gives; the files that give on all of another are asked in turn.
Program::Meaning Program::given_member(FileId id, std::string_view name, int depth) const {
  const ProgramFile& file = files_[id.index];
  if (auto known = file.given.find(name); known != file.given.end()) return given_meaning(id, known->second, depth);
  constexpr int kDeepest = 8;
  if (depth < kDeepest)
    for (const std::string& module : file.given_all)
      for (FileId other : files_of_module(module, id, false))
        if (Meaning meaning = given_member(other, name, depth + 1); meaning.is_known()) return meaning;
  return {};
}

// --- what a file gives ---

void Program::collect_given(FileId id) {
  ProgramFile& file = files_[id.index];
  if (is_script(file.language)) {
    collect_assigned(file);
    collect_exported(file);
  } else if (file.language == Language::Python) {
    collect_imported(file);
  }
}

// What a module of Python imports it gives on.
void Program::collect_imported(ProgramFile& file) {
  const Unit& unit = *file.unit;
  for (NodeId child : unit.children(unit.root())) {
    NodeId module = unit.node(child).kind == Kind::Import ? unit.child(child, Role::Module) : NodeId{};
    if (!module.valid()) continue;
    for (NodeId part : unit.children(child)) {
      if (unit.node(part).kind == Kind::Token && unit.code(part) == "*") file.given_all.push_back(module_at(file, module));
      NodeId name = unit.node(part).kind == Kind::ImportedName ? unit.child(part, Role::Name) : NodeId{}, alias = name.valid() ? unit.child(part, Role::Alias) : NodeId{};
      if (name.valid() && unit.node(name).kind == Kind::Token) file.given_all.push_back(module_at(file, module));
      else if (name.valid() && unit.node(name).text.valid()) file.given[std::string(unit.text(alias.valid() ? alias : name))] = {.elsewhere = member(module_at(file, module), unit.text(name))};
    }
  }
}

// `module.exports = x`, `exports.name = x`
void Program::collect_assigned(ProgramFile& file) {
  const Graph& graph = *file.graph;
  if (!file.exports.valid()) return;
  const Function& code = graph.functions[0];
  auto given = [&](ValueId value) -> Given {
    const Step& step = code.steps[value.index];
    if (step.op == Op::Closure) return {.function = FunctionId{step.number}};
    bool is_variable = (step.op == Op::Load || step.op == Op::Store) && graph.variables[step.variable.index].owner == FunctionId{0};
    return is_variable ? Given{.variable = step.variable} : Given{};
  };
  auto note = [&](std::string_view name, const Given& what) {
    if (what.function.valid() || what.variable.valid()) file.given[std::string(name)] = what;
  };
  for (const Step& step : code.steps) {
    bool is_whole = step.op == Op::Store && step.variable == file.exports;
    if (step.op == Op::SetField && step.count == 2) {
      const Step& object = code.steps[code.operands[step.first].index];
      if (object.op == Op::Load && object.variable == file.exports) note(graph.names.text(step.name), given(code.operands[step.first + 1]));
    }
    if (!is_whole) continue;
    ValueId value = code.operands[step.first];
    note(kWhole, given(value));
    const Step& map = code.steps[value.index];
    for (std::uint32_t i = 0; map.op == Op::Map && i + 1 < map.count; i += 2) {
      ValueId key = code.operands[map.first + i], entry = code.operands[map.first + i + 1];
      NodeId word = key.valid() ? code.steps[key.index].node : NodeId{};
      if (word.valid() && entry.valid() && file.unit->node(word).text.valid()) note(file.unit->text(word), given(entry));
    }
  }
}

// `export default f`, `export {a as b}`, `export * from './c'`
void Program::collect_exported(ProgramFile& file) {
  const Unit& unit = *file.unit;
  auto variable_of = [&](NodeId name) -> VariableId {
    NodeId declaration = unit.declaration(name);
    for (std::uint32_t i = 0; i < file.graph->variables.size(); ++i) {
      const Variable& each = file.graph->variables[i];
      bool is_that = declaration.valid() ? each.declaration == declaration : each.owner == FunctionId{0} && each.name == unit.node(name).text;
      if (is_that) return {i};
    }
    return {};
  };
  for (NodeId child : unit.children(unit.root())) {
    bool is_default = false;
    for (NodeId part : unit.children(child)) is_default |= unit.node(part).kind == Kind::Modifier && unit.node(part).text.valid() && unit.text(part) == "default";
    if (is_default) {
      for (std::uint32_t f = 1; f < file.graph->functions.size(); ++f)
        if (file.graph->functions[f].node == child) file.given[std::string(kWhole)] = {.function = FunctionId{f}};
      continue;
    }
    if (unit.node(child).kind != Kind::Other || !unit.code(child).starts_with("export")) continue;
    NodeId module = unit.child(child, Role::Module);
    bool lists_names = false;
    for (NodeId part : unit.children(child)) {
      if (unit.node(part).kind != Kind::ImportedName) continue;
      lists_names = true;
      NodeId name = unit.child(part, Role::Name), alias = unit.child(part, Role::Alias);
      if (!name.valid() || !unit.node(name).text.valid()) continue;
      std::string given_as(unit.text(alias.valid() && unit.node(alias).text.valid() ? alias : name));
      if (module.valid()) file.given[given_as] = {.elsewhere = member(module_at(file, module), unit.text(name)), .is_whole = unit.text(name) == kWhole};
      else if (VariableId variable = variable_of(name); variable.valid()) file.given[given_as] = {.variable = variable};
    }
    if (module.valid() && !lists_names) file.given_all.push_back(module_at(file, module));
    NodeId value = unit.child(child, Role::Value);
    bool is_name = value.valid() && unit.node(value).kind == Kind::Name && unit.node(value).text.valid();
    if (is_name)
      if (VariableId variable = variable_of(value); variable.valid()) file.given[std::string(kWhole)] = {.variable = variable};
  }
}

}  // namespace sluice::flow
