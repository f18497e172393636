// analyzers/flow/engine/program.h - all files of a scan as one program: which functions and classes there
// are, and what a name in one file means in another.
//
// Names of other files are found by how they end: `helpers.utils.escape` is the function `escape` of a
// file whose module ends in `helpers.utils` (a package that it declares, or its path). So no build and no
// search path is needed; of several that fit, the longest agreement counts, then the own file and folder.
//
// Built once (link), then only read, by any number of threads.
#pragma once
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/flow/engine/clean_sets.h"
#include "analyzers/flow/engine/file_header.h"
#include "analyzers/flow/engine/rule_points.h"
#include "analyzers/flow/engine/state.h"
#include "analyzers/flow/engine/template_index.h"
#include "analyzers/flow/flow_graph.h"
#include "analyzers/flow/models.h"
#include "analyzers/flow/symbols.h"

namespace sluice::flow {

using FileId = Id<struct ProgramFileTag>;

// Who uses a variable beside its owner.
enum VariableUse : std::uint8_t { kOwn = 0, kCaptured = 1, kWrittenElsewhere = 2 };

// What functions of a file are analyzed from. Any number of threads may read it.
struct ProgramBody {
  const Unit* unit = nullptr;
  const Graph* graph = nullptr;
  bool is_template = false;              // the code that a template stands for (analyzers/templates/)
  RulePoints points;                     // what rules' patterns say of its steps
  std::vector<std::uint8_t> variables;   // by VariableId: VariableUse
  std::vector<FunctionId> functions_of_variables;  // by VariableId: the file's function that it always is; not valid: it is none
  std::unordered_map<std::uint32_t, std::string> imported_types;  // by NameId: library types whose namespace is imported as a whole
  mutable std::unique_ptr<std::atomic<std::uint32_t>[]> symbols;           // by NameId, made when first asked for
  mutable std::unique_ptr<std::atomic<std::uint32_t>[]> variable_symbols;  // by VariableId
};
ProgramBody make_body(const Graph& graph, RulePoints points, const Models& models);

struct ProgramFile : ProgramBody {
  FileHeader header;
  Language language{};
  std::uint32_t first_function = 0;      // of the program's
  std::uint32_t place = 0;               // a number made of its path: the same whatever other files there are
  std::unordered_map<std::uint32_t, ClassId> classes;  // by the Class node
};

struct ProgramFunction {
  FileId file;
  FunctionId local;
  ClassId owner;  // whose method it is; not valid: nobody's
};

struct ProgramClass {
  FileId file;
  ProgramFunctionId body;
  Symbol name;
  std::string qualified;         // module and name, with dots
  std::vector<Symbol> parents;   // types as imports say
  std::vector<ClassId> parent_classes, subclasses;  // direct, of the program
  std::unordered_map<std::uint32_t, std::vector<ProgramFunctionId>> methods;  // by Symbol
  std::unordered_map<std::uint32_t, Symbol> field_types;                      // by Symbol
  std::vector<Symbol> fields;    // those that are declared, in their order
  std::unordered_set<std::uint32_t> static_fields;                            // Symbols
};

class Program {
 public:
  explicit Program(const Models& models) : models_(models) {}

  // A file without a body gets it from the loader when somebody looks into its functions. Nothing but the header
  // decides what it is to other files.
  FileId add_file(FileHeader header, std::optional<ProgramBody> body);
  using Loader = std::function<ProgramBody(FileId)>;
  void set_loader(Loader loader) { loader_ = std::move(loader); }
  // After the last file.
  void link();

