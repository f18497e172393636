#include "analyzers/flow/engine/program.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace sluice::flow {
namespace {

std::string_view file_name_of(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

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

// FNV-1a: any hash that is the same on all machines.
std::uint32_t place_of_path(std::string_view path, std::uint32_t part) {
  std::uint32_t hash = 2166136261u + part;
  for (unsigned char c : path) hash = (hash ^ c) * 16777619u;
  return hash;
}

bool are_one_language(Language a, Language b) {
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

FileId Program::add_file(FileHeader header, std::optional<ProgramBody> body) {
  FileId id{file_count()};
  ProgramFile& file = files_.emplace_back();
  file.header = std::move(header);
  file.language = file.header.language;
  file.first_function = function_count();
  file.place = place_of_path(file.header.path, file.header.part);
  if (body) static_cast<ProgramBody&>(file) = *std::move(body);
  has_pattern_rules_ |= file.header.has_points;
  for (std::uint32_t i = 0; i < file.header.functions.size(); ++i) functions_.push_back({id, {i}, {}});
  return id;
}

void Program::load(FileId id) const {
  std::lock_guard lock(load_mutexes_[id.index % load_mutexes_.size()]);
  if (has_body(id)) return;
  static_cast<ProgramBody&>(files_[id.index]) = loader_(id);
  is_loaded_[id.index].store(true, std::memory_order_release);
}

const Function& Program::graph_function(ProgramFunctionId id) const {
  const ProgramFunction& function = functions_[id.index];
  return file(function.file).graph->functions[function.local.index];
}

Symbol Program::symbol(const ProgramFile& file, NameId name) const {
  if (!name.valid()) return {};
  std::atomic<std::uint32_t>& slot = file.symbols[name.index];
  std::uint32_t known = slot.load(std::memory_order_relaxed);
  if (known == Symbol::kNone) {
    slot.store(known = symbols_.intern(spelled(file.language, file.graph->names.text(name))).index, std::memory_order_relaxed);
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
  is_loaded_ = std::make_unique<std::atomic<bool>[]>(files_.size());
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    is_loaded_[i].store(files_[i].graph != nullptr, std::memory_order_relaxed);
    add_classes({i});
    add_names({i});
  }
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    add_functions({i});
    if (files_[i].header.is_template) add_template({i});
  }
  connect_classes();
  connect_parts();
  connect_interfaces();
  infer_field_types();
}

void Program::add_classes(FileId id) {
  ProgramFile& file = files_[id.index];
  first_class_.push_back(static_cast<std::uint32_t>(classes_.size()));
  for (const ClassHeader& header : file.header.classes) {
    ClassId class_id{static_cast<std::uint32_t>(classes_.size())};
    ProgramClass made;
    made.file = id;
    made.body = global(id, {header.function});
    if (!header.name.empty()) made.name = symbol(header.name);
    made.qualified = header.qualified;
    for (const std::string& parent : header.parents) made.parents.push_back(symbol(parent));
    for (const std::string& field : header.fields) made.fields.push_back(symbol(field));
    for (const auto& [field, type] : header.field_types) made.field_types.emplace(symbol(field).index, symbol(type));
    for (const std::string& field : header.static_fields) made.static_fields.insert(symbol(field).index);
    static_names_.insert(made.static_fields.begin(), made.static_fields.end());
    file.classes.emplace(header.node, class_id);
    if (made.name.valid()) classes_by_name_[text(made.name)].push_back(class_id);
    classes_.push_back(std::move(made));
  }
}

// Modules, variables and fields.
void Program::add_names(FileId id) {
  const FileHeader& header = files_[id.index].header;
  for (std::string_view module : {std::string_view(header.module), std::string_view(header.path_module)}) {
    std::vector<FileId>& list = files_by_last_part_[std::string(last_part(module))];
    if (list.empty() || list.back() != id) list.push_back(id);
  }
  for (const VariableHeader& variable : header.variables)
    if (variable.is_shared) shared_variables_[variable.name].emplace_back(id, VariableId{variable.variable});
  for (const std::string& field : header.written_fields) written_.insert(symbol(field).index);
  for (const std::string& name : header.called_names) called_.insert(symbol(name).index);
}

void Program::add_functions(FileId id) {
  const FileHeader& header = files_[id.index].header;
  for (std::uint32_t f = 0; f < header.functions.size(); ++f) {
    const FunctionHeader& function = header.functions[f];
    if (!function.is_function) continue;
    ProgramFunctionId global_id = global(id, {f});
    const bool has_property = !function.property.empty();
    ClassId owner;
    if (function.owner_class != FunctionHeader::kNone) {
      owner = files_[id.index].classes.at(header.classes[function.owner_class].node);
    } else if (!function.receiver_type.empty()) {
      std::vector<ClassId> found = classes_seen_from(function.space, function.receiver_type, id);
      if (!found.empty()) owner = found[0];
    }
    functions_[global_id.index].owner = owner;
    if (function.is_added) added_methods_[symbol(function.name).index].push_back(global_id);
    if (owner.valid()) {
      classes_[owner.index].methods[symbol(spelled(header.language, has_property ? function.property : function.name)).index].push_back(global_id);
    } else {
      bool is_plain_property = has_property && !function.is_method;
      functions_by_name_[text(symbol(spelled(header.language, is_plain_property ? function.property : function.name)))].push_back(global_id);
    }
  }
}

// The functions that a template's code is read as have these names (analyzers/templates/template_code.h).
void Program::add_template(FileId id) {
  const FileHeader& header = files_[id.index].header;
  TemplateIndex::Page page{header.path, {}, {}};
  for (std::uint32_t f = 1; f < header.functions.size(); ++f) {
    const std::string& name = header.functions[f].name;
    if (name == "sluice_page" && !page.code.valid()) page.code = global(id, {f});
    if (name == "sluice_plain_page" && !page.plain.valid()) page.plain = global(id, {f});
  }
  if (page.code.valid()) templates_.add(std::move(page));
}

// In Go a type that has the methods of an interface is one, without saying so.
void Program::connect_interfaces() {
  constexpr std::size_t kMostImplementations = 8;
  for (std::uint32_t i = 0; i < classes_.size(); ++i) {
    const ClassHeader& header = class_header({i});
    if (header.interface_methods.empty()) continue;
    std::vector<Symbol> wanted;
    for (const std::string& name : header.interface_methods) wanted.push_back(symbol(name));
    for (std::uint32_t other = 0; other < classes_.size() && classes_[i].subclasses.size() < kMostImplementations; ++other) {
      bool has_all = other != i && files_[classes_[other].file.index].language == Language::Go &&
                     std::ranges::all_of(wanted, [&](Symbol name) { return !methods({other}, name).empty(); });
      if (has_all) classes_[i].subclasses.push_back({other});
    }
  }
}

// `const Base = require('./base')`: the class may have any name there.
std::vector<ClassId> Program::imported_parents(ClassId of) const {
  std::vector<ClassId> found;
  for (const ImportedName& parent : class_header(of).imported_parents)
    if (Meaning meaning = meaning_of(parent, classes_[of.index].file); meaning.of_class.valid()) found.push_back(meaning.of_class);
  return found;
}

void Program::connect_classes() {
  for (std::uint32_t i = 0; i < classes_.size(); ++i)
    for (std::size_t number = 0; number < classes_[i].parents.size(); ++number) {
      Symbol& parent = classes_[i].parents[number];
      std::vector<ClassId> found = classes_seen_from(class_header({i}).space, text(parent), classes_[i].file);
      std::erase(found, ClassId{i});
      if (found.empty()) found = imported_parents({i});
      if (found.empty()) {
        parent = symbol(class_header({i}).library_parents[number]);
        continue;
      }
      classes_[i].parent_classes.push_back(found[0]);
      classes_[found[0].index].subclasses.push_back({i});
    }
}

// A class of Ruby that is opened again, a `partial` one of C#: each part has what the others have.
void Program::connect_parts() {
  constexpr std::size_t kMostParts = 8;  // beyond, they are namesakes
  std::map<std::string, std::vector<ClassId>> parts;
  for (std::uint32_t i = 0; i < classes_.size(); ++i) {
    const ProgramFile& file = files_[classes_[i].file.index];
    if (file.language != Language::Ruby && file.language != Language::CSharp) continue;
    std::string_view name = classes_[i].qualified;
    // In Ruby a file is no namespace.
    const std::string& module = file.header.module;
    if (file.language == Language::Ruby && name.starts_with(module) && name.size() > module.size()) name.remove_prefix(module.size() + 1);
    parts[std::string(file.language == Language::Ruby ? "ruby " : "csharp ") + std::string(name)].push_back({i});
  }
  for (const auto& [name, classes] : parts)
    for (std::size_t i = 0; classes.size() > 1 && classes.size() <= kMostParts && i < classes.size(); ++i)
      for (ClassId other : classes)
        if (other != classes[i]) classes_[classes[i].index].parent_classes.push_back(other);
}

// --- types ---

Symbol Program::type_at(const ProgramFile& file, NodeId type) const {
  std::string text = type_text(file, type);
  return text.empty() ? Symbol{} : symbol(text);
}

Symbol Program::declared_type(const ProgramFile& file, NodeId declaration) const {
  std::string text = declared_type_text(file, declaration);
  return text.empty() ? Symbol{} : symbol(text);
}

std::vector<ClassId> Program::classes_seen_from(std::string_view space, std::string_view type, FileId from) const {
  while (!space.empty()) {
    if (std::vector<ClassId> found = classes_named(std::string(space) + "." + std::string(type), from); !found.empty()) return found;
    const std::size_t dot = space.find_last_of('.');
    space = space.substr(0, dot == std::string_view::npos ? 0 : dot);
  }
  return classes_named(type, from);
}

// `void a::b::f() {}` is of a namespace where there is no such class.
std::string Program::space_of(ProgramFunctionId id) const {
  const FunctionHeader& header = header_of(id);
  const bool is_outside = header.receiver_type.empty() || functions_[id.index].owner.valid();
  if (is_outside) return header.space;
  return header.space + (header.space.empty() ? "" : ".") + header.receiver_type;
}

const VariableHeader& Program::variable_header(FileId file, VariableId variable) const {
  return *std::ranges::find(header(file).variables, variable.index, &VariableHeader::variable);
}

// Of a name without one: those of namespaces that the file is in come first, then those of none.
int Program::nearness_of_space(std::string_view space, FileId from) const {
  const FileHeader& header = files_[from.index].header;
  if (header.language != Language::Cpp) return 0;
  if (space.empty()) return 1;
  return std::ranges::binary_search(header.spaces, space) ? 2 : 0;
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
    if (common == 0) common = common_parts(files_[candidate.file.index].header.path_module + "." + std::string(text(candidate.name)), dotted);
    if (common == 0 && is_import_path(type, file.language)) common = same_parts(candidate.qualified, dotted);
    if (common == 0 || (common == 1 && !is_plain && is_import_path(type, file.language))) return 0;
    bool is_near = candidate.file == from;
    bool is_neighbour = files_[candidate.file.index].header.module == file.header.module;
    bool is_same_language = files_[candidate.file.index].language == file.language;
    const std::size_t space = is_plain ? static_cast<std::size_t>(nearness_of_space(class_header(id).space, from)) : 0;
    return (is_plain ? space * 4 : common * 8) + (is_near ? 4 : 0) + (is_neighbour ? 2 : 0) + (is_same_language ? 1 : 0) + 1;
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
    std::size_t near = std::max(common_parts(other.header.module, module), common_parts(other.header.path_module, module));
    if (near == 0 && is_path) near = same_parts(other.header.module, module);
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
      const bool is_c = other.language == Language::C || other.language == Language::Cpp;
      if (is_c && &other != &file && header_of(id).is_hidden) continue;  // `static`
      if (container.empty()) {
        bool is_for_all = file.language == Language::Php || file.language == Language::C || file.language == Language::Cpp || file.language == Language::Ruby;
        near = &other == &file ? 3 : other.header.module == file.header.module && file.language == Language::Go ? 2 : is_for_all && other.language == file.language ? 1 : 0;
        if (near > 0) near += 4 * static_cast<std::size_t>(nearness_of_space(space_of(id), from));
      } else {
        near = std::max(common_parts(other.header.module, container), common_parts(other.header.path_module, container));
        if (near == 0 && is_path) near = same_parts(other.header.module, container);
        const bool has_spaces = other.language == Language::Cpp || (&other == &file && !space_of(id).empty());
        if (near == 0 && has_spaces) near = common_parts(space_of(id), container);
      }
      bool is_nested = header_of(id).outer != 0;
      if (near == 0 || near < best || (is_nested && &other != &file)) continue;
      if (near > best) meaning.functions.clear();
      best = near;
      meaning.functions.push_back(id);
    }
    if (!meaning.functions.empty()) return meaning;
  }
  for (FileId other : modules)
    for (const VariableHeader& variable : files_[other.index].header.variables)
      if (variable.name == member) {
        meaning.file = other;
        meaning.variable = {variable.variable};
        return meaning;
      }
  if (container.empty() || file.language == Language::Cpp)
    if (auto known = shared_variables_.find(member); known != shared_variables_.end()) {
      const std::pair<FileId, VariableId>* best = nullptr;
      std::size_t best_near = 0;
      for (const auto& candidate : known->second) {
        const ProgramFile& other = files_[candidate.first.index];
        bool is_seen = other.language == Language::Go ? other.header.module == file.header.module : true;
        const std::string& space = variable_header(candidate.first, candidate.second).space;
        const std::size_t near = container.empty() ? 1 + static_cast<std::size_t>(nearness_of_space(space, from)) : common_parts(space, container);
        if (near <= best_near || !is_seen || other.language != file.language) continue;
        best = &candidate;
        best_near = near;
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
