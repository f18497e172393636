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
  bool ac_matching = true;             // `&&` and `||` in any grouping, `|`, `&` and `^` in any order
  bool attr_expr = true;               // `f(x)` matches `@f(x)`
  bool unify_ids_strictly = true;      // names agree when they mean the same variable; else when they are spelled alike
  bool flddef_assign = false;          // `$X = e` matches fields of JavaScript's objects and classes
  bool let_is_var = true;              // `var $X = e` matches `let` and `const`
  bool implicit_return = true;         // `return $X` matches what a body ends with, where that is returned
  bool go_deeper_expr = true;          // `<... e ...>` looks at what is below
  bool go_deeper_stmt = true;          // `...` reaches into nested statements
  bool implicit_ellipsis = true;       // members of classes and fields of objects may be more than the pattern names
  bool decorators_order_matters = false;
  bool xml_singleton_loose_matching = true;  // `<a/>` is `<a></a>`
  bool xml_attrs_implicit_ellipsis = true;   // attributes may be more than the pattern names
  bool xml_children_ordered = true;
  // The same text for equal options.
  std::string key() const;
};

// What does not carry on taint: `taint_assume_safe_...`.
struct TaintOptions {
  bool safe_functions = false;    // the arguments of a call do not taint its result
  bool safe_indexes = false;      // what chooses an element does not taint it
  bool safe_comparisons = false;
  bool safe_booleans = false;     // nothing of that type is tainted
  bool safe_numbers = false;
};

struct RuleOptions {
  MatchOptions match;
  GenericOptions generic;
  TaintOptions taint;
  std::uint32_t max_match_per_file = 0;  // 0: no bound of the rule's own
};

// A value of the wrong type is a mistake; an option that nobody knows is a warning.
RuleOptions read_rule_options(const yaml::Node& node, Errors& errors, Errors& warnings);

}  // namespace sluice