  // --- what there is ---
  std::uint32_t file_count() const { return static_cast<std::uint32_t>(files_.size()); }
  const FileHeader& header(FileId id) const { return files_[id.index].header; }
  FileHeader take_header(FileId id) { return std::move(files_[id.index].header); }  // when nobody asks any more
  const FunctionHeader& header_of(ProgramFunctionId id) const { return header(functions_[id.index].file).functions[functions_[id.index].local.index]; }
  const FunctionFacts& facts_of(ProgramFunctionId id) const { return header(functions_[id.index].file).facts[functions_[id.index].local.index]; }
  bool has_body(FileId id) const { return is_loaded_[id.index].load(std::memory_order_acquire); }
  const ClassHeader& class_header(ClassId id) const { return header(classes_[id.index].file).classes[id.index - first_class_[classes_[id.index].file.index]]; }
  // With its body.
  const ProgramFile& file(FileId id) const {
    if (!has_body(id)) load(id);
    return files_[id.index];
  }
  const ProgramFunction& function(ProgramFunctionId id) const { return functions_[id.index]; }
  std::uint32_t function_count() const { return static_cast<std::uint32_t>(functions_.size()); }
  const Function& graph_function(ProgramFunctionId id) const;
  // Tells functions apart, and does not depend on what other files there are.
  std::uint32_t place_of(ProgramFunctionId id) const { return files_[functions_[id.index].file.index].place + functions_[id.index].local.index; }
  ProgramFunctionId global(FileId file, FunctionId local) const { return {files_[file.index].first_function + local.index}; }
  const ProgramClass& class_of(ClassId id) const { return classes_[id.index]; }
  const Models& models() const { return models_; }
  Symbols& symbols() const { return symbols_; }
  CleanSets& clean_sets() const { return clean_sets_; }
  Symbol symbol(const ProgramFile& file, NameId name) const;
  Symbol variable_symbol(const ProgramFile& file, VariableId variable) const;
  Symbol symbol(std::string_view text) const { return symbols_.intern(text); }
  std::string_view text(Symbol symbol) const { return symbol.valid() ? symbols_.text(symbol) : std::string_view(); }

  // --- types ---
  // Of a type as it is written at a node: with imports resolved, without arguments and stars. Not valid for arrays.
  Symbol type_at(const ProgramFile& file, NodeId type) const;
  // What a Parameter, VarDef or Function (its result) declares; not valid when it says nothing.
  Symbol declared_type(const ProgramFile& file, NodeId declaration) const;
  std::vector<ClassId> classes_named(std::string_view type, FileId from) const;
  // The same, of a name in a namespace of C++: in that, then in those around it.
  std::vector<ClassId> classes_seen_from(std::string_view space, std::string_view type, FileId from) const;
  // The member in the class or what it inherits from the program's classes.
  std::vector<ProgramFunctionId> methods(ClassId in, Symbol name) const;
  // And those that override it in subclasses, which a value of a declared type may have; at most `most` in all.
  std::vector<ProgramFunctionId> methods_below(ClassId in, Symbol name, std::size_t most) const;
  // The types of libraries that it is, nearest first.
  std::vector<Symbol> library_types(ClassId id) const;
  Symbol field_type(ClassId id, Symbol field) const;
  // Whether the class, or one that it inherits from, declares it.
  bool has_field(ClassId id, Symbol field) const;
  // Of the class itself or one that it inherits from.
  bool has_static_field(ClassId id, Symbol field) const;
  // C#: static methods whose first parameter is `this`.
  std::vector<ProgramFunctionId> added_methods(Symbol name) const {
    auto known = added_methods_.find(name.index);
    return known == added_methods_.end() ? std::vector<ProgramFunctionId>{} : known->second;
  }
  bool is_static_name(Symbol field) const { return static_names_.contains(field.index); }
  // Some class has a method of that name, or a function is kept under it.
  bool is_called(Symbol name) const { return called_.contains(name.index); }
  // Some code, beside that of classes and constructors, writes a field of that name.
  bool is_written(Symbol field) const { return written_.contains(field.index); }

  // --- names of other files ---
  struct Meaning {
    std::vector<ProgramFunctionId> functions;
    ClassId of_class;
    FileId file;          // with `variable`: a variable of that file; without: the module itself
    VariableId variable;
    Symbol name{};        // of what an import declares: its whole name
    bool is_known() const { return !functions.empty() || of_class.valid() || file.valid(); }
  };
  Meaning find(std::string_view qualified, FileId from, int depth = 0) const;
  // What an import names; nothing known where it is of a library, or no import.
  Meaning meaning_of(const ImportedName& name, FileId from, int depth = 0) const;
  // `require('./x')`; the name is empty where that is of a library.
  Meaning required_module(FileId from, std::string_view text) const;
  std::string required_name(FileId from, std::string_view text) const;

