#include "analyzers/flow/engine/file_header.h"

#include <algorithm>

#include "analyzers/flow/engine/entry_points.h"
#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

// `src/helpers/utils.py` is `src.helpers.utils`; what stands for its folder has the folder's name.
std::string module_of_path(std::string_view path) {
  std::size_t ending = path.find_last_of('.');
  if (ending != std::string_view::npos && ending > path.find_last_of('/') + 1) path = path.substr(0, ending);
  for (std::string_view stem : {"/__init__", "/index"})
    if (path.ends_with(stem)) path.remove_suffix(stem.size());
  return with_dots(path);
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

// A name as it is written; of code that stands in no file (a template's) as its words say.
std::string written(const Unit& unit, NodeId node, int depth = 0) {
  constexpr int kDeepest = 8;
  if (std::string_view code = unit.code(node); !code.empty() || depth >= kDeepest) return std::string(code);
  if (unit.node(node).text.valid()) return std::string(unit.text(node));
  std::string out;
  for (NodeId part : unit.children(node)) {
    std::string word = written(unit, part, depth + 1);
    if (!word.empty()) out += (out.empty() ? "" : ".") + word;
  }
  return out;
}

ModelWords words_of(const Models& models, Language language, const std::vector<FlowRule>& rules) {
  Harms harms = 0;
  std::uint32_t origins = 0;
  for (const FlowRule& rule : rules) {
    if (std::ranges::find(rule.languages, language) == rule.languages.end()) continue;
    harms |= rule.harms;
    origins |= rule.origins;
  }
  ModelWords words;
  if (harms == 0 && origins == 0) return words;
  for (const Model& model : models.all(language)) {
    bool is_source = std::ranges::any_of(model.effects.sources, [&](const ModelSource& source) { return (origins >> static_cast<unsigned>(source.origin) & 1) != 0; });
    bool is_sink = std::ranges::any_of(model.effects.sinks, [&](const ModelSink& sink) { return (harms & one(sink.harm)) != 0 && sink.values.empty() && sink.at.base != SlotBase::Call; });
    bool is_by_value = std::ranges::any_of(model.effects.sinks, [&](const ModelSink& sink) { return (harms & one(sink.harm)) != 0 && (!sink.values.empty() || sink.at.base == SlotBase::Call); });
    bool is_renderer = !model.effects.renders.empty();
    if (!is_source && !is_sink && !is_by_value && !is_renderer) continue;
    std::string_view name = model.member;
    if (is_renderer) words.renderers.insert(name);
    if (name == "new" || name == "()") name = model.type.substr(model.type.find_last_of("./\\:") + 1);
    bool is_element = name.starts_with("[");
    words.elements_are_sinks |= is_element && is_sink;
    words.elements_are_sources |= is_element && is_source;
    words.numbers_are_sinks |= is_sink && model.type == "number";
    if (is_source) words.sources.insert(name);
    if (is_sink) words.sinks.insert(name);
    if (is_by_value) words.sinks_by_value.insert(name);
  }
  return words;
}

void sort_unique(std::vector<std::string>& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Reads one file.
class Reading {
 public:
  Reading(const ProgramBody& body, const Models& models, const ModelWords& words)
      : body_(body), unit_(*body.unit), graph_(*body.graph), language_(body.unit->language()), models_(models), words_(words) {}

  FileHeader run(const std::string& path, std::uint32_t part) {
    header_.path = path;
    header_.part = part;
    header_.language = language_;
    header_.is_template = body_.is_template;
    header_.has_points = !body_.points.empty();
    name_module();
    for (std::uint32_t f = 1; f < graph_.functions.size(); ++f) add_class(f);
    for (std::uint32_t f = 0; f < graph_.functions.size(); ++f) {
      header_.functions.push_back(function(f));
      header_.facts.push_back(facts(graph_.functions[f], f));
    }
    add_other_names();
    header_.given = given_names(body_, header_.path);
    if (language_ == Language::Cpp) add_spaces();
    add_variables();
    add_written_fields();
    add_called_names();
    return std::move(header_);
  }

 private:
  std::string_view text(NameId name) const { return name.valid() ? graph_.names.text(name) : std::string_view(); }
  std::string symbol(NameId name) const { return std::string(spelled(language_, text(name))); }

  void name_module() {
    header_.path_module = header_.module = module_of_path(header_.path);
    for (NodeId child : unit_.children(unit_.root()))
      if (unit_.node(child).kind == Kind::Package && language_ != Language::Go)
        if (NodeId name = unit_.child(child, Role::Name); name.valid()) {
          header_.module = with_dots(unit_.code(name));
          break;
        }
    // A package of Go is its folder.
    const std::size_t slash = header_.path.find_last_of('/');
    if (language_ == Language::Go) header_.module = header_.path_module = with_dots(std::string_view(header_.path).substr(0, slash == std::string::npos ? 0 : slash));
  }

  // --- namespaces of C++ ---

  // What stands there is every file's that includes it.
  bool is_header() const {
    std::string_view ending = std::string_view(header_.path).substr(std::min(header_.path.size(), header_.path.find_last_of('.')));
    return ending.starts_with(".h") || ending.starts_with(".H") || ending == ".inl" || ending == ".ipp" || ending == ".tcc" || ending == ".inc";
  }

  // Those around a node, with dots.
  std::string space_of(NodeId node) const {
    std::string space;
    if (language_ != Language::Cpp && language_ != Language::Ts && language_ != Language::Tsx) return space;
    for (NodeId at = unit_.parent(node); at.valid(); at = unit_.parent(at)) {
      if (unit_.node(at).kind != Kind::Package) continue;
      NodeId name = unit_.child(at, Role::Name);
      if (name.valid()) space = with_dots(unit_.code(name)) + (space.empty() ? "" : ".") + space;
    }
    return space;
  }

  // Opened here, with those around them, and `using namespace`.
  void add_spaces() {
    constexpr std::size_t kMostSpaces = 100;
    for (NodeId node{0}; node.index < unit_.size() && header_.spaces.size() < kMostSpaces; ++node.index) {
      if (unit_.node(node).kind == Kind::Package) {
        NodeId body = unit_.child(node, Role::Body);
        for (std::string space = body.valid() ? space_of(body) : std::string(); !space.empty(); space.resize(space.find_last_of('.') == std::string::npos ? 0 : space.find_last_of('.'))) header_.spaces.push_back(space);
      }
      NodeId module = unit_.node(node).kind == Kind::Import ? unit_.child(node, Role::Module) : NodeId{};
      if (module.valid() && unit_.code(node).find("namespace") != std::string_view::npos && !unit_.child(node, Role::Alias).valid()) header_.spaces.push_back(with_dots(unit_.code(module)));
    }
    sort_unique(header_.spaces);
  }

  // --- classes ---

  void add_class(std::uint32_t number) {
    const Function& function = graph_.functions[number];
    Kind kind = unit_.node(function.node).kind;
    if (kind != Kind::Class && kind != Kind::New && kind != Kind::VarDef) return;
    ClassHeader made;
    made.function = number;
    made.node = function.node.index;
    made.name = symbol(function.name);
    made.space = space_of(function.node);
    std::string own_name = with_dots(function.qualified_name);
    // `typedef struct { ... } order;`
    NodeId around = unit_.parent(function.node);
    const bool is_c = language_ == Language::C || language_ == Language::Cpp;
    NodeId given = is_c && made.name.empty() && around.valid() && unit_.node(around).kind == Kind::Other ? unit_.child(around, Role::Name) : NodeId{};
    if (given.valid() && unit_.node(given).kind == Kind::Name && unit_.node(given).text.valid()) made.name = own_name = unit_.text(given);
    made.is_union = is_c && unit_.node(function.node).text.valid() && unit_.text(function.node) == "union";
    for (const std::string* before : {&made.space, &header_.module})
      if (!before->empty()) own_name.insert(0, *before + ".");
    made.qualified = std::move(own_name);
    NodeId type = kind == Kind::New ? unit_.child(function.node, Role::Type) : NodeId{};
    if (type.valid()) add_parent(made, type);
    for (NodeId child : unit_.children(function.node)) {
      if (unit_.node(child).role != Role::Parent) continue;
      add_parent(made, child);
      // `const Base = require('./base')`: the class may have any name there.
      if (unit_.node(child).kind != Kind::Name) continue;
      if (ImportedName name = imported_name(unit_, header_.path, unit_.declaration(child)); !name.name.empty()) made.imported_parents.push_back(std::move(name));
    }
    NodeId body = unit_.child(function.node, Role::Body);
    if (body.valid())
      for (NodeId member : unit_.children(body))
        if (NodeId field = field_definition(member); field.valid()) add_field(made, field);
    add_mixed_in(made, function);
    // In Python what the class's own code sets belongs to the class.
    if (language_ == Language::Python)
      for (const Step& step : function.steps)
        if (step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first + 1].index].op != Op::Closure) made.static_fields.push_back(symbol(step.name));
    sort_unique(made.static_fields);
    bool is_interface = language_ == Language::Go && body.valid() && unit_.node(function.node).text.valid() && unit_.text(function.node) == "interface";
    if (is_interface)
      for (NodeId member : unit_.children(body))
        if (NodeId name = unit_.node(member).kind == Kind::Function ? unit_.child(member, Role::Name) : NodeId{}; name.valid() && unit_.node(name).text.valid())
          made.interface_methods.emplace_back(unit_.text(name));
    class_of_node_.emplace(made.node, static_cast<std::uint32_t>(header_.classes.size()));
    header_.classes.push_back(std::move(made));
  }

  // `name: str` of Python is an expression that stands for itself.
  NodeId field_definition(NodeId member) const {
    if (unit_.node(member).kind == Kind::ExprStmt && language_ == Language::Python) member = unit_.first_child(member);
    return member.valid() && unit_.node(member).kind == Kind::VarDef ? member : NodeId{};
  }

  void add_parent(ClassHeader& made, NodeId type) const {
    std::string parent = type_text(body_, type);
    if (parent.empty()) return;
    made.library_parents.push_back(library_type(parent));
    made.parents.push_back(std::move(parent));
  }

  // `Controller` of a file that is `using Microsoft.AspNetCore.Mvc`: several libraries have a class of that name.
  std::string library_type(const std::string& name) const {
    bool is_open = language_ == Language::CSharp && name.find('.') == std::string::npos && models_.find_type(language_, name).empty();
    if (!is_open) return name;
    for (std::string_view module : open_namespaces(unit_)) {
      std::string whole = std::string(module) + "." + name;
      if (models_.find_type(language_, whole) == whole) return whole;
    }
    return name;
  }

  void add_field(ClassHeader& made, NodeId member) const {
    NodeId name = unit_.child(member, Role::Name);
    std::string_view word = name.valid() && unit_.node(name).text.valid() ? unit_.text(name) : std::string_view();
    if (word.starts_with('$')) word.remove_prefix(1);
    bool is_static = false;
    for (NodeId part : unit_.children(member)) is_static |= unit_.node(part).kind == Kind::Modifier && unit_.node(part).text.valid() && unit_.text(part) == "static";
    std::string declared = declared_type_text(body_, member);
    // A structure of Go that stands in this one lends it its fields and methods.
    bool is_embedded = language_ == Language::Go && !name.valid() && !declared.empty();
    if (is_embedded) made.parents.emplace_back(declared), made.library_parents.emplace_back(declared), made.fields.emplace_back(last_part(declared));
    if (word.empty()) return;
    if (is_static) made.static_fields.emplace_back(word);
    made.fields.emplace_back(word);
    if (!declared.empty()) made.field_types.emplace_back(word, declared);
  }

  // `include Module` of Ruby, `use Trait` of PHP: as if it stood above.
  void add_mixed_in(ClassHeader& made, const Function& function) const {
    if (language_ == Language::Php) return add_traits(made, unit_.child(function.node, Role::Body));
    if (language_ != Language::Ruby) return;
    for (const Call& call : function.calls) {
      std::string_view word = text(call.name);
      if (call.receiver.valid() || (word != "include" && word != "extend" && word != "prepend")) continue;
      for (const Argument& argument : call.arguments)
        if (NodeId module = function.steps[argument.value.index].node; module.valid()) add_parent(made, module);
    }
  }

  void add_traits(ClassHeader& made, NodeId body) const {
    if (!body.valid()) return;
    for (NodeId member : unit_.children(body)) {
      if (unit_.node(member).kind != Kind::Other || !unit_.code(member).starts_with("use ")) continue;
      for (NodeId trait : unit_.children(member))
        if (unit_.node(trait).kind == Kind::Name || unit_.node(trait).kind == Kind::Member) add_parent(made, trait);
    }
  }

  // --- functions ---

  FunctionHeader function(std::uint32_t number) {
    const Function& function = graph_.functions[number];
    FunctionHeader made;
    made.name = text(function.name);
    made.property = text(function.property);
    if (function.outer.valid()) made.outer = function.outer.index;
    Kind kind = unit_.node(function.node).kind;
    made.is_lambda = kind == Kind::Lambda;
    made.is_constructor = function.is_constructor;
    made.has_body = function.has_body;
    made.is_method = function.owner_class.valid();
    made.is_function = number > 0 && function.name.valid() && kind == Kind::Function && function.has_body;
    made.is_added = made.is_function && language_ == Language::CSharp && function.is_static && !function.parameters.empty() && function.parameters[0].node.valid() &&
                    unit_.code(function.parameters[0].node).starts_with("this ");
    if (made.is_method) {
      if (auto known = class_of_node_.find(function.owner_class.index); known != class_of_node_.end()) made.owner_class = known->second;
    } else if (made.is_function) {
      made.receiver_type = receiver_type(function);
    }
    made.space = space_of(function.node);
    const bool is_of_file = made.is_function && function.is_static && !made.is_method && !is_header();
    made.is_hidden = is_hidden(unit_, function.node) || (is_of_file && (language_ == Language::C || language_ == Language::Cpp));
    if (function.is_constructor || class_of_node_.contains(function.node.index)) made.own_fields = own_field_values(body_, function, models_);
    if (function.has_body && (function.name.valid() || !function.parameters.empty())) made.entries = annotated_entries(*body_.graph, function, models_);
    return made;
  }

  // Go's receiver; `void A::f()` of C++.
  std::string receiver_type(const Function& function) const {
    NodeId object = unit_.child(function.node, Role::Object), word = unit_.child(function.node, Role::Name);
    NodeId type = object.valid() ? unit_.child(object, Role::Type) : NodeId{};
    if (type.valid()) return type_text(body_, type);
    NodeId container = word.valid() && unit_.node(word).kind == Kind::Member ? unit_.child(word, Role::Object) : NodeId{};
    return container.valid() ? with_dots(unit_.code(container)) : std::string();
  }

  FunctionFacts facts(const Function& function, std::uint32_t number) const {
    FunctionFacts facts;
    facts.ends = body_.points.ends_in({number});
    auto note = [&](std::string_view name) {
      facts.has_source |= words_.sources.contains(name);
      facts.has_sink |= words_.sinks.contains(name);
      facts.has_sink_by_value |= words_.sinks_by_value.contains(name);
    };
    // PHP: what a variable names is called or made. Every second function of a framework does that; asked are those
    // that read what a stranger says themselves.
    bool calls_chosen = false;
    for (const Call& call : function.calls) {
      calls_chosen |= language_ == Language::Php && (!call.name.valid() || text(call.name).starts_with('$'));
      if (!call.name.valid()) continue;
      note(text(call.name));
      facts.calls.emplace_back(text(call.name));
      facts.renders |= words_.renderers.contains(text(call.name));
    }
    sort_unique(facts.calls);
    for (const Step& step : function.steps) {
      if (step.op == Op::Field || step.op == Op::SetField) note(graph_.names.text(step.name));
      facts.has_source |= step.op == Op::Element && words_.elements_are_sources;
      facts.has_sink |= step.op == Op::SetElement && words_.elements_are_sinks;
      const bool uses_numbers = step.op == Op::Binary || step.op == Op::Unary || step.op == Op::Convert || step.op == Op::Element || step.op == Op::SetElement;
      facts.has_sink |= uses_numbers && words_.numbers_are_sinks;
      bool is_variable = step.op == Op::Load || step.op == Op::Store;
      facts.shares |= step.op == Op::SetField || (is_variable && body_.variables[step.variable.index] == kWrittenElsewhere);
      if (step.op == Op::Field) facts.mentions.emplace_back(graph_.names.text(step.name));
      bool names_functions = language_ == Language::Php || language_ == Language::Ruby;
      if (step.op == Op::Constant && names_functions && step.node.valid() && unit_.node(step.node).text.valid()) facts.mentions.emplace_back(unit_.text(step.node));
      if (const std::string_view file = language_ == Language::Php ? included_file(step) : std::string_view(); !file.empty()) facts.mentions.emplace_back(file);
      // What is there without an import may be a source by itself (`$_GET`).
      if (step.op != Op::Load) continue;
      const Variable& variable = graph_.variables[step.variable.index];
      bool is_function = !variable.owner.valid() || variable.owner == FunctionId{0} || body_.functions_of_variables[step.variable.index].valid();
      if (is_function && variable.name.valid()) facts.mentions.emplace_back(text(variable.name));
      if (!variable.owner.valid() && variable.name.valid()) note(text(variable.name));
    }
    if (calls_chosen && facts.has_source) note("$()"), note("new $");
    sort_unique(facts.mentions);
    return facts;
  }

  // PHP: `__DIR__ . '/parts/page.php'` names page.php.
  std::string_view included_file(const Step& step) const {
    if (step.op != Op::Constant || !step.node.valid() || !unit_.node(step.node).text.valid()) return {};
    const std::string_view text = unit_.text(step.node);
    const std::size_t slash = text.find_last_of('/');
    return slash != std::string_view::npos && text.ends_with(".php") ? text.substr(slash + 1) : std::string_view();
  }

  // The names that functions without one, or with another, are put under: `exports.write = function () {}`.
  void add_other_names() {
    for (std::uint32_t f = 0; f < graph_.functions.size(); ++f) {
      const Function& function = graph_.functions[f];
      auto note = [&](ValueId value, std::string_view name) {
        if (!value.valid() || name.empty()) return;
        const Step& step = function.steps[value.index];
        if (step.op != Op::Closure || graph_.functions[step.number].name.valid()) return;
        header_.facts[f].other_names.emplace_back(step.number, name);
      };
      for (const Step& step : function.steps) {
        if (step.op == Op::Store && step.count == 1 && graph_.variables[step.variable.index].name.valid()) note(function.operands[step.first], text(graph_.variables[step.variable.index].name));
        if (step.op == Op::SetField && step.count == 2) note(function.operands[step.first + 1], text(step.name));
        for (std::uint32_t i = 0; step.op == Op::Map && i + 1 < step.count; i += 2) {
          ValueId key = function.operands[step.first + i];
          NodeId word = key.valid() ? function.steps[key.index].node : NodeId{};
          if (word.valid() && unit_.node(word).text.valid()) note(function.operands[step.first + i + 1], unit_.text(word));
        }
      }
    }
  }

  // --- the file's own ---

  void add_variables() {
    bool shares_variables = language_ == Language::Php || language_ == Language::C || language_ == Language::Cpp || language_ == Language::Go;
    for (std::uint32_t i = 0; i < graph_.variables.size(); ++i) {
      const Variable& variable = graph_.variables[i];
      if (variable.owner != FunctionId{0} || !variable.name.valid()) continue;
      NodeId around = shares_variables && variable.declaration.valid() ? unit_.parent(variable.declaration) : NodeId{};
      bool is_data = around.valid() && unit_.node(around).kind == Kind::VarDef && !unit_.code(around).starts_with("extern");
      // Of PHP constants are.
      if (is_data && language_ == Language::Php) is_data = unit_.code(around).find('$') == std::string_view::npos;
      header_.variables.push_back({std::string(text(variable.name)), is_data ? space_of(around) : std::string(), i, is_data && !variable.is_temporary});
    }
  }

  void add_written_fields() {
    for (const Function& function : graph_.functions) {
      if (function.is_constructor || class_of_node_.contains(function.node.index)) continue;
      for (const Step& step : function.steps)
        if (step.op == Op::SetField) header_.written_fields.push_back(symbol(step.name));
    }
    sort_unique(header_.written_fields);
  }

  // Names that functions can be called by on a thing: methods, and members that hold functions.
  void add_called_names() {
    std::vector<std::string>& names = header_.called_names;
    for (const Function& function : graph_.functions) {
      if (function.owner_class.valid() && function.name.valid()) names.push_back(symbol(function.name));
      for (const Step& step : function.steps) {
        bool is_set = step.op == Op::SetField && step.count == 2 && function.steps[function.operands[step.first + 1].index].op == Op::Closure;
        if (is_set) names.push_back(symbol(step.name));
        for (std::uint32_t i = 0; step.op == Op::Map && i + 1 < step.count; i += 2) {
          ValueId key = function.operands[step.first + i], value = function.operands[step.first + i + 1];
          NodeId word = key.valid() ? function.steps[key.index].node : NodeId{};
          bool is_function = value.valid() && function.steps[value.index].op == Op::Closure && word.valid() && unit_.node(word).text.valid();
          if (is_function) names.emplace_back(unit_.text(word));
        }
      }
    }
    sort_unique(names);
  }

  const ProgramBody& body_;
  const Unit& unit_;
  const Graph& graph_;
  const Language language_;
  const Models& models_;
  const ModelWords& words_;
  FileHeader header_;
  std::unordered_map<std::uint32_t, std::uint32_t> class_of_node_;
};

}  // namespace

