// analyzers/flow/engine/file_header.h - what the rest of a program sees of a file without looking into
// its functions: names, classes, who calls what by name, what rules say of each function.
//
// A Program is linked from headers alone, so a file whose header is known from an earlier scan takes part
// in it without being parsed. Plain texts and numbers: nothing in a header refers to anything else.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/flow/engine/flow_rule.h"
#include "analyzers/flow/engine/imports.h"
#include "analyzers/flow/engine/rule_points.h"
#include "analyzers/flow/flow_graph.h"
#include "analyzers/flow/models.h"
#include "base/archive.h"

namespace sluice::flow {

struct ProgramBody;

// An entry point of the models that annotations of the function say.
struct HeaderEntry {
  std::uint32_t entry = 0;            // of Models::entry_points
  std::uint32_t first_parameter = 0;
  std::string route;                  // as it is written
  friend bool operator==(const HeaderEntry&, const HeaderEntry&) = default;
};

// What relevance (relevance.h) asks of a function.
struct FunctionFacts {
  RulePoints::Ends ends;              // of rules' patterns
  bool has_source = false, has_sink = false, has_sink_by_value = false, renders = false;  // by library models, from the names that it uses
  bool shares = false;                // it writes what other functions may read
  std::vector<std::string> calls;     // names, each once, sorted
  std::vector<std::string> mentions;  // names that it uses as values, which may be functions; the same
  // Under which names functions without one are put: `exports.write = function () {}`. With their numbers.
  std::vector<std::pair<std::uint32_t, std::string>> other_names;
  friend bool operator==(const FunctionFacts&, const FunctionFacts&) = default;
};

// What is put into a field of the object itself (field_types.cpp).
struct FieldValue {
  std::string field;
  std::string class_name;  // where that is a class of the program it is of this type
  std::string type;        // else of this one; empty: nobody knows
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

struct FunctionHeader {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::string name, property;         // as Function's; empty: none
  std::string receiver_type;          // `func (s *Shop) f()`, `void Shop::f()`: whose method it is
  std::string space;                  // C++: the namespaces that it stands in, with dots
  std::uint32_t outer = kNone;        // the function that it stands in
  std::uint32_t owner_class = kNone;  // of FileHeader::classes
  bool is_method = false;             // it stands in a class, whether that is listed or not
  bool is_function = false;           // with name and body: no class, no lambda
  bool is_added = false;              // C#: a method that a static class adds to the type of its first parameter
  bool is_lambda = false, is_constructor = false, is_hidden = false, has_body = false;
  std::vector<HeaderEntry> entries;
  std::vector<FieldValue> own_fields;  // of constructors and bodies of classes
  friend bool operator==(const FunctionHeader&, const FunctionHeader&) = default;
};

struct ClassHeader {
  std::uint32_t function = 0;         // its body
  std::uint32_t node = 0;
  std::string name;
  std::string qualified;              // module, namespaces of C++ and name, with dots
  std::string space;                  // C++: those namespaces
  bool is_union = false;              // what is written to one of its fields is read from all
  std::vector<std::string> parents;   // types as imports say
  std::vector<std::string> library_parents;    // what each parent is where the program has no such class
  std::vector<ImportedName> imported_parents;  // those that an import declares
  std::vector<std::string> fields;    // in their order
  std::vector<std::pair<std::string, std::string>> field_types;
  std::vector<std::string> static_fields;
  std::vector<std::string> interface_methods;  // of an interface of Go: what a type must have to be one
  friend bool operator==(const ClassHeader&, const ClassHeader&) = default;
};

struct VariableHeader {
  std::string name;
  std::string space;                  // C++: the namespaces that it stands in
  std::uint32_t variable = 0;
  bool is_shared = false;             // by name, in all files: C's globals, Go's of packages
  friend bool operator==(const VariableHeader&, const VariableHeader&) = default;
};

struct FileHeader {
  std::string path;
  std::uint32_t part = 0;             // of several programs in one file (scripts of a page)
  Language language{};
  bool is_template = false;           // the code that a template stands for (analyzers/templates/)
  std::string module;                 // `a.b`: its package, or its path without the ending
  std::string path_module;            // by the path alone
  std::vector<FunctionHeader> functions;
  std::vector<FunctionFacts> facts;         // by function
  std::vector<ClassHeader> classes;
  std::vector<VariableHeader> variables;    // of the file, by number
  GivenNames given;                         // to other files
  std::vector<std::string> spaces;          // C++: namespaces whose names it sees without saying so; sorted
  std::vector<std::string> written_fields;  // by code beside that of classes and constructors; sorted
  std::vector<std::string> called_names;    // of methods, and of members that hold functions; sorted
  bool has_points = false;            // patterns of rules say something of it
};
// Whether other files see the same in both: what only tells places apart within the file does not count.
bool declare_alike(const FileHeader& a, const FileHeader& b);

// The members of one language's models that bring something in, or are harmed, by name.
struct ModelWords {
  std::unordered_set<std::string_view> sources, sinks, sinks_by_value;
  std::unordered_set<std::string_view> renderers;  // that make a page of a template
  bool elements_are_sinks = false, elements_are_sources = false;
  bool numbers_are_sinks = false;  // arithmetic with a stranger's number, places in arrays, the ends of loops
};

// Reads headers. Any number of threads.
class HeaderReader {
 public:
  // `languages`: those that headers are read of. The rules are asked no more than here.
  HeaderReader(const Models& models, const std::vector<FlowRule>& rules, const std::vector<Language>& languages);
  FileHeader read(const std::string& path, std::uint32_t part, const ProgramBody& body) const;