  // Pages that calls can make.
  const TemplateIndex& templates() const { return templates_; }

  bool has_pattern_rules() const { return has_pattern_rules_; }
  // Options of rules (`taint_assume_safe_...`): what arguments, and what indexes, do not taint.
  void set_options(const std::map<std::uint16_t, TaintOptions>& options);
  const std::vector<std::uint16_t>& rules_with_safe_functions() const { return safe_functions_; }
  const std::vector<std::uint16_t>& rules_with_safe_indexes() const { return safe_indexes_; }
  // The match that an atom of a pattern is from.
  const EndpointMatch& match_of(Atom atom) const;
  // Whether data of these sources carries the labels that a rule's endpoint wants.
  bool has_labels(std::uint16_t rule, const LabelExpression& needs, std::span<const Taint> taints) const;

  // Values that are kept in files of the program that are no code (`.properties`, `.ini`): by key.
  const std::unordered_map<std::string, std::string>* settings(std::string_view file_name) const;
  void add_settings(std::string_view path, std::string_view text);

 private:
  friend class NameDigests;  // of what is declared under a name, in all tables
  void load(FileId id) const;
  void add_functions(FileId id);
  void add_classes(FileId id);
  void add_names(FileId id);
  void add_template(FileId id);
  int nearness_of_space(std::string_view space, FileId from) const;
  std::string space_of(ProgramFunctionId id) const;
  const VariableHeader& variable_header(FileId file, VariableId variable) const;
  std::vector<FileId> files_of_module(std::string_view module, FileId from, bool is_import_path) const;
  const GivenName* given(FileId id, std::string_view name) const;
  Meaning module_meaning(std::string_view dotted, FileId from, int depth) const;
  Meaning given_meaning(FileId id, const GivenName& given, int depth) const;
  Meaning given_member(FileId id, std::string_view name, int depth) const;
  void connect_classes();
  void connect_parts();
  std::vector<ClassId> imported_parents(ClassId of) const;
  void infer_field_types();
  void connect_interfaces();

  bool has_pattern_rules_ = false;
  std::vector<std::uint16_t> safe_functions_, safe_indexes_;
  const Models& models_;
  mutable Symbols symbols_;
  mutable CleanSets clean_sets_;
  std::unordered_set<std::uint32_t> static_names_, written_, called_;  // Symbols of fields
  TemplateIndex templates_;
  std::unordered_map<std::uint32_t, std::vector<ProgramFunctionId>> added_methods_;  // by Symbol
  Loader loader_;
  mutable std::vector<ProgramFile> files_;  // the bodies come when they are asked for
  mutable std::unique_ptr<std::atomic<bool>[]> is_loaded_;
  mutable std::array<std::mutex, 64> load_mutexes_;  // by file
  std::vector<ProgramFunction> functions_;
  std::vector<ProgramClass> classes_;
  std::vector<std::uint32_t> first_class_;  // by file
  std::unordered_map<std::string_view, std::vector<ProgramFunctionId>> functions_by_name_;  // those of no class
  std::unordered_map<std::string_view, std::vector<ClassId>> classes_by_name_;
  std::unordered_map<std::string_view, std::vector<std::pair<FileId, VariableId>>> shared_variables_;  // C's globals, Go's of packages: by name
  std::unordered_map<std::string, std::vector<FileId>> files_by_last_part_;  // of their modules
  std::unordered_map<std::string, std::unordered_map<std::string, std::string>> settings_;  // by file name
};

// How many of the last parts of two dotted names agree; 0 when one of them does not end in the other.
std::size_t common_parts(std::string_view a, std::string_view b);
// `a/b::C\d` with dots.
std::string with_dots(std::string_view name);
std::string_view last_part(std::string_view dotted);

}  // namespace sluice::flow
