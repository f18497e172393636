// Go 1.24, grammar tree-sitter-go.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_go();

namespace sluice {
namespace {

std::vector<RawIndex> fields_of(const Shaper& s, RawIndex raw, std::string_view name) {
  std::vector<RawIndex> found;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, name)) found.push_back(child);
  return found;
}

// `a, b` is a Tuple, `a` alone is itself.
void shape_expression_list(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() == 1) return s.visit(parts[0], role);
  s.open(Kind::Tuple, role, raw);
  s.visit_children(raw);
  s.close();
}

// In the header of an `if` or `for` an assignment is no statement of its own.
bool is_statement(Role role) { return role == Role::Element; }

void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  if (is_statement(role)) s.open(Kind::ExprStmt, role, raw);
  NodeId id = s.open(Kind::Assign, is_statement(role) ? Role::Value : role, raw);
  s.out().set_text(id, s.text(s.field(raw, "operator")));
  s.visit(s.field(raw, "left"), Role::Target);
  s.visit(s.field(raw, "right"), Role::Value);
  s.close();
  if (is_statement(role)) s.close();
}

// `x++`, `ch <- x`, `defer f()`, `go f()`: statements in Go, expressions in the Unit.
void shape_operator_statement(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (is_statement(role)) s.open(Kind::ExprStmt, role, raw);
  NodeId id = s.open(parts.size() == 1 ? Kind::Unary : Kind::Binary, is_statement(role) ? Role::Value : role, raw);
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named) s.out().set_text(id, s.text(child));
  for (std::size_t i = 0; i < parts.size(); ++i)
    s.visit(parts[i], parts.size() == 1 ? Role::Operand : i == 0 ? Role::Left : Role::Right);
  s.close();
  if (is_statement(role)) s.close();
}

// `x := e` defines, as `var x = e` does.
void shape_short_declaration(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  s.visit(s.field(raw, "left"), Role::Name);
  s.visit(s.field(raw, "right"), Role::Value);
  s.close();
}

// `v, ok := <-ch` in a select.
void shape_receive(Shaper& s, RawIndex raw, Role role) {
  RawIndex left = s.field(raw, "left"), right = s.field(raw, "right");
  if (left == kNoRaw) return s.visit(right, role);
  bool defines = s.has_token(raw, ":=");
  NodeId id = s.open(defines ? Kind::VarDef : Kind::Assign, role, raw);
  if (!defines) s.out().set_text(id, "=");
  s.visit(left, defines ? Role::Name : Role::Target);
  s.visit(right, Role::Value);
  s.close();
}

// --- definitions ---

// The keyword of `const ( A = 1; B = 2 )` is written once for all of them.
void write_variable(Shaper& s, ByteRange range, Role role, RawIndex keyword, RawIndex type,
                    const std::vector<RawIndex>& names, const std::vector<RawIndex>& values) {
  s.open(Kind::VarDef, role, range);
  if (s.text(keyword) == "const") s.leaf(Kind::Modifier, Role::Modifier, keyword);
  s.visit(type, Role::Type);
  if (names.size() > 1) s.open(Kind::Tuple, Role::Name, ByteRange{s.raw(names.front()).begin, s.raw(names.back()).end});
  for (RawIndex name : names) s.visit(name, names.size() > 1 ? Role::Element : Role::Name);
  if (names.size() > 1) s.close();
  for (RawIndex value : values) s.visit(value, Role::Value);
  s.close();
}

// `var a, b int = 1, 2`: a VarDef each; `var a, b = f()` is one of a Tuple.
void write_variables(Shaper& s, ByteRange range, Role role, RawIndex keyword, RawIndex spec) {
  std::vector<RawIndex> names = fields_of(s, spec, "name"), values;
  RawIndex type = s.field(spec, "type"), list = s.field(spec, "value");
  if (list != kNoRaw && s.is(list, "expression_list") && !s.is_stand_in(list)) values = s.named_children(list);
  else if (list != kNoRaw) values.push_back(list);
  bool is_pairwise = values.empty() || values.size() == names.size();
  if (!is_pairwise || names.size() == 1) return write_variable(s, range, role, keyword, type, names, values);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<RawIndex> value;
    if (!values.empty()) value.push_back(values[i]);
    write_variable(s, s.range_of(names[i]), role, keyword, type, {names[i]}, value);
  }
}

