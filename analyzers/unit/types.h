// analyzers/unit/types.h - the type of an expression, as far as its file says it.
//
// A name has the type it is declared with, or that of the value it is declared with; a
// literal, `new T()`, a cast and simple operators speak for themselves. Fields are found
// through `this` and `self`. Types of other files, results of calls and inheritance are
// not known: the answer then is that nothing is known.
//
// Scopes are ranges: of the declarations that a use lies in the scope of, the innermost
// counts, and of several in one scope the last before the use.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analyzers/unit/type_name.h"
#include "analyzers/unit/unit.h"

namespace sluice {

class Types {
 public:
  // `unit` must outlive this.
  explicit Types(const Unit& unit);

  // Not known (`is_known()`) when the file does not say.
  TypeName type_of(NodeId expression) const { return type_of(expression, 0); }
  // By the expression's type; a name that is declared nowhere here is a type itself, so that
  // `Cipher.getInstance` is called on a Cipher.
  bool has_type(NodeId expression, const TypeName& wanted) const;
  // Where the type of an expression is written: in a declaration, `new T()`, a cast. Not valid when
  // it is not written, or not known.
  NodeId written_type(NodeId expression) const { return written_type(expression, 0); }

 private:
  struct Declaration {
    ByteRange scope;
    std::uint32_t begin = 0;
    NodeId type;   // not valid: that of the value
    NodeId value;
  };
  void add(NodeId declaration, NodeId name, NodeId value);
  const Declaration* find(NodeId name) const;
  const Declaration* find_field(NodeId name) const;
  TypeName type_of(NodeId expression, int depth) const;
  NodeId written_type(NodeId expression, int depth) const;
  NodeId written_constructor(NodeId call) const;
  TypeName type_of_name(NodeId name, int depth) const;
  TypeName type_of_member(NodeId member, int depth) const;
  TypeName type_of_call(NodeId call) const;
  TypeName type_of_binary(NodeId binary, int depth) const;
  TypeName declared(const Declaration& declaration, int depth) const;
  TypeName written(NodeId type) const;

  const Unit& unit_;
  std::unordered_map<std::uint32_t, std::vector<Declaration>> declarations_;  // by NameId
};

}  // namespace sluice
