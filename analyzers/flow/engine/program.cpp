#include "analyzers/flow/engine/program.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace sluice::flow {
namespace {

std::string_view file_name_of(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

// `src/helpers/utils.py` is `src.helpers.utils`; what stands for its folder has the folder's name.
std::string module_of_path(std::string_view path) {
  std::size_t ending = path.find_last_of('.');
  if (ending != std::string_view::npos && ending > path.find_last_of('/') + 1) path = path.substr(0, ending);
  for (std::string_view stem : {"/__init__", "/index"})
    if (path.ends_with(stem)) path.remove_suffix(stem.size());
  return with_dots(path);
}

// A name as it is written; of code that stands in no file (a template's) as its words say.
std::string spelled(const Unit& unit, NodeId node, int depth = 0) {
  constexpr int kDeepest = 8;
  if (std::string_view code = unit.code(node); !code.empty() || depth >= kDeepest) return std::string(code);
  if (unit.node(node).text.valid()) return std::string(unit.text(node));
  std::string out;
  for (NodeId part : unit.children(node)) {
    std::string word = spelled(unit, part, depth + 1);
    if (!word.empty()) out += (out.empty() ? "" : ".") + word;
  }
  return out;
}

NodeId name_in_type(const Unit& unit, NodeId type) {
  for (int depth = 0; type.valid() && depth < 8; ++depth) {
    Kind kind = unit.node(type).kind;
    if (kind == Kind::Name || kind == Kind::Member || kind == Kind::String) return type;
    if (kind != Kind::Type && kind != Kind::Index && kind != Kind::Other && kind != Kind::Unary && kind != Kind::Binary && kind != Kind::Array) return {};
    NodeId inner = unit.first_child(type);
    while (inner.valid() && (unit.node(inner).kind == Kind::Modifier || unit.node(inner).kind == Kind::Token || unit.node(inner).kind == Kind::Attribute)) inner = unit.next_sibling(inner);
    type = inner;
  }
  return {};
}

// How many of the last parts of two dotted names are the same.
std::size_t same_parts(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  while (!a.empty() && !b.empty() && last_part(a) == last_part(b)) {
    ++count;
    std::size_t rest_a = a.size() - last_part(a).size(), rest_b = b.size() - last_part(b).size();
    a = a.substr(0, rest_a - std::min<std::size_t>(rest_a, 1));
    b = b.substr(0, rest_b - std::min<std::size_t>(rest_b, 1));
  }
  return count;
}

bool are_one_language(Language a, Language b) {
  auto is_script = [](Language each) { return each == Language::Js || each == Language::Ts || each == Language::Tsx; };
  return a == b || (is_script(a) && is_script(b));
}

// `example.com/shop/logs`: Go's imports begin with the name of the module, which is no folder. Those of
// its library have no dot in the first part.
bool is_import_path(std::string_view qualified, Language language) {
  std::size_t slash = qualified.find('/');
  return language == Language::Go && slash != std::string_view::npos && qualified.substr(0, slash).find('.') != std::string_view::npos;
}

}  // namespace

std::string with_dots(std::string_view name) {
  std::string out;
  for (char c : name) {
    bool is_separator = c == '/' || c == '\\' || c == ':' || c == '.';
    if (!is_separator) out += c;
    else if (!out.empty() && out.back() != '.') out += '.';
  }
  return out;
}

std::string_view last_part(std::string_view dotted) { return dotted.substr(dotted.find_last_of('.') + 1); }

std::size_t common_parts(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  bool is_end = a.ends_with(b) && (a.size() == b.size() || a[a.size() - b.size() - 1] == '.');
  return is_end && !b.empty() ? 1 + static_cast<std::size_t>(std::ranges::count(b, '.')) : 0;
}

FileId Program::add_file(ProgramFile file) {
  FileId id{static_cast<std::uint32_t>(files_.size())};
  const Graph& graph = *file.graph;
  file.first_function = function_count();
  file.path_module = module_of_path(file.path);
  file.module = file.path_module;
  const Unit& unit = *file.unit;
  for (NodeId child : unit.children(unit.root()))
    if (unit.node(child).kind == Kind::Package && file.language != Language::Go)
      if (NodeId name = unit.child(child, Role::Name); name.valid()) {
        file.module = with_dots(unit.code(name));
        break;
      }
  // A package of Go is its folder.
  if (file.language == Language::Go) file.module = file.path_module = with_dots(std::string_view(file.path).substr(0, file.path.find_last_of('/') == std::string::npos ? 0 : file.path.find_last_of('/')));
  file.symbols = std::make_unique<std::atomic<std::uint32_t>[]>(graph.names.size());
  for (std::uint32_t i = 0; i < graph.names.size(); ++i) file.symbols[i].store(Symbol::kNone, std::memory_order_relaxed);
  file.variable_symbols = std::make_unique<std::atomic<std::uint32_t>[]>(graph.variables.size());
  for (std::uint32_t i = 0; i < graph.variables.size(); ++i) file.variable_symbols[i].store(Symbol::kNone, std::memory_order_relaxed);
  note_variable_uses(file);
  note_imported_types(file);
  for (std::uint32_t i = 0; i < graph.variables.size(); ++i)
    if (graph.variables[i].is_exports) file.exports = {i};
  bool shares_variables = file.language == Language::Php || file.language == Language::C || file.language == Language::Cpp || file.language == Language::Go;
  for (std::uint32_t i = 0; shares_variables && i < graph.variables.size(); ++i) {
    const Variable& variable = graph.variables[i];
    NodeId around = variable.declaration.valid() ? file.unit->parent(variable.declaration) : NodeId{};
    bool is_constant = file.language == Language::Php && around.valid() && file.unit->code(around).find('$') == std::string_view::npos;
    if (file.language == Language::Php && !is_constant) continue;
    bool is_data = around.valid() && file.unit->node(around).kind == Kind::VarDef && !file.unit->code(around).starts_with("extern");
    if (variable.owner == FunctionId{0} && !variable.is_temporary && variable.name.valid() && is_data) shared_variables_[graph.names.text(variable.name)].emplace_back(id, VariableId{i});
  }
  has_pattern_rules_ |= !file.points.empty();
  files_.push_back(std::move(file));
  for (std::uint32_t i = 0; i < graph.functions.size(); ++i) functions_.push_back({id, {i}, {}});
  return id;
}

// C#: `Controller` is that of a namespace that the file uses, where several have one.
void Program::note_imported_types(ProgramFile& file) {
  constexpr std::size_t kMostWildcards = 40;
  std::span<const NameId> wildcards = file.unit->wildcard_imports();
  if (file.language != Language::CSharp || wildcards.empty()) return;
  for (NodeId node{0}; node.index < file.unit->size(); ++node.index) {
    const Node& at = file.unit->node(node);
    bool is_type = at.kind == Kind::Name && at.text.valid() && (at.role == Role::Type || at.role == Role::Parent || at.role == Role::ReturnType);
    if (!is_type || file.imported_types.contains(at.text.index)) continue;
    for (NameId wildcard : wildcards.first(std::min(wildcards.size(), kMostWildcards))) {
      std::string whole = std::string(file.unit->names().text(wildcard)) + "." + std::string(file.unit->text(node));
      if (models_.find_type(file.language, whole) != whole) continue;
      file.imported_types.emplace(at.text.index, symbols_.intern(whole));
      break;
    }
  }
}

void Program::note_variable_uses(ProgramFile& file) {
  const Graph& graph = *file.graph;
  file.variables.assign(graph.variables.size(), kOwn);
  // The variables of a file may be read by other files.
  for (std::uint32_t i = 0; i < graph.variables.size(); ++i)
    if (graph.variables[i].owner == FunctionId{0} && !graph.variables[i].is_temporary) file.variables[i] = kCaptured;
  // A function that is defined once, and nothing else is ever put under its name.
  file.functions_of_variables.assign(graph.variables.size(), {});
  std::vector<std::uint8_t> stores(graph.variables.size(), 0);
  for (const Function& function : graph.functions)
    for (const Step& step : function.steps) {
      if (step.op != Op::Store || stores[step.variable.index] == 2) continue;
      ++stores[step.variable.index];
      const Step& value = function.steps[function.operands[step.first].index];
      bool is_function = value.op == Op::Closure && file.unit->node(graph.functions[value.number].node).kind == Kind::Function;
      file.functions_of_variables[step.variable.index] = is_function ? FunctionId{value.number} : FunctionId{};
    }
  for (std::uint32_t i = 0; i < stores.size(); ++i)
    if (stores[i] != 1) file.functions_of_variables[i] = {};
  for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
    for (const Step& step : graph.functions[f].steps) {
      if (step.op != Op::Load && step.op != Op::Store) continue;
      const Variable& variable = graph.variables[step.variable.index];
      if (!variable.owner.valid() || variable.owner.index == f) continue;
      std::uint8_t& use = file.variables[step.variable.index];
      use = step.op == Op::Store ? std::uint8_t{kWrittenElsewhere} : std::max<std::uint8_t>(use, kCaptured);
    }
  for (const Function& function : graph.functions)
    for (const Call& call : function.calls)
      if (call.variable.valid()) {
        const Variable& variable = graph.variables[call.variable.index];
        bool is_foreign = variable.owner.valid() && &graph.functions[variable.owner.index] != &function;
        std::uint8_t& use = file.variables[call.variable.index];
        if (is_foreign && use == kOwn) use = kCaptured;
      }
}

void Program::note_written_fields(const ProgramFile& file) {
  for (const Function& function : file.graph->functions) {
    bool is_class = file.classes.contains(function.node.index);
    if (is_class || function.is_constructor) continue;
    for (const Step& step : function.steps)
      if (step.op == Op::SetField) written_.insert(symbol(file, step.name).index);
  }
}

// Names that functions can be called by on a thing: methods, and members that hold functions.
void Program::note_called_names(const ProgramFile& file) {
  for (const Function& function : file.graph->functions) {
    if (function.owner_class.valid() && function.name.valid()) called_.insert(symbol(file, function.name).index);
    for (const Step& step : function.steps) {
      bool is_set = step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first + 1].index].op == Op::Closure;
      if (is_set) called_.insert(symbol(file, step.name).index);
      for (std::uint32_t i = 0; step.op == Op::Map && i + 1 < step.count; i += 2) {
        ValueId key = function.operands[step.first + i], value = function.operands[step.first + i + 1];
        NodeId word = key.valid() ? function.steps[key.index].node : NodeId{};
        bool is_function = value.valid() && function.steps[value.index].op == Op::Closure && word.valid() && file.unit->node(word).text.valid();
        if (is_function) called_.insert(symbols_.intern(file.unit->text(word)).index);
      }
    }
  }
}