std::vector<RawIndex> specs_of(const Shaper& s, RawIndex raw) {
  std::vector<RawIndex> specs;
  for (RawIndex child : s.named_children(raw)) {
    bool is_list = s.is(child, "var_spec_list") || s.is(child, "import_spec_list");
    if (!is_list || s.is_stand_in(child)) specs.push_back(child);
    else for (RawIndex spec : s.named_children(child)) specs.push_back(spec);
  }
  return specs;
}

void shape_variables(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> specs = specs_of(s, raw);
  for (RawIndex spec : specs) {
    if (s.is_stand_in(spec) || s.raw(spec).error) s.visit(spec, role);
    else write_variables(s, s.range_of(specs.size() == 1 ? raw : spec), role, raw + 1, spec);
  }
}

void write_import(Shaper& s, ByteRange range, Role role, RawIndex spec) {
  RawIndex name = s.field(spec, "name");
  s.open(Kind::Import, role, range);
  s.visit(s.field(spec, "path"), Role::Module);
  // `_` and `.` name nothing.
  s.visit(name, s.is(name, "package_identifier") ? Role::Alias : Role::Element);
  s.close();
}

void shape_imports(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> specs = specs_of(s, raw);
  for (RawIndex spec : specs) {
    if (s.is(spec, "import_spec") && !s.is_stand_in(spec))
      write_import(s, s.range_of(specs.size() == 1 ? raw : spec), role, spec);
    else s.visit(spec, role);
  }
}

// `type T struct { ... }` is a Class, any other type definition an Other with the text `typedef`.
void write_type_definition(Shaper& s, ByteRange range, Role role, RawIndex spec) {
  RawIndex type = s.field(spec, "type");
  bool is_struct = s.is(type, "struct_type"), is_interface = s.is(type, "interface_type");
  bool is_class = (is_struct || is_interface) && !s.is_stand_in(type);
  NodeId id = s.open(is_class ? Kind::Class : Kind::Other, role, range);
  s.out().set_text(id, !is_class ? "typedef" : is_struct ? "struct" : "interface");
  if (!is_class) s.visit(type, Role::Type);
  s.visit(s.field(spec, "name"), Role::Name);
  s.visit(s.field(spec, "type_parameters"), Role::TypeParameter);
  if (is_class) {
    s.open(Kind::Block, Role::Body, type);
    s.visit_children(type);
    s.close();
  }
  s.close();
}

void shape_types(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> specs = s.named_children(raw);
  for (RawIndex spec : specs) {
    bool is_spec = s.is(spec, "type_spec") || s.is(spec, "type_alias");
    if (is_spec && !s.is_stand_in(spec)) write_type_definition(s, s.range_of(specs.size() == 1 ? raw : spec), role, spec);
    else s.visit(spec, role);
  }
}

// `struct { ... }` where a type stands: a Class without a name; `interface{}` is a plain type.
void shape_inline_type(Shaper& s, RawIndex raw, Role role) {
  bool is_struct = s.is(raw, "struct_type");
  if (!is_struct && s.named_children(raw).empty()) return s.leaf(Kind::Name, role, raw, "interface{}");
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, is_struct ? "struct" : "interface");
  s.open(Kind::Block, Role::Body, raw);
  s.visit_children(raw);
  s.close();
  s.close();
}

// `a, b int` with a tag: a VarDef each; an embedded type has no name.
void shape_field(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> names = fields_of(s, raw, "name");
  std::size_t count = names.empty() ? 1 : names.size();
  for (std::size_t i = 0; i < count; ++i) {
    s.open(Kind::VarDef, role, count == 1 ? raw : names[i]);
    s.visit(s.field(raw, "tag"), Role::Attribute);
    s.visit(s.field(raw, "type"), Role::Type);
    if (!names.empty()) s.visit(names[i], Role::Name);
    s.close();
  }
}

