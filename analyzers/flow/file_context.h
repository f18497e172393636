// analyzers/flow/file_context.h - what all functions of a file share while their graphs are built.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/flow/flow_graph.h"
#include "analyzers/languages/definition.h"

namespace sluice::flow {

class FileContext {
 public:
  // Enters all functions and variables of the file into `graph`.
  FileContext(const Unit& unit, Graph& graph);

  const Unit& unit;
  const Execution& execution;
  const Equivalences& equivalences;
  Graph& graph;

  // Not valid for a node that is no function.
  FunctionId function_at(NodeId node) const;
  // The variable that a Name means; one that is declared nowhere is known by its spelling.
  VariableId variable_of(NodeId name);
  // The name is that of a field or method of a class around it: `x` for `this.x`.
  bool is_member_name(NodeId name, FunctionId function) const;
  // C and C++: what `#define WORD text` puts in its place, where that is one word or one literal. Of several
  // definitions (under `#if`) the last; what `word` says by itself when it is no macro.
  NodeId macro_text(NodeId word) const;
  NameId meant_name(NodeId word) const;
  // That a function, or one around it, declares by this name; not valid: none.
  VariableId variable_named(NameId name, FunctionId function) const;
  // A class around the function has a method of this name in this file.
  bool has_method(FunctionId function, NameId name) const;
  // The Name declares what an import brings: `import x from 'x'`, `const x = require('x')`.
  bool is_import(NodeId declaration) const;
  // The parameter that takes the block of the method around a function; not valid without.
  VariableId block_of(FunctionId function) const;
  // JavaScript: what `exports` and `module.exports` name; not valid for other nodes.
  VariableId exports_at(NodeId node);
  VariableId exports();
  // PHP: variables that a function takes as they are where it stands, `use ($x)`. They are put aside there.
  struct Capture {
    NodeId name;
    VariableId outer, kept, own;
  };
  const std::vector<Capture>& captures_of(FunctionId function) const;
  bool has_exports() const { return exports_.valid(); }
  bool is_class(FunctionId function) const { return is_class_[function.index]; }
  bool has_gotos(FunctionId function) const { return has_gotos_[function.index]; }
  VariableId temporary(FunctionId owner);

 private:
  void add_function(NodeId node, FunctionId outer);
  bool is_class_of_class(FunctionId function) const;
  void add_name(NodeId name, FunctionId around);
  void add_captures(NodeId lambda);
  void add_capture(NodeId lambda, NodeId name);
  void add_macro(NodeId definition);
  void note_definitions();
  bool is_of_another_file(NodeId name) const;
  void name_function(Function& function, NodeId node);

  static std::uint64_t key(std::uint32_t owner, NameId name) { return std::uint64_t{owner} << 32 | name.index; }

  std::unordered_map<std::uint32_t, FunctionId> functions_;  // by node
  std::unordered_map<std::uint32_t, VariableId> declared_;   // by declaring node
  std::unordered_map<std::uint32_t, VariableId> copies_;     // by Name in a function that has a copy of what it means
  std::unordered_map<std::uint32_t, std::vector<Capture>> captures_;  // by function
  std::unordered_map<std::uint64_t, VariableId> by_name_;    // by owner and name
  std::unordered_map<std::uint32_t, VariableId> foreign_;    // by name: declared nowhere here
  std::unordered_set<std::uint64_t> methods_;                // by class and name
  std::unordered_set<std::uint64_t> taken_;                  // by class and name: fields that a class has as parameters
  std::unordered_map<std::uint32_t, NodeId> macros_;         // by name
  std::unordered_set<std::uint32_t> defined_here_;           // C and C++: names of functions with bodies
  VariableId exports_;                                       // made where it is named
  std::vector<bool> is_class_, has_gotos_;                   // by function
};

// The body of an anonymous class, or of a constant of an enum that has methods.
bool has_class_body(const Unit& unit, NodeId node);
// `word` is one of `list`, whose words are separated by blanks.
bool is_one_of(std::string_view word, std::string_view list);

}  // namespace sluice::flow
