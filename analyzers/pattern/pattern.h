// analyzers/pattern/pattern.h - a piece of code with holes, ready to be matched.
//
// A pattern text (`$O.exec($CMD, ...)`) is read by the grammar of its language:
// `$X` and `...` are replaced by stand-ins the grammar accepts, the text is parsed
// in one of the contexts the language's PatternSyntax names, and shaped by the same
// table as files. So a pattern has the shape of the code it is to find.
//
// Names of a pattern are interned in the rules' shared table, the base of every
// Unit's names: matching compares numbers.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/pattern/regex.h"
#include "analyzers/pattern/rule_options.h"
#include "analyzers/source/language.h"
#include "analyzers/unit/kind.h"
#include "analyzers/unit/names.h"
#include "analyzers/unit/type_name.h"
#include "base/result.h"

namespace sluice {

// How the children of one role are matched.
enum class ChildMode : std::uint8_t {
  Sequence,    // in order, one by one; `...` is any number
  Subset,      // any order, more may be there
  Ordered,     // in order, more may be between
  Unordered,   // any order, all must be there unless the pattern has `...`
  Arguments,   // positional in order, keyword arguments by name
  Statements,  // `...` also looks into nested statements; the rest is free after one
};

struct PatternNode {
  Kind kind = Kind::Other;
  Role role = Role::None;
  std::uint16_t symbol = 0;
  NameId name;    // concrete text; holes: the metavariable's name (`$X`)
  NameId word;    // VarDef of JavaScript: `var`, `let` or `const`; Element: `/>` when it is closed in itself;
                  // Hole `($T $X)`: the metavariable of the type (`$T`)
  NameId dotted;  // `a.b.c` of a Name or a chain of Members without holes
  std::int32_t regex = -1;  // StringRegex: index into Pattern::regexes
  std::int32_t type = -1;   // Hole: index into Pattern::types; -1: anything
  std::uint64_t roles = 0;  // bit per Role among the children
  struct Group {
    Role role = Role::None;
    ChildMode mode = ChildMode::Sequence;
    std::vector<std::uint32_t> children;  // node indices
  };
  std::vector<Group> groups;
};

// Of `"=~/re/"`.
inline constexpr Regex::Mode kPatternRegexMode = Regex::Mode::Search;

struct Pattern {
  enum class Shape : std::uint8_t { Node, Sequence };

  std::string text;
  Language language{};
  MatchOptions options;  // of the rule
  Shape shape = Shape::Node;
  std::vector<PatternNode> nodes;
  std::uint32_t root = 0;                  // Shape::Node
  std::vector<std::uint32_t> statements;   // Shape::Sequence
  std::vector<Regex> regexes;              // kPatternRegexMode
  std::vector<TypeName> types;             // of typed metavariables
  std::vector<NameId> metavariables;       // those that bind, in order of appearance
  std::vector<std::string> words;          // identifiers a file must have to match at all
  std::vector<std::vector<NameId>> anchors;  // by node: names within all that it matches (anchors.h); empty: not looked for
  std::vector<NameId> texts;               // of string literals: the file has each, or an expression that is worth it
  // A lone `$X`: it is tried inside what the other patterns leave, not everywhere.
  bool is_bare_metavariable() const { return shape == Shape::Node && nodes[root].kind == Kind::Hole && nodes[root].type < 0; }
};

// `place` is where the text begins in the rule file. Errors: the language has no
// grammar, or the text is no code of it (with what the grammar stumbled over).
Result<Pattern> compile_pattern(Language language, std::string_view text, Names& names, const Place& place);

// For `--explain` and rule authors: the tree as dump(Unit) prints one.
std::string dump(const Pattern& pattern, const Names& names);

// Roles whose absence in the pattern says nothing about the code ("less is ok").
std::uint64_t optional_roles(Language language, Kind kind);
ChildMode child_mode(Language language, Kind parent, Kind grandparent, Role role);

constexpr std::uint64_t role_bit(Role role) { return std::uint64_t{1} << static_cast<unsigned>(role); }

}  // namespace sluice
