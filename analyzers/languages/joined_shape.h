// analyzers/languages/joined_shape.h - what the rows of a joined language's table can say
// beyond a NodeShape, and the shaper function that does it.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/languages/definition.h"

namespace sluice {

// The row that goes instead where a node has one of the tokens (`<-` of R's operators) or has, or
// lacks, a field (an argument with a name).
struct JoinedVariant {
  std::vector<std::string> tokens;
  std::string has, lacks;  // fields; empty: not asked
  NodeShape shape;
};

struct JoinedShape {
  std::vector<JoinedVariant> variants;  // the first that holds
  std::vector<std::pair<std::string, Role>> types;  // the role of a child by its node type
  // Of the children that neither a field nor their type gives a role, in their order; the last
  // goes for all that follow. Empty: NodeShape::rest. `last` is the role of the last child.
  std::vector<Role> places;
  std::optional<Role> last;
  // The children of a role lie in a node of that kind, which the grammar does not have: the
  // arguments of a call, the body of a class.
  std::vector<std::pair<Role, Kind>> gather;
  std::vector<std::string> modifiers;  // tokens that become modifiers: `pub`
  std::vector<std::string> content;    // String: the types, or the fields, of the nodes that are what it says
  bool is_statement = false;           // an ExprStmt around it
};

void shape_joined(Shaper& shaper, RawIndex raw, Role role);

}  // namespace sluice