// `a, b int`: a Parameter each. In a pattern `..., r *http.Request` reads as two names of one type.
void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> names = fields_of(s, raw, "name");
  std::size_t count = names.empty() ? 1 : names.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!names.empty() && s.is_ellipsis(names[i])) {
      s.visit(names[i], role);
      continue;
    }
    s.open(Kind::Parameter, role, raw);
    if (s.is(raw, "variadic_parameter_declaration"))
      for (RawIndex child : s.all_children(raw))
        if (!s.raw(child).named) s.leaf(Kind::Modifier, Role::Modifier, child);
    s.visit(s.field(raw, "type"), Role::Type);
    if (!names.empty()) s.visit(names[i], Role::Name);
    s.close();
  }
}

// `[K comparable, V any]`
void shape_type_parameters(Shaper& s, RawIndex raw, Role) {
  for (RawIndex declaration : s.named_children(raw)) {
    std::vector<RawIndex> names = fields_of(s, declaration, "name");
    if (names.empty() || s.is_stand_in(declaration)) s.visit(declaration, Role::TypeParameter);
    for (RawIndex name : names) {
      s.open(Kind::TypeParameter, Role::TypeParameter, names.size() == 1 ? declaration : name);
      if (names.size() == 1) s.visit(s.field(declaration, "type"), Role::Type);
      s.visit(name, Role::Name);
      s.close();
    }
  }
}

// `func (r *T) name(...)`: the receiver is the Object.
void shape_method(Shaper& s, RawIndex raw, Role role) {
  RawIndex receiver = s.field(raw, "receiver");
  s.open(Kind::Function, role, raw);
  if (receiver != kNoRaw) s.visit_children(receiver, Role::Object);
  s.visit(s.field(raw, "result"), Role::ReturnType);
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "parameters"), Role::Parameters);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// --- expressions ---

// `{A: 1}` is a Map, `{1, 2}` an Array.
void shape_literal_value(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  // `{...}` in a pattern may be either.
  if (parts.size() == 1 && s.is_ellipsis(parts[0])) return s.visit(parts[0], role);
  bool has_key = false;
  for (RawIndex part : parts) has_key |= s.is(part, "keyed_element");
  s.open(has_key ? Kind::Map : Kind::Array, role, raw);
  s.visit_children(raw);
  s.close();
}

void shape_pair(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

// `[]T`, `[3]T`, `*T`, `chan T`, `map[K]V`: the text of the Type says which.
template <char... kText>
void shape_type(Shaper& s, RawIndex raw, Role role) {
  static constexpr char kName[] = {kText...};
  RawIndex length = s.field(raw, "length"), key = s.field(raw, "key");
  NodeId id = s.open(Kind::Type, role, raw);
  s.out().set_text(id, {kName, sizeof(kName)});
  s.visit(key, Role::Key);
  for (RawIndex child : s.named_children(raw))
    if (child != length && child != key) s.visit(child, Role::Type);
  s.visit(length, Role::Element);
  s.close();
}

// --- statements ---

// Go's one loop keyword is four loops.
void shape_for(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body"), header = kNoRaw;
  for (RawIndex child : s.named_children(raw))
    if (child != body) header = child;
  bool is_range = s.is(header, "range_clause"), is_clause = s.is(header, "for_clause");
  if (header != kNoRaw && !is_range && !is_clause) {
    s.open(Kind::While, role, raw);
    s.visit(header, Role::Condition);
  } else if (is_range && !s.is_stand_in(header)) {
    s.open(Kind::ForEach, role, raw);
    s.visit(s.field(header, "left"), Role::Target);
    s.visit(s.field(header, "right"), Role::Value);
  } else {
    s.open(Kind::For, role, raw);
    if (header != kNoRaw) s.visit_children(header);
  }
  s.visit(body, Role::Body);
  s.close();
}

void shape_switch(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Switch, role, raw);
  if (s.is(raw, "type_switch_statement")) s.out().set_text(id, "type");
  if (s.is(raw, "select_statement")) s.out().set_text(id, "select");
  s.visit_children(raw);
  s.close();
}