 private:
  const Models& models_;
  std::map<Language, ModelWords> words_;
};

std::vector<FieldValue> own_field_values(const ProgramBody& body, const Function& function, const Models& models);
// The name as other files spell it: `@name` of Ruby is what `attr_accessor :name` reads and writes.
std::string_view spelled(Language language, std::string_view name);
// A type as it is written at a node: with imports resolved, without arguments and stars. Empty for arrays.
std::string type_text(const ProgramBody& body, NodeId type);
// What a Parameter, VarDef or Function (its result) declares; empty when it says nothing.
std::string declared_type_text(const ProgramBody& body, NodeId declaration);

// --- as bytes (base/archive.h) ---

template <class Archive, SameAs<RulePoints::Ends> T>
void archive_members(Archive& archive, T& ends) {
  auto& [sources, sinks, others] = ends;
  archive(sources, sinks, others);
}
template <class Archive, SameAs<HeaderEntry> T>
void archive_members(Archive& archive, T& each) {
  auto& [entry, first_parameter, route] = each;
  archive(entry, first_parameter, route);
}
template <class Archive, SameAs<FieldValue> T>
void archive_members(Archive& archive, T& each) {
  auto& [field, class_name, type] = each;
  archive(field, class_name, type);
}
template <class Archive, SameAs<FunctionFacts> T>
void archive_members(Archive& archive, T& facts) {
  auto& [ends, has_source, has_sink, has_sink_by_value, renders, shares, calls, mentions, other_names] = facts;
  archive(ends, has_source, has_sink, has_sink_by_value, renders, shares, calls, mentions, other_names);
}
template <class Archive, SameAs<FunctionHeader> T>
void archive_members(Archive& archive, T& function) {
  auto& [name, property, receiver_type, space, outer, owner_class, is_method, is_function, is_added, is_lambda, is_constructor, is_hidden, has_body, entries, own_fields] = function;
  archive(name, property, receiver_type, space, outer, owner_class, is_method, is_function, is_added, is_lambda, is_constructor, is_hidden, has_body, entries, own_fields);
}
template <class Archive, SameAs<ClassHeader> T>
void archive_members(Archive& archive, T& each) {
  auto& [function, node, name, qualified, space, is_union, parents, library_parents, imported_parents, fields, field_types, static_fields, interface_methods] = each;
  archive(function, node, name, qualified, space, is_union, parents, library_parents, imported_parents, fields, field_types, static_fields, interface_methods);
}
template <class Archive, SameAs<VariableHeader> T>
void archive_members(Archive& archive, T& each) {
  auto& [name, space, variable, is_shared] = each;
  archive(name, space, variable, is_shared);
}
template <class Archive, SameAs<FileHeader> T>
void archive_members(Archive& archive, T& header) {
  auto& [path, part, language, is_template, module, path_module, functions, facts, classes, variables, given, spaces, written_fields, called_names, has_points] = header;
  archive(path, part, language, is_template, module, path_module, functions, facts, classes, variables, given, spaces, written_fields, called_names, has_points);
}

}  // namespace sluice::flow