const Function& Program::graph_function(ProgramFunctionId id) const {
  const ProgramFunction& function = functions_[id.index];
  return files_[function.file.index].graph->functions[function.local.index];
}

Symbol Program::symbol(const ProgramFile& file, NameId name) const {
  if (!name.valid()) return {};
  std::atomic<std::uint32_t>& slot = file.symbols[name.index];
  std::uint32_t known = slot.load(std::memory_order_relaxed);
  if (known == Symbol::kNone) {
    std::string_view word = file.graph->names.text(name);
    // `@name` of Ruby is what `attr_accessor :name` reads and writes.
    if (file.language == Language::Ruby && word.size() > 1 && word[0] == '@' && word[1] != '@') word.remove_prefix(1);
    slot.store(known = symbols_.intern(word).index, std::memory_order_relaxed);
  }
  return {known};
}

// A variable may have a namesake in the same function.
Symbol Program::variable_symbol(const ProgramFile& file, VariableId variable) const {
  std::atomic<std::uint32_t>& slot = file.variable_symbols[variable.index];
  std::uint32_t known = slot.load(std::memory_order_relaxed);
  if (known != Symbol::kNone) return {known};
  const Variable& what = file.graph->variables[variable.index];
  std::string text = what.name.valid() ? std::string(file.graph->names.text(what.name)) : std::string("$");
  text += '#';
  text += std::to_string(variable.index);
  slot.store(known = symbols_.intern(text).index, std::memory_order_relaxed);
  return {known};
}

