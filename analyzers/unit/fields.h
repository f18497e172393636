// analyzers/unit/fields.h - fields of classes that keep the value they are first given.
//
//   private final String key = "a";      or  key = "a";  in the constructor
//   ... this.key ...                     is "a"
//
// A field counts when nothing else in the file writes it and nobody outside may: what is
// private, final, readonly, const or val; Python's `_name` and `NAME`, Ruby's `@name`,
// JavaScript's `#name`; of C++ what is static and constant. The write is in the declaration, or stands in the body of the
// constructor itself, under no condition.
//
// Not here: variables of functions and files, what values are worth (constants.h).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "analyzers/unit/unit.h"

namespace sluice {

class Fields {
 public:
  explicit Fields(const Unit& unit);

  // What the field is given that `this.x`, `A.x` or a bare `x` reads; not valid when that is
  // not sure, or nothing of the kind is read.
  NodeId value_of(NodeId access) const;

 private:
  struct Field {
    NodeId value;
    std::uint32_t writes = 0;
    bool is_closed = false;  // others may not write it
  };
  using Key = std::pair<std::uint32_t, std::string_view>;  // the class, the name without `$`

  std::optional<Key> key_of(NodeId access) const;
  NodeId enclosing_class(NodeId id) const;
  NodeId class_meant(NodeId object) const;
  bool is_declared_closed(NodeId definition) const;
  bool is_static_constant(NodeId definition) const;
  bool is_closed_by_name(std::string_view name) const;
  bool is_written_once(NodeId assignment, NodeId owner) const;
  void visit(NodeId id);
  void add_definition(NodeId definition, NodeId owner);
  void add_assignment(NodeId assignment);
  void add_unknown_writes(NodeId target);

  const Unit& unit_;
  std::map<std::string_view, NodeId> classes_;  // by name; not valid: two have it
  std::map<Key, Field> fields_;
  std::set<std::string_view> foreign_;  // names of fields that are written in other objects
};

}  // namespace sluice