bool declare_alike(const FileHeader& a, const FileHeader& b) {
  auto is_alike = [](const auto& list, const auto& other, auto&& same) { return std::ranges::equal(list, other, same); };
  auto same_class = [](const ClassHeader& one, const ClassHeader& other) {
    ClassHeader moved = one;
    moved.node = other.node;
    return moved == other;
  };
  auto same_variable = [](const VariableHeader& one, const VariableHeader& other) { return one.name == other.name && one.space == other.space && one.is_shared == other.is_shared; };
  auto same_given = [](const GivenName& one, const GivenName& other) {
    auto is_there = [](std::uint32_t number) { return number != GivenName::kNone; };
    return one.name == other.name && one.elsewhere == other.elsewhere && one.function == other.function && is_there(one.class_node) == is_there(other.class_node) &&
           is_there(one.variable) == is_there(other.variable);
  };
  return is_alike(a.given.names, b.given.names, same_given) && a.given.all == b.given.all && a.path == b.path && a.part == b.part && a.language == b.language && a.module == b.module && a.path_module == b.path_module && a.functions == b.functions &&
         a.written_fields == b.written_fields && a.called_names == b.called_names && is_alike(a.classes, b.classes, same_class) && is_alike(a.variables, b.variables, same_variable);
}

HeaderReader::HeaderReader(const Models& models, const std::vector<FlowRule>& rules, const std::vector<Language>& languages) : models_(models) {
  for (Language language : languages) words_.emplace(language, words_of(models, language, rules));
}