// --- link ---

void Program::link() {
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    add_classes({i});
    for (std::string_view module : {std::string_view(files_[i].module), std::string_view(files_[i].path_module)}) {
      std::vector<FileId>& list = files_by_last_part_[std::string(last_part(module))];
      if (list.empty() || list.back() != FileId{i}) list.push_back({i});
    }
  }
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    add_functions({i});
    if (files_[i].is_template) add_template({i});
  }
  for (std::uint32_t i = 0; i < files_.size(); ++i) collect_given({i});
  for (const ProgramFile& file : files_) note_written_fields(file), note_called_names(file);
  connect_classes();
  connect_interfaces();
  infer_field_types();
}

void Program::add_classes(FileId id) {
  ProgramFile& file = files_[id.index];
  const Unit& unit = *file.unit;
  for (std::uint32_t f = 1; f < file.graph->functions.size(); ++f) {
    const Function& function = file.graph->functions[f];
    Kind kind = unit.node(function.node).kind;
    if (kind != Kind::Class && kind != Kind::New && kind != Kind::VarDef) continue;
    ClassId class_id{static_cast<std::uint32_t>(classes_.size())};
    ProgramClass made;
    made.file = id;
    made.body = global(id, {f});
    if (function.name.valid()) made.name = symbol(file, function.name);
    made.qualified = file.module.empty() ? with_dots(function.qualified_name) : file.module + "." + with_dots(function.qualified_name);
    NodeId type = kind == Kind::New ? unit.child(function.node, Role::Type) : NodeId{};
    if (Symbol parent = type.valid() ? type_at(file, type) : Symbol{}; parent.valid()) made.parents.push_back(parent);
    for (NodeId child : unit.children(function.node))
      if (unit.node(child).role == Role::Parent)
        if (Symbol parent = type_at(file, child); parent.valid()) made.parents.push_back(parent);
    NodeId body = unit.child(function.node, Role::Body);
    if (body.valid())
      for (NodeId member : unit.children(body)) {
        if (unit.node(member).kind != Kind::VarDef) continue;
        NodeId name = unit.child(member, Role::Name);
        bool is_static = false;
        for (NodeId part : unit.children(member)) is_static |= unit.node(part).kind == Kind::Modifier && unit.node(part).text.valid() && unit.text(part) == "static";
        if (is_static && name.valid() && unit.node(name).text.valid()) {
          std::string_view word = unit.text(name);
          if (word.starts_with('$')) word.remove_prefix(1);
          made.static_fields.insert(symbols_.intern(word).index);
        }
        Symbol declared = declared_type(file, member);
        // A structure of Go that stands in this one lends it its fields and methods.
        bool is_embedded = file.language == Language::Go && !name.valid() && declared.valid();
        if (is_embedded) made.parents.push_back(declared), made.fields.push_back(symbols_.intern(last_part(text(declared))));
        if (name.valid() && unit.node(name).text.valid()) made.fields.push_back(symbols_.intern(unit.text(name).starts_with('$') ? unit.text(name).substr(1) : unit.text(name)));
        if (name.valid() && unit.node(name).text.valid() && declared.valid()) {
          std::string_view word = unit.text(name);
          if (word.starts_with('$')) word.remove_prefix(1);
          made.field_types.emplace(symbols_.intern(word).index, declared);
        }
      }
    // `include Module` of Ruby, `use Trait` of PHP: as if it stood above.
    for (const Call& call : function.calls) {
      std::string_view word = call.name.valid() ? file.graph->names.text(call.name) : std::string_view();
      bool mixes = file.language == Language::Ruby && !call.receiver.valid() && (word == "include" || word == "extend" || word == "prepend");
      for (std::size_t i = 0; mixes && i < call.arguments.size(); ++i)
        if (NodeId module = function.steps[call.arguments[i].value.index].node; module.valid())
          if (Symbol parent = type_at(file, module); parent.valid()) made.parents.push_back(parent);
    }
    if (file.language == Language::Php && body.valid())
      for (NodeId member : unit.children(body))
        if (unit.node(member).kind == Kind::Other && unit.code(member).starts_with("use "))
          for (NodeId trait : unit.children(member))
            if (Symbol parent = unit.node(trait).kind == Kind::Name || unit.node(trait).kind == Kind::Member ? type_at(file, trait) : Symbol{}; parent.valid()) made.parents.push_back(parent);
    // In Python what the class's own code sets belongs to the class.
    if (file.language == Language::Python)
      for (const Step& step : function.steps)
        if (step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first + 1].index].op != Op::Closure) made.static_fields.insert(symbol(file, step.name).index);
    static_names_.insert(made.static_fields.begin(), made.static_fields.end());
    file.classes.emplace(function.node.index, class_id);
    if (made.name.valid()) classes_by_name_[text(made.name)].push_back(class_id);
    classes_.push_back(std::move(made));
  }
}

