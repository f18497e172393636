#include "analyzers/flow/engine/imports.h"

#include <algorithm>
#include <map>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

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

std::string module_at(const Unit& unit, std::string_view path, NodeId module) {
  std::string_view text = unit.node(module).kind == Kind::String ? unit.text(module) : unit.code(module);
  return is_script(unit.language()) ? script_module(path, text) : python_module(path, text);
}

// The module of `require('x')`; not valid for other calls.
NodeId required(const Unit& unit, NodeId call) {
  if (!call.valid() || unit.node(call).kind != Kind::Call) return {};
  NodeId callee = unit.child(call, Role::Callee), list = unit.child(call, Role::Arguments);
  bool is_require = callee.valid() && list.valid() && unit.node(callee).kind == Kind::Name && unit.node(callee).text.valid() && unit.text(callee) == "require";
  NodeId path = is_require ? unit.first_child(list) : NodeId{};
  return path.valid() && unit.node(path).kind == Kind::String ? path : NodeId{};
}

std::string member_of(std::string module, std::string_view name) { return name.empty() || name == kWholeModule ? module : module + "." + std::string(name); }

// Collects what one file gives.
class Giving {
 public:
  Giving(const ProgramBody& body, std::string_view path) : body_(body), unit_(*body.unit), graph_(*body.graph), path_(path) {
    for (std::uint32_t i = 0; i < graph_.variables.size(); ++i)
      if (graph_.variables[i].is_exports) exports_ = {i};
  }

  GivenNames run() {
    if (is_script(unit_.language())) {
      collect_assigned();
      collect_exported();
    } else if (unit_.language() == Language::Python) {
      collect_imported();
    }
    GivenNames out{.names = {}, .all = std::move(given_all_), .exports = exports_.index};
    for (const auto& [name, given] : given_) out.names.push_back(resolved(name, given));
    return out;
  }

 private:
  struct Given {
    FunctionId function{};
    VariableId variable{};
    std::string elsewhere{};
    bool is_whole = false;
  };

  bool is_class(NodeId node) const {
    Kind kind = node.valid() ? unit_.node(node).kind : Kind::Token;
    if (kind != Kind::Class && kind != Kind::New && kind != Kind::VarDef) return false;
    return std::any_of(graph_.functions.begin() + 1, graph_.functions.end(), [&](const Function& function) { return function.node == node; });
  }

  // What a variable holds, where that is one thing.
  GivenName resolved(const std::string& name, const Given& given) const {
    GivenName out{.name = name, .elsewhere = {given.elsewhere, given.is_whole}};
    if (!given.elsewhere.empty()) return out;
    FunctionId function = given.function;
    const NodeId declaration = given.variable.valid() ? graph_.variables[given.variable.index].declaration : NodeId{};
    if (!function.valid() && given.variable.valid()) {
      function = body_.functions_of_variables[given.variable.index];
      if (!function.valid()) out.elsewhere = imported_name(unit_, path_, declaration);
      if (!out.elsewhere.name.empty()) return out;
    }
    if (function.valid()) {
      NodeId node = graph_.functions[function.index].node;
      const bool is_of_class = is_class(node);
      (is_of_class ? out.class_node : out.function) = is_of_class ? node.index : function.index;
    } else if (declaration.valid() && is_class(unit_.parent(declaration))) {
      out.class_node = unit_.parent(declaration).index;
    } else {
      out.variable = given.variable.index;
    }
    return out;
  }

  // What a module of Python imports it gives on.
  void collect_imported() {
    for (NodeId child : unit_.children(unit_.root())) {
      NodeId module = unit_.node(child).kind == Kind::Import ? unit_.child(child, Role::Module) : NodeId{};
      if (!module.valid()) continue;
      for (NodeId part : unit_.children(child)) {
        if (unit_.node(part).kind == Kind::Token && unit_.code(part) == "*") given_all_.push_back(module_at(unit_, path_, module));
        NodeId name = unit_.node(part).kind == Kind::ImportedName ? unit_.child(part, Role::Name) : NodeId{}, alias = name.valid() ? unit_.child(part, Role::Alias) : NodeId{};
        if (name.valid() && unit_.node(name).kind == Kind::Token) given_all_.push_back(module_at(unit_, path_, module));
        else if (name.valid() && unit_.node(name).text.valid()) given_[std::string(unit_.text(alias.valid() ? alias : name))] = {.elsewhere = member_of(module_at(unit_, path_, module), unit_.text(name))};
      }
    }
  }

  // `module.exports = x`, `exports.name = x`
  void collect_assigned() {
    if (!exports_.valid()) return;
    const Function& code = graph_.functions[0];
    auto given = [&](ValueId value) -> Given {
      const Step& step = code.steps[value.index];
      if (step.op == Op::Closure) return {.function = FunctionId{step.number}};
      bool is_variable = (step.op == Op::Load || step.op == Op::Store) && graph_.variables[step.variable.index].owner == FunctionId{0};
      return is_variable ? Given{.variable = step.variable} : Given{};
    };
    auto note = [&](std::string_view name, const Given& what) {
      if (what.function.valid() || what.variable.valid()) given_[std::string(name)] = what;
    };
    for (const Step& step : code.steps) {
      bool is_whole = step.op == Op::Store && step.variable == exports_;
      if (step.op == Op::SetField && step.count == 2) {
        const Step& object = code.steps[code.operands[step.first].index];
        if (object.op == Op::Load && object.variable == exports_) note(graph_.names.text(step.name), given(code.operands[step.first + 1]));
      }
      if (!is_whole) continue;
      ValueId value = code.operands[step.first];
      note(kWholeModule, given(value));
      const Step& map = code.steps[value.index];
      for (std::uint32_t i = 0; map.op == Op::Map && i + 1 < map.count; i += 2) {
        ValueId key = code.operands[map.first + i], entry = code.operands[map.first + i + 1];
        NodeId word = key.valid() ? code.steps[key.index].node : NodeId{};
        if (word.valid() && entry.valid() && unit_.node(word).text.valid()) note(unit_.text(word), given(entry));
      }
    }
  }