FileHeader HeaderReader::read(const std::string& path, std::uint32_t part, const ProgramBody& body) const {
  return Reading(body, models_, words_.at(body.unit->language())).run(path, part);
}

std::string_view spelled(Language language, std::string_view name) {
  if (language == Language::Ruby && name.size() > 1 && name[0] == '@' && name[1] != '@') name.remove_prefix(1);
  return name;
}

std::string type_text(const ProgramBody& body, NodeId type) {
  const Unit& unit = *body.unit;
  std::string_view code = unit.code(type);
  if (code.ends_with("[]") || code.starts_with("[]")) return {};
  NodeId word = name_in_type(unit, type);
  if (!word.valid()) return {};
  if (NameId known = unit.canonical(word); known.valid()) return std::string(spelled(unit.language(), unit.names().text(known)));
  if (unit.node(word).kind == Kind::Name && unit.node(word).text.valid()) {
    if (auto imported = body.imported_types.find(unit.node(word).text.index); imported != body.imported_types.end()) return imported->second;
    return std::string(spelled(unit.language(), unit.text(word)));
  }
  return unit.node(word).kind == Kind::String ? std::string(unit.text(word)) : written(unit, word);
}

std::string declared_type_text(const ProgramBody& body, NodeId declaration) {
  const Unit& unit = *body.unit;
  Kind kind = unit.node(declaration).kind;
  NodeId type = unit.child(declaration, kind == Kind::Function || kind == Kind::Lambda ? Role::ReturnType : Role::Type);
  if (!type.valid()) return {};
  const std::string code = written(unit, type);
  if (code == "var" || code == "auto" || code == "val" || code == "let" || code == "dynamic" || code == "object" || code == "Object" || code == "any" || code == "void") return {};
  return type_text(body, type);
}

}  // namespace sluice::flow
