// analyzers/flow/engine/dependencies.h - what a look at a function asked of the rest of the program, so that a
// later scan can tell whether the answer would still be the same.
//
//   files      whose functions were looked into: their text must be the same
//   names      that were looked up, as they were asked for: what answers them must be declared alike
//              (name_digests.h)
//   asked      functions whose summary was wanted, also where there was none
//   settings   of the program were read
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {

// As a name: which templates there are.
inline constexpr std::string_view kAllTemplates = "sluice/templates";

class Dependencies {
 public:
  enum class Kind : std::uint8_t { File, Name, Asked, Settings };
  void note(Kind kind, std::uint32_t what) {
    const std::uint64_t entry = std::uint64_t{static_cast<std::uint8_t>(kind)} << 32 | what;
    std::uint64_t& recent = recent_[(what * 4 + static_cast<std::uint8_t>(kind)) % recent_.size()];
    if (recent == entry) return;
    recent = entry;
    entries_.push_back(entry);
    if (entries_.size() >= limit_) tidy();
  }
  void note_file(FileId file) { note(Kind::File, file.index); }
  void note_name(Symbol name) { if (name.valid()) note(Kind::Name, name.index); }
  void add(const Dependencies& other);
  // Each once.
  void tidy();
  // In no order that means anything.
  std::vector<std::uint32_t> of(Kind kind) const;

 private:
  static constexpr std::uint64_t kEmpty = UINT64_MAX;
  std::vector<std::uint64_t> entries_;
  std::size_t limit_ = 256;
  std::array<std::uint64_t, 64> recent_ = [] {
    std::array<std::uint64_t, 64> none{};
    none.fill(kEmpty);
    return none;
  }();
};

// The program as one run sees it: answers as Program does, and notes what was asked where somebody wants to know.
class ProgramView {
 public:
  ProgramView(const Program& program, Dependencies* seen) : program_(program), seen_(seen) {}

  const ProgramFile& file(FileId id) const {
    if (seen_) seen_->note_file(id);
    return program_.file(id);
  }
  const Function& graph_function(ProgramFunctionId id) const { return file(program_.function(id).file).graph->functions[program_.function(id).local.index]; }
  // Whose method it is, other files may decide.
  const ProgramFunction& function(ProgramFunctionId id) const {
    const ProgramFunction& found = program_.function(id);
    if (!seen_) return found;
    if (found.owner.valid()) note_class(found.owner);
    if (const std::string& type = program_.header_of(id).receiver_type; !type.empty()) seen_->note_name(program_.symbol(type));
    return found;
  }
  const ProgramClass& class_of(ClassId id) const {
    note_class(id);
    return program_.class_of(id);
  }
  std::vector<ClassId> classes_named(std::string_view type, FileId from) const {
    note_text(type);
    return program_.classes_named(type, from);
  }
  std::vector<ProgramFunctionId> methods(ClassId in, Symbol name) const { return note_class(in), program_.methods(in, name); }
  std::vector<ProgramFunctionId> methods_below(ClassId in, Symbol name, std::size_t most) const { return note_class(in), program_.methods_below(in, name, most); }
  std::vector<Symbol> library_types(ClassId id) const { return note_class(id), program_.library_types(id); }
  Symbol field_type(ClassId id, Symbol field) const { return note_class(id), program_.field_type(id, field); }
  bool is_union(ClassId id) const { return note_class(id), program_.class_header(id).is_union; }
  bool has_field(ClassId id, Symbol field) const { return note_class(id), program_.has_field(id, field); }
  bool has_static_field(ClassId id, Symbol field) const { return note_class(id), program_.has_static_field(id, field); }
  std::vector<ProgramFunctionId> added_methods(Symbol name) const { return note_name(name), program_.added_methods(name); }
  const TemplateIndex& templates() const {
    note_text(kAllTemplates);
    return program_.templates();
  }
  bool is_static_name(Symbol field) const { return note_name(field), program_.is_static_name(field); }
  bool is_called(Symbol name) const { return note_name(name), program_.is_called(name); }
  bool is_written(Symbol field) const { return note_name(field), program_.is_written(field); }
  Program::Meaning find(std::string_view qualified, FileId from) const {
    note_text(qualified);
    return program_.find(qualified, from);
  }
  Program::Meaning required_module(FileId from, std::string_view text) const {
    note_text(program_.required_name(from, text));
    return program_.required_module(from, text);
  }
  const std::unordered_map<std::string, std::string>* settings(std::string_view file_name) const {
    if (seen_) seen_->note(Dependencies::Kind::Settings, 0);
    return program_.settings(file_name);
  }
  const EndpointMatch& match_of(Atom atom) const {
    if (seen_) seen_->note_file(program_.function(atom.function()).file);
    return program_.match_of(atom);
  }
  bool has_labels(std::uint16_t rule, const LabelExpression& needs, std::span<const Taint> taints) const;

  // Of files that are looked into anyway, or the same in every program.
  ProgramFunctionId global(FileId file, FunctionId local) const { return program_.global(file, local); }
  std::uint32_t place_of(ProgramFunctionId id) const { return program_.place_of(id); }
  const Models& models() const { return program_.models(); }
  CleanSets& clean_sets() const { return program_.clean_sets(); }
  Symbol symbol(const ProgramFile& file, NameId name) const { return program_.symbol(file, name); }
  Symbol variable_symbol(const ProgramFile& file, VariableId variable) const { return program_.variable_symbol(file, variable); }
  Symbol symbol(std::string_view text) const { return program_.symbol(text); }
  std::string_view text(Symbol symbol) const { return program_.text(symbol); }
  Symbol type_at(const ProgramFile& file, NodeId type) const { return program_.type_at(file, type); }
  Symbol declared_type(const ProgramFile& file, NodeId declaration) const { return program_.declared_type(file, declaration); }
  const std::vector<std::uint16_t>& rules_with_safe_functions() const { return program_.rules_with_safe_functions(); }
  const std::vector<std::uint16_t>& rules_with_safe_indexes() const { return program_.rules_with_safe_indexes(); }

 private:
  void note_name(Symbol name) const {
    if (seen_) seen_->note_name(name);
  }
  void note_text(std::string_view text) const {
    if (seen_) seen_->note_name(program_.symbol(text));
  }
  // By its name; one without is its file's, and has what its parents say.
  void note_class(ClassId id) const {
    if (!seen_) return;
    const ProgramClass& found = program_.class_of(id);
    if (found.name.valid()) return seen_->note_name(found.name);
    seen_->note_file(found.file);
    for (Symbol parent : found.parents) seen_->note_name(parent);
  }
  const Program& program_;
  Dependencies* seen_;  // null: nobody wants to know
};

}  // namespace sluice::flow
