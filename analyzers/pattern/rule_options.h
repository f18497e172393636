// analyzers/pattern/rule_options.h - the `options:` of a rule.
//
// A member is an option that something here looks at. Those that are read and looked at
// by nothing are in rule_options.cpp, each with the reason.
#pragma once
#include <cstdint>
#include <string>

#include "analyzers/pattern/generic/options.h"

namespace sluice::yaml {
class Node;
}
namespace sluice {
struct Errors;

// How patterns are compared with code. Equal patterns with equal options are searched for once.
struct MatchOptions {
  bool constant_propagation = true;    // a literal matches a name that stands for it
  bool symbolic_propagation = false;   // a name is looked through to the expression it was given
  bool symmetric_eq = false;           // `a == b` is `b == a`; old name: commutative_compop
  bool commutative_boolop = false;     // `a && b` is `b && a`
  bool vardef_assign = true;           // `$X = e` matches definitions
  bool arrow_is_function = true;
  bool implicit_deep_exprstmt = true;  // `f();` matches `x = f();`
  // The same text for equal options.
  std::string key() const;
};

struct RuleOptions {
  MatchOptions match;
  GenericOptions generic;
  std::uint32_t max_match_per_file = 0;  // 0: no bound of the rule's own
};

// A value of the wrong type is a mistake; an option that nobody knows is a warning.
RuleOptions read_rule_options(const yaml::Node& node, Errors& errors, Errors& warnings);

}  // namespace sluice