  // `export default f`, `export {a as b}`, `export * from './c'`
  void collect_exported() {
    auto variable_of = [&](NodeId name) -> VariableId {
      NodeId declaration = unit_.declaration(name);
      for (std::uint32_t i = 0; i < graph_.variables.size(); ++i) {
        const Variable& each = graph_.variables[i];
        bool is_that = declaration.valid() ? each.declaration == declaration : each.owner == FunctionId{0} && each.name == unit_.node(name).text;
        if (is_that) return {i};
      }
      return {};
    };
    for (NodeId child : unit_.children(unit_.root())) {
      bool is_default = false;
      for (NodeId part : unit_.children(child)) is_default |= unit_.node(part).kind == Kind::Modifier && unit_.node(part).text.valid() && unit_.text(part) == "default";
      if (is_default) {
        for (std::uint32_t f = 1; f < graph_.functions.size(); ++f)
          if (graph_.functions[f].node == child) given_[std::string(kWholeModule)] = {.function = FunctionId{f}};
        continue;
      }
      if (unit_.node(child).kind != Kind::Other || !unit_.code(child).starts_with("export")) continue;
      NodeId module = unit_.child(child, Role::Module);
      bool lists_names = false;
      for (NodeId part : unit_.children(child)) {
        if (unit_.node(part).kind != Kind::ImportedName) continue;
        lists_names = true;
        NodeId name = unit_.child(part, Role::Name), alias = unit_.child(part, Role::Alias);
        if (!name.valid() || !unit_.node(name).text.valid()) continue;
        std::string given_as(unit_.text(alias.valid() && unit_.node(alias).text.valid() ? alias : name));
        if (module.valid()) given_[given_as] = {.elsewhere = member_of(module_at(unit_, path_, module), unit_.text(name)), .is_whole = unit_.text(name) == kWholeModule};
        else if (VariableId variable = variable_of(name); variable.valid()) given_[given_as] = {.variable = variable};
      }
      if (module.valid() && !lists_names) given_all_.push_back(module_at(unit_, path_, module));
      NodeId value = unit_.child(child, Role::Value);
      bool is_name = value.valid() && unit_.node(value).kind == Kind::Name && unit_.node(value).text.valid();
      if (is_name)
        if (VariableId variable = variable_of(value); variable.valid()) given_[std::string(kWholeModule)] = {.variable = variable};
    }
  }

  const ProgramBody& body_;
  const Unit& unit_;
  const Graph& graph_;
  std::string_view path_;
  VariableId exports_;
  std::map<std::string, Given, std::less<>> given_;
  std::vector<std::string> given_all_;
};

}  // namespace

bool is_script(Language language) { return language == Language::Js || language == Language::Ts || language == Language::Tsx; }

std::vector<std::string_view> open_namespaces(const Unit& unit) {
  constexpr std::size_t kMostOfFile = 40;
  // Of Microsoft.NET.Sdk.Web, since .NET 6: those that library models speak of.
  static constexpr std::string_view kOpenInProjects[] = {"System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder",
                                                         "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Logging"};
  std::vector<std::string_view> open;
  const bool is_cpp = unit.language() == Language::Cpp;
  if (unit.language() != Language::CSharp && !is_cpp) return open;
  for (NameId module : unit.wildcard_imports())
    if (open.size() < kMostOfFile) open.push_back(unit.names().text(module));
  if (!is_cpp) open.insert(open.end(), std::begin(kOpenInProjects), std::end(kOpenInProjects));
  return open;
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

ImportedName imported_name(const Unit& unit, std::string_view path, NodeId declaration) {
  if (!declaration.valid() || (!is_script(unit.language()) && unit.language() != Language::Python)) return {};
  NodeId around = unit.parent(declaration);
  if (!around.valid()) return {};
  if (unit.node(around).kind == Kind::Import) {
    NodeId module = unit.child(around, Role::Module);
    if (!module.valid()) return {};
    return {module_at(unit, path, module), true};
  }
  if (unit.node(around).kind == Kind::ImportedName) {
    NodeId module = unit.child(unit.parent(around), Role::Module), name = unit.child(around, Role::Name);
    if (!module.valid() || !name.valid()) return {};
    bool is_name = unit.node(name).kind == Kind::Name && unit.node(name).text.valid();
    bool is_whole = !is_name || (is_script(unit.language()) && unit.text(name) == kWholeModule);
    return {is_whole ? module_at(unit, path, module) : member_of(module_at(unit, path, module), unit.text(name)), is_whole};
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
  bool is_whole = !name.valid() || !unit.node(name).text.valid();
  return {is_whole ? module_at(unit, path, module) : member_of(module_at(unit, path, module), unit.text(name)), is_whole};
}

GivenNames given_names(const ProgramBody& body, std::string_view path) { return Giving(body, path).run(); }

}  // namespace sluice::flow