// The functions that a template's code is read as have these names (analyzers/templates/template_code.h).
void Program::add_template(FileId id) {
  const ProgramFile& file = files_[id.index];
  TemplateIndex::Page page{file.path, {}, {}};
  for (std::uint32_t f = 1; f < file.graph->functions.size(); ++f) {
    const Function& function = file.graph->functions[f];
    std::string_view name = function.name.valid() ? file.graph->names.text(function.name) : std::string_view();
    if (name == "sluice_page" && !page.code.valid()) page.code = global(id, {f});
    if (name == "sluice_plain_page" && !page.plain.valid()) page.plain = global(id, {f});
  }
  if (page.code.valid()) templates_.add(std::move(page));
}

void Program::add_functions(FileId id) {
  ProgramFile& file = files_[id.index];
  const Unit& unit = *file.unit;
  for (std::uint32_t f = 1; f < file.graph->functions.size(); ++f) {
    const Function& function = file.graph->functions[f];
    if (!function.name.valid() || unit.node(function.node).kind != Kind::Function || !function.has_body) continue;
    ProgramFunctionId global_id = global(id, {f});
    Symbol name = symbol(file, function.property.valid() && !function.owner_class.valid() ? function.property : function.name);
    ClassId owner;
    if (function.owner_class.valid()) {
      auto known = file.classes.find(function.owner_class.index);
      if (known != file.classes.end()) owner = known->second;
    } else {
      // Go's receiver; `void A::f()` of C++.
      NodeId object = unit.child(function.node, Role::Object), word = unit.child(function.node, Role::Name);
      NodeId type = object.valid() ? unit.child(object, Role::Type) : NodeId{};
      Symbol of;
      if (type.valid()) of = type_at(file, type);
      else if (word.valid() && unit.node(word).kind == Kind::Member)
        if (NodeId container = unit.child(word, Role::Object); container.valid()) of = symbols_.intern(with_dots(unit.code(container)));
      if (of.valid()) {
        std::vector<ClassId> found = classes_named(text(of), id);
        if (!found.empty()) owner = found[0];
      }
    }
    functions_[global_id.index].owner = owner;
    bool is_added = file.language == Language::CSharp && function.is_static && !function.parameters.empty() && function.parameters[0].node.valid() && unit.code(function.parameters[0].node).starts_with("this ");
    if (is_added) added_methods_[name.index].push_back(global_id);
    if (owner.valid()) {
      Symbol member = function.property.valid() ? symbol(file, function.property) : name;
      classes_[owner.index].methods[member.index].push_back(global_id);
    } else {
      functions_by_name_[text(name)].push_back(global_id);
    }
  }
}