void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_list = s.is(child, "expression_list") && s.has_field(child, "value") && !s.is_stand_in(child);
    if (is_list) s.visit_children(child, Role::Label);
    else s.visit(child, s.raw(child).field != 0 ? Role::Label : Role::Element);
  }
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "blank_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "field_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "package_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "label_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "iota", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "dot", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "qualified_type", .kind = Kind::Member, .fields = {{{"package", Role::Object}}}},
    {.type = "pointer_type", .kind = Kind::Type, .shape = shape_type<'*'>},
    {.type = "slice_type", .kind = Kind::Type, .shape = shape_type<'[', ']'>},
    {.type = "array_type", .kind = Kind::Type, .shape = shape_type<'[', ']'>},
    {.type = "implicit_length_array_type", .kind = Kind::Type, .shape = shape_type<'[', ']'>},
    {.type = "map_type", .kind = Kind::Type, .shape = shape_type<'m', 'a', 'p'>},
    {.type = "channel_type", .kind = Kind::Type, .shape = shape_type<'c', 'h', 'a', 'n'>},
    {.type = "function_type", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "generic_type", .kind = Kind::Type, .fields = {{{"type", Role::Name}, {"type_arguments", Role::Element}}}},
    {.type = "type_instantiation_expression", .kind = Kind::Type, .fields = {{{"type", Role::Name}}}},
    {.type = "type_arguments", .make = Make::Splice},
    {.type = "type_elem", .make = Make::Splice},
    {.type = "type_constraint", .kind = Kind::Type},
    {.type = "negated_type", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "parenthesized_type", .make = Make::Splice},
    {.type = "struct_type", .kind = Kind::Class, .shape = shape_inline_type},
    {.type = "interface_type", .kind = Kind::Class, .shape = shape_inline_type},
    {.type = "field_declaration_list", .make = Make::Splice},
    {.type = "field_declaration", .kind = Kind::VarDef, .shape = shape_field},
    {.type = "method_elem", .kind = Kind::Function},
    // Literals
    {.type = "interpreted_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "raw_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "rune_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "int_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "imaginary_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "nil", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "composite_literal", .kind = Kind::New},
    {.type = "literal_value", .shape = shape_literal_value},
    {.type = "literal_element", .make = Make::Splice},
    {.type = "keyed_element", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "func_literal", .kind = Kind::Lambda},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .fields = {{{"type_arguments", Role::TypeParameter}}}},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "variadic_argument", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "selector_expression", .kind = Kind::Member, .fields = {{{"operand", Role::Object}}}},
    {.type = "index_expression", .kind = Kind::Index, .fields = {{{"operand", Role::Object}, {"index", Role::Element}}}},
    {.type = "slice_expression", .kind = Kind::Index, .fields = {{{"operand", Role::Object}, {"start", Role::Left}, {"end", Role::Right}}}, .text = TextFrom::Operator},
    {.type = "type_assertion_expression", .kind = Kind::Cast, .fields = {{{"operand", Role::Value}}}, .text = TextFrom::FirstToken},
    {.type = "type_conversion_expression", .kind = Kind::Cast, .fields = {{{"operand", Role::Value}}}},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "expression_list", .kind = Kind::Tuple, .shape = shape_expression_list},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "statement_list", .make = Make::Splice},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "assignment_statement", .kind = Kind::Assign, .shape = shape_assignment},
    {.type = "short_var_declaration", .kind = Kind::VarDef, .shape = shape_short_declaration},
    {.type = "inc_statement", .kind = Kind::Unary, .shape = shape_operator_statement},
    {.type = "dec_statement", .kind = Kind::Unary, .shape = shape_operator_statement},
    {.type = "send_statement", .kind = Kind::Binary, .shape = shape_operator_statement},
    {.type = "defer_statement", .kind = Kind::Unary, .shape = shape_operator_statement},
    {.type = "go_statement", .kind = Kind::Unary, .shape = shape_operator_statement},
    {.type = "receive_statement", .shape = shape_receive},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "for_statement", .kind = Kind::For, .shape = shape_for},
    {.type = "for_clause", .make = Make::Splice},
    {.type = "expression_switch_statement", .kind = Kind::Switch, .shape = shape_switch},
    {.type = "type_switch_statement", .kind = Kind::Switch, .fields = {{{"alias", Role::Alias}}}, .shape = shape_switch},
    {.type = "select_statement", .kind = Kind::Switch, .shape = shape_switch},
    {.type = "expression_case", .kind = Kind::Case, .shape = shape_case},
    {.type = "type_case", .kind = Kind::Case, .shape = shape_case},
    {.type = "communication_case", .kind = Kind::Case, .shape = shape_case},
    {.type = "default_case", .kind = Kind::Case, .shape = shape_case},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "goto_statement", .kind = Kind::Goto, .rest = Role::Label},
    {.type = "labeled_statement", .kind = Kind::Labeled},
    {.type = "fallthrough_statement", .kind = Kind::Token, .make = Make::Leaf},
    // Definitions
    {.type = "package_clause", .kind = Kind::Package, .rest = Role::Name},
    {.type = "import_declaration", .kind = Kind::Import, .shape = shape_imports},
    {.type = "var_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "const_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "type_declaration", .shape = shape_types},
    {.type = "function_declaration", .kind = Kind::Function},
    {.type = "method_declaration", .kind = Kind::Function, .shape = shape_method},
    {.type = "parameter_list", .kind = Kind::Parameters},
    {.type = "parameter_declaration", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "variadic_parameter_declaration", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "type_parameter_list", .shape = shape_type_parameters},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    // First: `Field: value` is to be a field of a literal, not a label.
    {"var slf = SlW{ ", "}\n"}, {"", "\n"}, {"func slf() { ", "\n}"}, {"var slf = ", "\n"}, {"var slf ", "\n"},
    {"", " {}\n", false, true}, {"func slf() { ", " {}\n}", false, true}, {"func slf() { switch { ", "\n} }"},
    {"type SlW struct { ", "\n}"}, {"type SlW interface { ", "\n}"}, {"func slf(", ") {}\n"}};
