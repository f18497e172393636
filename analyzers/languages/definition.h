// analyzers/languages/definition.h - what one file says of one language.
//
// To add a language: analyzers/languages/<language>.cpp defines
// `const LanguageDefinition& <language>_definition()`, one line in languages.def
// names it, and tests/unit/analyzers/languages/samples/ gets a real file of it. Without a
// build a shared library and a YAML table join (joined.h, docs/adding-a-language.md).
//
// The heart is a table from the grammar's node types to the kinds of
// analyzers/unit/kind.h. What is not in it becomes `Other` with all its named
// children, so nothing is lost and everything can still be matched. What the
// table cannot say, a shaper function does (analyzers/syntax/shapers.h has those
// that several languages share). A language without a grammar gives a reader instead.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/language.h"
#include "analyzers/unit/kind.h"

struct TSLanguage;

namespace sluice {

class Names;
class Shaper;
class Unit;
struct JoinedShape;
struct StandIn;
struct LanguageDefinition;
using RawIndex = std::uint32_t;
inline constexpr RawIndex kNoRaw = UINT32_MAX;

struct FieldRole {
  std::string_view field;  // a field name of the grammar
  Role role = Role::None;
};

// What becomes of a grammar node.
enum class Make : std::uint8_t {
  Node,     // a node of `kind` with the node's children
  Leaf,     // a leaf of `kind`; its text is the source text (literals: see `kind`)
  Splice,   // nothing of itself: its children stand in its place (parentheses)
  Drop,     // nothing at all (`;`, an empty statement)
  Comment,  // kept aside in Unit::comments
};

// Where a Make::Node gets its `text` from.
enum class TextFrom : std::uint8_t {
  Nothing,
  Operator,   // the field `operator`, else the first token that is not a bracket
  FirstToken, // the first token of any sort (`class` of a class declaration)
  Source,     // the whole source text
};

struct NodeShape {
  std::string_view type;  // the grammar's node type; anonymous tokens only when in `tokens`
  Kind kind = Kind::Other;
  Make make = Make::Node;
  // Roles of this node's fields; a field not named here has the language's default
  // role, then that of kCommonFields (analyzers/syntax/shaper.cpp).
  std::array<FieldRole, 8> fields{};
  Role rest = Role::Element;  // the role of children without a field
  TextFrom text = TextFrom::Nothing;
  // Instead of all that: writes whatever nodes it likes in place of `raw`.
  void (*shape)(Shaper& shaper, RawIndex raw, Role role) = nullptr;
  const JoinedShape* joined = nullptr;  // what `shape` goes by, in the table of a language that joined
};

// How a metavariable with a type is written (analyzers/pattern/typed_hole.h).
enum class TypedHoleForm : std::uint8_t {
  None,
  TypeFirst,  // `(T $X)`
  NameFirst,  // `($X : T)`
  Argument,   // `f($X: T)`
};

// How a pattern text becomes a program the grammar can read. `@` in a text below
// is the stand-in word.
struct PatternWrapper {
  std::string_view before, after;
  bool only_braced = false;  // tried first, and only, for a pattern in `{ }`
  // The pattern is the head of something that `after` completes (`if (x)` and ` {}`): it
  // is the whole of it, and what `after` added is no part of the pattern.
  bool is_head = false;
  // Nearly any text is read without error in it: tried when nothing else reads the pattern.
  bool is_fallback = false;
  bool only_pair = false;  // tried first, and only, for a pair of a map: `:a => $X`, `"a" => $X`, `$A => $X`
};
struct PatternSyntax {
  // Tried in this order; the first that parses without error wins.
  std::span<const PatternWrapper> wrappers{};
  // What `...` can be replaced with: an expression, a statement, a parameter, a member, ...
  std::span<const std::string_view> ellipsis{};
  // What `...` at the bytes [begin, end) of a pattern is replaced with, where the place alone
  // tells; empty where it does not, and `ellipsis` is tried. May be null.
  std::string_view (*ellipsis_at)(std::string_view pattern, std::size_t begin, std::size_t end) = nullptr;
  // Rewrites what rule authors may write and the grammar does not take. May be null.
  std::string (*prepare)(std::string_view pattern) = nullptr;
  // The one of them that is a parameter: tried first where a definition has its parameters.
  std::string_view parameter{};
  // What `$X` can be replaced with; `@` is a word in upper case.
  std::span<const std::string_view> metavariable{};
  // True where `$x` is an ordinary identifier or variable (PHP, JavaScript, Bash, ...).
  bool dollar_in_names = false;
  // Which quotes begin a text that patterns must not be read in.
  std::string_view quotes = "\"'";
  // What opens code in such a text, where the language has that (`${`, `#{`); it ends with
  // the bracket that closes it. `$X` and `...` in that code are seen.
  std::string_view interpolation = {};
  // The letters of which one must stand before such a text (`f"{x}"`); empty: none needed.
  std::string_view template_prefix = {};
  // What begins a comment to the end of the line; empty: none.
  std::string_view line_comment = "//";
  // Words that are no names, separated by blanks: where one is not expected, grammars take
  // `if (x)` for a call. A reading with such a name is no reading.
  std::string_view keywords{};
  // `...name` is a spread, not an ellipsis.
  bool spread_before_name = false;
  TypedHoleForm typed_hole = TypedHoleForm::None;
  // `f x` is a call: parentheses behind a name group, they hold no list.
  bool calls_without_brackets = false;
  // A pattern that is no code of this language is read as code of that one, which has more
  // (JavaScript: TypeScript with JSX). May be null.
  const LanguageDefinition& (*wider)() = nullptr;
  // The grammar keeps attributes of a class's member beside it, also where it stands alone.
  bool has_attributes_beside_members = false;
};

// Whether a function gives back the value of its last statement without a `return`.
enum class LastValue : std::uint8_t { Dropped, Returned, ReturnedWithoutSemicolon };

// What means the same in this language, beyond what does in all (docs/rule-language.md).
struct Equivalences {
  // An object literal is a record, of which a pattern names some fields. Elsewhere it is a value,
  // and a pattern that means "and more" says `...`.
  bool has_open_objects = false;
  // `{"a": 1}` is `{a: 1}`.
  bool has_optional_key_quotes = false;
  // `{x: e}` and `class { x = e }` are assignments to a field: the option `flddef_assign` looks at them.
  bool has_field_definitions = false;
  // `"1"` is 1 and `"true"` is true.
  bool coerces_literals = false;
  // A block in the body of a pattern's block is also one that stands deeper in another.
  bool finds_nested_blocks = false;
  // `a.b` and `b` may call, as `a.b()` and `b()` do.
  bool calls_without_parentheses = false;
  // A body with nothing in it has no node, of functions too. (A class without a body is an empty one anyway.)
  bool leaves_out_empty_bodies = false;
  LastValue last_value = LastValue::Dropped;
  // A body has brackets around it: what is a body without them is an expression, whose value is returned.
  bool has_bracketed_bodies = true;
  // The word that defines a variable (`var`, `let`) means something to patterns.
  bool has_definition_words = false;
  // `[...]` is a list, and a map as well.
  bool has_maps_in_brackets = false;
  // `while` is written `for`, so that `for ... { }` is one, too.
  bool has_for_only = false;
  // A definition of several names is no assignment to them when it begins with this word; empty: it always is.
  std::string_view list_definition_word{};
};

// How code runs where languages differ: what analyzers/flow goes by. Lists of names are separated by blanks.
struct Execution {
  // What the receiver of a method is called.
  std::string_view self_names{};
  // Names that begin with this are fields of the receiver.
  std::string_view field_prefix{};
  // Variables begin with this; the fields that they are declared as do not (`$x`, `$this->x`).
  std::string_view variable_prefix{};
  // What a method is called that makes an object, beside the name of its class.
  std::string_view constructor_names{};
  // Calls that throw, and calls that end the program.
  std::string_view throwing_calls{}, ending_calls{};
  // Calls, and the first word of statements, after which the places that they name hold nothing.
  std::string_view removing_calls{}, removing_word{};
  // What is called on a thing of `with`, `using` or `try (...)` when the block is left.
  std::string_view exit_method{};
  // The parameter of a property's `set` that nobody declares.
  std::string_view setter_parameter{};
  // Names that are there without a declaration and that nothing is stored in: where the file is.
  std::string_view constants{};
  // In a method a field needs no `this.`.
  bool has_implicit_fields = false;
  // A method's first parameter is the receiver, unless one of its decorators says `staticmethod`.
  bool receiver_is_first_parameter = false;
  // `a.b` calls b, and so does a bare `b` that is no variable.
  bool members_are_calls = false;
  // A case that does not end in a jump goes on with the next.
  bool falls_through = false;
  // `break` leaves a switch; elsewhere it leaves the loop around it.
  bool break_leaves_switch = false;
  // A name alone as a pattern takes the value.
  bool names_in_patterns_bind = false;
  // Functions are there when their definition was met; elsewhere when their block begins.
  bool defines_in_order = false;
  // Decorators are called with what they decorate.
  bool runs_decorators = false;
  // A loop's only target gets keys, the first of two as well.
  bool loops_give_keys = false;
  // `v, ok = m[k]`: the second says whether the first was there.
  bool has_comma_ok = false;
  // `yield` calls the block that the caller gives; gives a switch its value; ends when it has no value.
  bool yield_calls_block = false, yield_is_value_of_switch = false, bare_yield_ends = false;
};

// How to read imports (analyzers/unit/imports.h).
enum class ImportStyle : std::uint8_t {
  None,
  Names,      // `from a import b as c`, `import {b as c} from 'a'`: names are listed
  LastName,   // `import a.b.C`: C means a.b.C (Java, Kotlin, Scala, PHP `use`)
  LastPath,   // `import "a/b"`: b is the package (Go)
  Vectors,    // `[a.b :as c :refer [d]]`, `(import 'a.b.C)`: no nodes of their own (Clojure)
};

struct LanguageDefinition {
  Language language{};
  const TSLanguage* (*grammar)() = nullptr;
  // Instead of a grammar and its table: a reader of our own. `stand_ins` are the stand-ins
  // of a pattern; null for a file.
  Unit (*read)(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins) = nullptr;
  // Writes over what the grammar stumbles at, so that it reads the rest; the text's length
  // stays. Places and names are taken from the text as it was. Null: nothing to do.
  void (*prepare)(std::string& text) = nullptr;
  // Tokens that stand for themselves, as if the grammar had a node for them (Swift's `nil`).
  std::span<const std::string_view> tokens{};
  std::span<const NodeShape> shapes{};
  std::span<const FieldRole> fields{}; // default roles of field names, beyond the common ones
  // Node types inside a string node that hold code: such a string becomes a Template.
  std::span<const std::string_view> interpolations{};
  // The code in a string has no node around it: what is not Kind::StringText there is code.
  bool has_bare_interpolations = false;
  ImportStyle imports = ImportStyle::None;
  PatternSyntax pattern{};
  // A pattern that is no code of this language is read as code of that one, which its files
  // hold in the same Unit (a Dockerfile the shell's).
  const LanguageDefinition& (*inner)() = nullptr;
  // Names that a Unit has though the file need not spell them (PHP's `echo` of `<?= $x ?>`).
  std::span<const std::string_view> implied_names{};
  // Expressions stand in blocks without a statement node around them (Ruby, Kotlin, ...):
  // they get an ExprStmt, so that sequences of statements look the same everywhere.
  bool has_bare_expressions = false;
  // Which of them are statements all the same, where one node type is both (Elixir's `def` is a call).
  bool (*is_statement)(const Shaper& shaper, RawIndex raw) = nullptr;
  Equivalences equivalences{};
  Execution execution{};
  // Texts over several lines have an indentation that is not of their content (analyzers/syntax/embedded.h).
  bool has_indented_texts = false;
  // After an error that its grammar does not get out of, reading starts again at the next line that
  // begins with a letter: for languages whose definitions begin lines.
  bool restarts_behind_errors = false;
  // True when all of the grammar is mapped; false: calls, members, literals,
  // assignments and definitions only.
  bool is_full = false;
};

// Null for a language without grammar and reader (plain text).
const LanguageDefinition* find_definition(Language language);
// None for such a language.
const Equivalences& equivalences_of(Language language);
const Execution& execution_of(Language language);

}  // namespace sluice