// In Go a type that has the methods of an interface is one, without saying so.
void Program::connect_interfaces() {
  constexpr std::size_t kMostImplementations = 8;
  for (std::uint32_t i = 0; i < classes_.size(); ++i) {
    const ProgramFile& file = files_[classes_[i].file.index];
    if (file.language != Language::Go) continue;
    const Unit& unit = *file.unit;
    NodeId node = graph_function(classes_[i].body).node, body = unit.child(node, Role::Body);
    if (!body.valid() || !unit.node(node).text.valid() || unit.text(node) != "interface") continue;
    std::vector<std::uint32_t> wanted;
    for (NodeId member : unit.children(body))
      if (NodeId name = unit.node(member).kind == Kind::Function ? unit.child(member, Role::Name) : NodeId{}; name.valid() && unit.node(name).text.valid())
        wanted.push_back(symbols_.intern(unit.text(name)).index);
    if (wanted.empty()) continue;
    for (std::uint32_t other = 0; other < classes_.size() && classes_[i].subclasses.size() < kMostImplementations; ++other) {
      bool has_all = other != i && files_[classes_[other].file.index].language == Language::Go &&
                     std::ranges::all_of(wanted, [&](std::uint32_t name) { return !methods({other}, {name}).empty(); });
      if (has_all) classes_[i].subclasses.push_back({other});
    }
  }
}

// `const Base = require('./base')`: the class may have any name there.
std::vector<ClassId> Program::imported_parents(const ProgramClass& of, Symbol) const {
  const ProgramFile& file = files_[of.file.index];
  std::vector<ClassId> found;
  for (NodeId child : file.unit->children(graph_function(of.body).node)) {
    if (file.unit->node(child).role != Role::Parent || file.unit->node(child).kind != Kind::Name) continue;
    if (Meaning meaning = imported(file, file.unit->declaration(child)); meaning.of_class.valid()) found.push_back(meaning.of_class);
  }
  return found;
}

void Program::connect_classes() {
  for (std::uint32_t i = 0; i < classes_.size(); ++i)
    for (Symbol& parent : classes_[i].parents) {
      std::vector<ClassId> found = classes_named(text(parent), classes_[i].file);
      std::erase(found, ClassId{i});
      if (found.empty()) found = imported_parents(classes_[i], parent);
      if (found.empty()) {
        parent = library_type(files_[classes_[i].file.index], parent);
        continue;
      }
      classes_[i].parent_classes.push_back(found[0]);
      classes_[found[0].index].subclasses.push_back({i});
    }
}