constexpr std::string_view kEllipsis[] = {"@", "@: 1", "@ int", "var @ int", "case @:", "@; @; @", "\"@\""};
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t) {
  return is_at_arm(text, begin, {"switch", "select"}) ? std::string_view("case @:") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@", "\"@\"", "@ int"};

// `ch <- x` sends where statements stand; in an expression it is `ch < -x`. A
// semicolon keeps it from being read as one; the blank behind it, from being part of the pattern.
std::string prepare_pattern(std::string_view text) {
  std::size_t arrow = text.find("<-");
  std::string_view before = trim(text.substr(0, arrow == std::string_view::npos ? 0 : arrow));
  bool has_operand = !before.empty() && std::string_view("(,=:{&|!+").find(before.back()) == std::string_view::npos;
  bool is_type = before.ends_with("chan") || before.ends_with("return") || before.ends_with("range") || before.ends_with("case");
  bool is_send = has_operand && !is_type && text.find_first_of("{\n") == std::string_view::npos;
  return std::string(text) + (is_send ? "; " : "");
}

}  // namespace

const LanguageDefinition& go_definition() {
  static constexpr LanguageDefinition kGo{
      .language = Language::Go,
      .grammar = tree_sitter_go,
      .shapes = kShapes,
      .imports = ImportStyle::LastPath,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .prepare = prepare_pattern, .metavariable = kMetavariable, .quotes = "\"'`", .spread_before_name = true,
                  .typed_hole = TypedHoleForm::NameFirst},
      .equivalences = {.has_for_only = true, .list_definition_word = "var"},
      .execution = {.throwing_calls = "panic", .break_leaves_switch = true, .loops_give_keys = true, .has_comma_ok = true},
      .is_full = true,
  };
  return kGo;
}

}  // namespace sluice
