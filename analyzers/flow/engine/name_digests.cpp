#include "analyzers/flow/engine/name_digests.h"

#include "analyzers/flow/engine/dependencies.h"

#include <algorithm>
#include <set>

#include "base/digest.h"

namespace sluice::flow {
namespace {

// Each text with its length, so that two lists of texts are never the same bytes.
void add_text(std::string_view text, std::string& out) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

void add_number(std::uint64_t number, std::string& out) {
  out += std::to_string(number);
  out += ',';
}

std::string short_digest(std::string_view bytes) { return sha256_bytes(bytes).substr(0, 16); }

}  // namespace

void NameDigests::add(FileId file, std::string& out) const {
  const FileHeader& header = program_.header(file);
  add_text(header.path, out);
  add_number(header.part, out);
  add_text(header.module, out);
  add_number(static_cast<std::uint64_t>(header.language), out);
}

void NameDigests::add(ProgramFunctionId function, std::string& out) const {
  add(program_.function(function).file, out);
  add_number(program_.function(function).local.index, out);
  add_number(program_.header_of(function).outer, out);
  add_text(program_.header_of(function).space, out);
  add_number(program_.header_of(function).is_hidden, out);
}

const std::string& NameDigests::of_class(ClassId id) {
  auto [at, is_new] = classes_.try_emplace(id.index);
  if (!is_new) return at->second;
  const ProgramClass& of = program_.class_of(id);
  std::string out;
  add(of.body, out);
  add_text(of.qualified, out);
  add_number(program_.class_header(id).is_union, out);
  for (Symbol parent : of.parents) add_text(program_.text(parent), out);
  for (const std::vector<ClassId>* list : {&of.parent_classes, &of.subclasses}) {
    add_number(list->size(), out);
    for (ClassId relative : *list) add(program_.class_of(relative).body, out);
  }
  add_number(of.fields.size(), out);
  for (Symbol field : of.fields) add_text(program_.text(field), out);
  std::set<std::string> unordered;
  for (const auto& [field, type] : of.field_types) {
    std::string entry = "type ";
    add_text(program_.text(Symbol{field}), entry);
    add_text(program_.text(type), entry);
    unordered.insert(std::move(entry));
  }
  for (std::uint32_t field : of.static_fields) unordered.insert("static " + std::string(program_.text(Symbol{field})));
  for (const auto& [name, functions] : of.methods) {
    std::string entry = "method ";
    add_text(program_.text(Symbol{name}), entry);
    for (ProgramFunctionId function : functions) add(function, entry);
    unordered.insert(std::move(entry));
  }
  for (const std::string& entry : unordered) add_text(entry, out);
  return at->second = short_digest(out);
}

// What is above it, and what is below it.
void NameDigests::add_relatives(ClassId id, std::string& out) {
  for (auto next : {&ProgramClass::parent_classes, &ProgramClass::subclasses}) {
    std::vector<ClassId> open = {id};
    std::set<ClassId> seen = {id};
    for (std::size_t i = 0; i < open.size(); ++i) {
      out += of_class(open[i]);
      for (ClassId relative : program_.class_of(open[i]).*next)
        if (seen.insert(relative).second) open.push_back(relative);
    }
  }
}

const std::string& NameDigests::of_word(std::string_view word) {
  auto [at, is_new] = words_.try_emplace(std::string(word));
  if (!is_new) return at->second;
  std::string out;
  if (auto known = program_.classes_by_name_.find(word); known != program_.classes_by_name_.end())
    for (ClassId id : known->second) add_relatives(id, out);
  if (auto known = program_.functions_by_name_.find(word); known != program_.functions_by_name_.end()) {
    out += "functions ";
    for (ProgramFunctionId function : known->second) {
      add(function, out);
      add_text(program_.header(program_.function(function).file).path_module, out);
    }
  }
  if (auto known = program_.files_by_last_part_.find(std::string(word)); known != program_.files_by_last_part_.end()) {
    out += "files ";
    for (FileId file : known->second) {
      add(file, out);
      add_text(program_.header(file).path_module, out);
    }
  }
  if (auto known = program_.shared_variables_.find(word); known != program_.shared_variables_.end()) {
    out += "variables ";
    for (const auto& [file, variable] : known->second) {
      add(file, out);
      add_number(variable.index, out);
      add_text(program_.variable_header(file, variable).space, out);
    }
  }
  return at->second = out.empty() ? std::string() : short_digest(out);
}

// Which files that the module may mean have a variable of that name.
std::string NameDigests::variables_named(std::string_view member, std::string_view module) const {
  std::string out;
  auto known = program_.files_by_last_part_.find(std::string(module));
  if (known == program_.files_by_last_part_.end()) return out;
  for (FileId file : known->second)
    for (const VariableHeader& variable : program_.header(file).variables) {
      if (variable.name != member) continue;
      add(file, out);
      add_number(variable.variable, out);
      break;
    }
  return out;
}

// What a file gives under the name, and what stands behind it.
void NameDigests::add_given(FileId file, std::string_view name, std::set<std::string>& seen, std::string& out) {
  const GivenNames& given = program_.header(file).given;
  if (const GivenName* known = program_.given(file, name)) {
    out += "gives ";
    add(file, out);
    for (std::uint32_t number : {known->function, known->class_node, known->variable}) add_number(number, out);
    if (known->class_node != GivenName::kNone) add_class_at(file, known->class_node, out);
    add_text(known->elsewhere.name, out);
    if (!known->elsewhere.name.empty()) add_name(known->elsewhere.name, seen, out);
  }
  for (const std::string& module : given.all) {
    add_text(module, out);
    add_name(module + "." + std::string(name), seen, out);
  }
}

void NameDigests::add_class_at(FileId file, std::uint32_t node, std::string& out) {
  const auto& classes = program_.files_[file.index].classes;
  if (auto known = classes.find(node); known != classes.end()) add_relatives(known->second, out);
}

void NameDigests::add_name(std::string_view name, std::set<std::string>& seen, std::string& out) {
  const std::string dotted = with_dots(name);
  add_text(dotted, out);
  if (!seen.insert(dotted).second) return;
  const std::string_view member = last_part(dotted);
  std::string_view container = std::string_view(dotted).substr(0, dotted.size() - member.size());
  if (container.ends_with('.')) container.remove_suffix(1);
  add_text(of_word(member), out);
  auto files_of = [&](std::string_view module) {
    auto known = program_.files_by_last_part_.find(std::string(last_part(module)));
    return known == program_.files_by_last_part_.end() ? std::vector<FileId>{} : known->second;
  };
  if (!container.empty()) {
    add_text(of_word(last_part(container)), out);
    add_text(variables_named(member, last_part(container)), out);
    for (FileId file : files_of(container)) add_given(file, member, seen, out);
  }
  // The name as that of a module.
  for (FileId file : files_of(dotted)) {
    add_given(file, kWholeModule, seen, out);
    add_number(program_.header(file).given.exports, out);
  }
}

std::string NameDigests::of(std::string_view name) {
  std::string out;
  std::set<std::string> seen;
  add_name(name, seen, out);
  Symbol symbol = program_.symbols().find(name);
  if (symbol.valid() && program_.is_static_name(symbol)) out += "static";
  if (symbol.valid() && program_.is_written(symbol)) out += "written";
  if (symbol.valid() && program_.is_called(symbol)) out += "called";
  if (symbol.valid())
    for (ProgramFunctionId method : program_.added_methods(symbol)) add(method, out += "added ");
  if (name == kAllTemplates)
    for (const ProgramFile& file : program_.files_)
      if (file.header.is_template) add_text(file.header.path, out);
  return short_digest(out);
}

}  // namespace sluice::flow