// `Controller` of a file that is `using Microsoft.AspNetCore.Mvc`: several libraries have a class of that name.
Symbol Program::library_type(const ProgramFile& file, Symbol name) const {
  std::string_view word = text(name);
  bool is_open = file.language == Language::CSharp && word.find('.') == std::string_view::npos && models_.find_type(file.language, word).empty();
  if (!is_open) return name;
  for (NameId module : file.unit->wildcard_imports()) {
    std::string whole = std::string(file.unit->names().text(module)) + "." + std::string(word);
    if (models_.find_type(file.language, whole) == whole) return symbols_.intern(whole);
  }
  return name;
}

// --- types ---

Symbol Program::type_at(const ProgramFile& file, NodeId type) const {
  const Unit& unit = *file.unit;
  std::string_view code = unit.code(type);
  if (code.ends_with("[]") || code.starts_with("[]")) return {};
  NodeId word = name_in_type(unit, type);
  if (!word.valid()) return {};
  if (NameId known = unit.canonical(word); known.valid()) return symbol(file, known);
  if (unit.node(word).kind == Kind::Name && unit.node(word).text.valid()) {
    if (auto imported = file.imported_types.find(unit.node(word).text.index); imported != file.imported_types.end()) return imported->second;
    return symbol(file, unit.node(word).text);
  }
  return symbols_.intern(unit.node(word).kind == Kind::String ? std::string(unit.text(word)) : spelled(unit, word));
}

Symbol Program::declared_type(const ProgramFile& file, NodeId declaration) const {
  Kind kind = file.unit->node(declaration).kind;
  NodeId type = file.unit->child(declaration, kind == Kind::Function || kind == Kind::Lambda ? Role::ReturnType : Role::Type);
  if (!type.valid()) return {};
  std::string_view code = file.unit->code(type);
  std::string made;
  if (code.empty()) code = made = spelled(*file.unit, type);
  if (code == "var" || code == "auto" || code == "val" || code == "let" || code == "dynamic" || code == "object" || code == "Object" || code == "any" || code == "void") return {};
  return type_at(file, type);
}

std::vector<ClassId> Program::classes_named(std::string_view type, FileId from) const {
  std::string dotted = with_dots(type);
  auto known = classes_by_name_.find(last_part(dotted));
  if (known == classes_by_name_.end()) return {};
  const ProgramFile& file = files_[from.index];
  auto nearness = [&](ClassId id) -> std::size_t {
    const ProgramClass& candidate = classes_[id.index];
    bool is_plain = dotted.find('.') == std::string::npos;
    std::size_t common = common_parts(candidate.qualified, dotted);
    if (common == 0) common = common_parts(files_[candidate.file.index].path_module + "." + std::string(text(candidate.name)), dotted);
    if (common == 0 && is_import_path(type, file.language)) common = same_parts(candidate.qualified, dotted);
    if (common == 0 || (common == 1 && !is_plain && is_import_path(type, file.language))) return 0;
    bool is_near = candidate.file == from;
    bool is_neighbour = files_[candidate.file.index].module == file.module;
    bool is_same_language = files_[candidate.file.index].language == file.language;
    return (is_plain ? 0 : common * 8) + (is_near ? 4 : 0) + (is_neighbour ? 2 : 0) + (is_same_language ? 1 : 0) + 1;
  };
  std::size_t best = 0;
  std::vector<ClassId> found;
  for (ClassId id : known->second) {
    std::size_t near = nearness(id);
    if (near == 0 || near < best) continue;
    if (near > best) found.clear();
    best = near;
    found.push_back(id);
  }
  return found;
}

std::vector<ProgramFunctionId> Program::methods(ClassId in, Symbol name) const {
  std::vector<ClassId> open = {in};
  for (std::size_t i = 0; i < open.size() && i < 32; ++i) {
    const ProgramClass& at = classes_[open[i].index];
    if (auto found = at.methods.find(name.index); found != at.methods.end()) return found->second;
    for (ClassId parent : at.parent_classes)
      if (std::ranges::find(open, parent) == open.end()) open.push_back(parent);
  }
  return {};
}

std::vector<ProgramFunctionId> Program::methods_below(ClassId in, Symbol name, std::size_t most) const {
  std::vector<ProgramFunctionId> found = methods(in, name);
  std::vector<ClassId> open = {in};
  for (std::size_t i = 0; i < open.size() && i < 64; ++i)
    for (ClassId sub : classes_[open[i].index].subclasses) {
      if (std::ranges::find(open, sub) != open.end()) continue;
      open.push_back(sub);
      auto own = classes_[sub.index].methods.find(name.index);
      if (own == classes_[sub.index].methods.end()) continue;
      for (ProgramFunctionId each : own->second)
        if (found.size() < most && std::ranges::find(found, each) == found.end()) found.push_back(each);
    }
  return found;
}

std::vector<Symbol> Program::library_types(ClassId id) const {
  std::vector<Symbol> types;
  std::vector<ClassId> open = {id};
  for (std::size_t i = 0; i < open.size() && i < 32; ++i) {
    const ProgramClass& at = classes_[open[i].index];
    for (Symbol parent : at.parents)
      if (std::ranges::find(types, parent) == types.end()) types.push_back(parent);
    for (ClassId parent : at.parent_classes)
      if (std::ranges::find(open, parent) == open.end()) open.push_back(parent);
  }
  return types;
}

Symbol Program::field_type(ClassId id, Symbol field) const {
  std::vector<ClassId> open = {id};
  for (std::size_t i = 0; i < open.size() && i < 32; ++i) {
    const ProgramClass& at = classes_[open[i].index];
    if (auto known = at.field_types.find(field.index); known != at.field_types.end()) return known->second;
    for (ClassId parent : at.parent_classes)
      if (std::ranges::find(open, parent) == open.end()) open.push_back(parent);
  }
  return {};
}

bool Program::has_static_field(ClassId id, Symbol field) const {
  if (!static_names_.contains(field.index)) return false;
  std::vector<ClassId> open = {id};
  for (std::size_t i = 0; i < open.size() && i < 32; ++i) {
    if (classes_[open[i].index].static_fields.contains(field.index)) return true;
    for (ClassId parent : classes_[open[i].index].parent_classes)
      if (std::ranges::find(open, parent) == open.end()) open.push_back(parent);
  }
  return false;
}

bool Program::has_field(ClassId id, Symbol field) const {
  std::vector<ClassId> open = {id};
  for (std::size_t i = 0; i < open.size() && i < 32; ++i) {
    const ProgramClass& at = classes_[open[i].index];
    if (std::ranges::find(at.fields, field) != at.fields.end()) return true;
    for (ClassId parent : at.parent_classes)
      if (std::ranges::find(open, parent) == open.end()) open.push_back(parent);
  }
  return false;
}

// --- names of other files ---

// The files of a module, those whose names agree longest.
std::vector<FileId> Program::files_of_module(std::string_view module, FileId from, bool is_path) const {
  auto known = module.empty() ? files_by_last_part_.end() : files_by_last_part_.find(std::string(last_part(module)));
  if (known == files_by_last_part_.end()) return {};
  std::vector<FileId> best;
  std::size_t most = 0;
  for (FileId id : known->second) {
    const ProgramFile& other = files_[id.index];
    std::size_t near = std::max(common_parts(other.module, module), common_parts(other.path_module, module));
    if (near == 0 && is_path) near = same_parts(other.module, module);
    if (near == 0 || near < most || !are_one_language(other.language, files_[from.index].language)) continue;
    if (near > most) best.clear();
    most = near;
    best.push_back(id);
  }
  return best;
}

Program::Meaning Program::find(std::string_view qualified, FileId from, int depth) const {
  Meaning meaning;
  std::string dotted = with_dots(qualified);
  std::string_view member = last_part(dotted);
  std::string_view container = std::string_view(dotted).substr(0, dotted.size() - std::min(dotted.size(), member.size() + (member.size() < dotted.size() ? 1 : 0)));
  if (std::vector<ClassId> found = classes_named(dotted, from); !found.empty()) {
    meaning.of_class = found[0];
    return meaning;
  }
  const ProgramFile& file = files_[from.index];
  bool is_path = is_import_path(qualified, file.language);
  std::vector<FileId> modules = files_of_module(container, from, is_path);
  for (FileId other : modules)
    if (Meaning given = given_member(other, member, depth); given.is_known()) return given;
  Symbol name = symbols_.find(member);
  if (!container.empty() && name.valid())
    if (std::vector<ClassId> found = classes_named(container, from); !found.empty()) {
      meaning.functions = methods(found[0], name);
      if (!meaning.functions.empty()) return meaning;
    }
  // A function of a module; one without a module is of this file, of its package, or, where names are for all, anywhere.
  if (auto known = functions_by_name_.find(member); known != functions_by_name_.end()) {
    std::size_t best = 0;
    for (ProgramFunctionId id : known->second) {
      const ProgramFile& other = files_[functions_[id.index].file.index];
      std::size_t near = 0;
      if (container.empty()) {
        bool is_for_all = file.language == Language::Php || file.language == Language::C || file.language == Language::Cpp || file.language == Language::Ruby;
        near = &other == &file ? 3 : other.module == file.module && file.language == Language::Go ? 2 : is_for_all && other.language == file.language ? 1 : 0;
      } else {
        near = std::max(common_parts(other.module, container), common_parts(other.path_module, container));
        if (near == 0 && is_path) near = same_parts(other.module, container);
      }
      bool is_nested = files_[functions_[id.index].file.index].graph->functions[functions_[id.index].local.index].outer.index != 0;
      if (near == 0 || near < best || (is_nested && &other != &file)) continue;
      if (near > best) meaning.functions.clear();
      best = near;
      meaning.functions.push_back(id);
    }
    if (!meaning.functions.empty()) return meaning;
  }
  for (FileId other : modules) {
    const Graph& graph = *files_[other.index].graph;
    NameId local = graph.names.find(member);
    for (std::uint32_t i = 0; local.valid() && i < graph.variables.size(); ++i)
      if (graph.variables[i].name == local && graph.variables[i].owner == FunctionId{0}) {
        meaning.file = other;
        meaning.variable = {i};
        return meaning;
      }
  }
  if (container.empty())
    if (auto known = shared_variables_.find(member); known != shared_variables_.end()) {
      const std::pair<FileId, VariableId>* best = nullptr;
      for (const auto& candidate : known->second) {
        const ProgramFile& other = files_[candidate.first.index];
        bool is_seen = other.language == Language::Go ? other.module == file.module : true;
        if (!best && is_seen && other.language == file.language) best = &candidate;
      }
      if (best) {
        meaning.file = best->first;
        meaning.variable = best->second;
        return meaning;
      }
    }
  if (std::vector<FileId> module = files_of_module(dotted, from, is_path); !module.empty()) meaning.file = module[0];
  return meaning;
}

void Program::set_options(const std::map<std::uint16_t, TaintOptions>& options) {
  for (const auto& [rule, wanted] : options) {
    if (wanted.safe_functions) safe_functions_.push_back(rule);
    if (wanted.safe_indexes) safe_indexes_.push_back(rule);
  }
}

// --- sources of patterns ---

const EndpointMatch& Program::match_of(Atom atom) const {
  const ProgramFunction& where = functions_[atom.function().index];
  const RulePoints& points = files_[where.file.index].points;
  return points.match(points.at(where.local, atom.step())[atom.point()]);
}

bool Program::has_labels(std::uint16_t rule, const LabelExpression& needs, std::span<const Taint> taints) const {
  return needs.holds([&](std::string_view label) {
    return std::ranges::any_of(taints, [&](const Taint& taint) {
      if (!taint.atom.is_point()) return false;
      const EndpointMatch& match = match_of(taint.atom);
      std::string_view own = match.endpoint->label.empty() ? std::string_view("__SOURCE__") : std::string_view(match.endpoint->label);
      return match.rule == rule && own == label;
    });
  });
}

// --- settings ---

void Program::add_settings(std::string_view path, std::string_view text) {
  constexpr std::size_t kMostSettings = 10000;
  auto& entries = settings_[std::string(file_name_of(path))];
  for (std::string_view line : split(text, '\n')) {
    line = trim(line);
    std::size_t equals = line.find_first_of("=:");
    if (line.empty() || line[0] == '#' || line[0] == '!' || line[0] == ';' || line[0] == '[' || equals == std::string_view::npos) continue;
    if (entries.size() < kMostSettings) entries.insert_or_assign(std::string(trim(line.substr(0, equals))), std::string(trim(line.substr(equals + 1))));
  }
}

const std::unordered_map<std::string, std::string>* Program::settings(std::string_view file_name) const {
  auto known = settings_.find(std::string(file_name_of(file_name)));
  return known == settings_.end() ? nullptr : &known->second;
}

}  // namespace sluice::flow
