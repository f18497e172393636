// C++26 as far as the grammar knows it, grammar tree-sitter-cpp. Most of the table: c_family.h.
#include "analyzers/languages/c_family.h"
#include "analyzers/languages/pattern_place.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_cpp();

namespace sluice {
namespace {

using c_family::Place;
using c_family::Prefix;

bool is_named_cast(std::string_view name) {
  return name == "static_cast" || name == "dynamic_cast" || name == "reinterpret_cast" || name == "const_cast";
}

// `f<T>` where it is called: the node of name and type arguments, wherever in `a.b::f<T>`.
RawIndex template_of_callee(const Shaper& s, RawIndex callee) {
  while (callee != kNoRaw && !s.is_stand_in(callee)) {
    if (s.is(callee, "template_function") || s.is(callee, "template_method")) return callee;
    if (s.is(callee, "field_expression")) callee = s.field(callee, "field");
    else if (s.is(callee, "qualified_identifier")) callee = s.field(callee, "name");
    else if (s.is(callee, "dependent_name")) callee = s.first_named(callee);
    else break;
  }
  return kNoRaw;
}

// `static_cast<T>(x)` is a Cast, not a call of a template. Other type arguments are children
// of the Call, so that a rule may leave them out.
void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex function = s.field(raw, "function");
  RawIndex generic = template_of_callee(s, function);
  if (generic == kNoRaw) return s.visit_by_table(raw, role);
  std::string_view name = s.text(s.field(generic, "name"));
  RawIndex types = s.field(generic, "arguments");
  bool is_cast = generic == function && is_named_cast(name);
  NodeId id = s.open(is_cast ? Kind::Cast : Kind::Call, role, raw);
  if (is_cast) {
    s.out().set_text(id, name);
    s.visit(s.first_named(types), Role::Type);
    for (RawIndex argument : s.named_children(s.field(raw, "arguments"))) s.visit(argument, Role::Value);
  } else {
    s.visit(function, Role::Callee);
    s.visit(types, Role::TypeParameter);
    s.visit(s.field(raw, "arguments"), Role::Arguments);
  }
  s.close();
}

// The name alone where shape_call() writes the types, and of what is declared.
void shape_template_function(Shaper& s, RawIndex raw, Role role) {
  if (role == Role::Callee || role == Role::Name) return s.visit(s.field(raw, "name"), role);
  s.visit_by_table(raw, role);
}

// A declaration inside a function may construct (c_family.h, Place).
void visit_statement(Shaper& s, RawIndex raw, Role role) {
  bool is_plain_declaration = s.is(raw, "declaration") && !s.is_stand_in(raw) && !s.raw(raw).error;
  if (is_plain_declaration) c_family::write_declaration(s, raw, role, {}, s.is_pattern() ? Place::Pattern : Place::Function);
  else s.visit(raw, role);
}

void shape_declaration(Shaper& s, RawIndex raw, Role role) {
  c_family::write_declaration(s, raw, role, {}, s.is_pattern() ? Place::Pattern : Place::File);
}

void shape_block_of_statements(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  for (RawIndex child : s.all_children(raw))
    if (s.raw(child).named || s.raw(child).error) visit_statement(s, child, Role::Element);
  s.close();
}

void shape_case(Shaper& s, RawIndex raw, Role role) {
  RawIndex label = s.field(raw, "value");
  s.open(Kind::Case, role, raw);
  s.visit(label, Role::Label);
  for (RawIndex child : s.all_children(raw)) {
    bool is_statement = child != label && (s.raw(child).named || s.raw(child).error);
    if (is_statement) visit_statement(s, child, Role::Element);
  }
  s.close();
}

void collect_path(const Shaper& s, RawIndex raw, std::vector<RawIndex>& parts) {
  bool is_path = s.is(raw, "qualified_identifier") || s.is(raw, "nested_namespace_specifier");
  if (!is_path || s.is_stand_in(raw)) return parts.push_back(raw);
  for (RawIndex child : s.named_children(raw)) collect_path(s, child, parts);
}

// `a::b::c` nests to the right in the grammar and to the left here; `::a` is `a`.
void shape_path(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts;
  collect_path(s, raw, parts);
  write_path(s, parts, role);
}

// `R"x(content)x"`
void shape_raw_string(Shaper& s, RawIndex raw, Role role) {
  RawIndex content = s.child_of_type(raw, "raw_string_content");
  s.string(raw, role, content == kNoRaw ? std::string_view() : s.text(content));
}

// `if (int n = f(); n > 0)`: the role is the condition's or the switched value's.
void shape_condition(Shaper& s, RawIndex raw, Role role) {
  s.visit(s.field(raw, "initializer"), Role::Init);
  s.visit(s.field(raw, "value"), role);
}

// `operator bool` as the name of a function; the rest of the node is its parameters.
void shape_operator_cast(Shaper& s, RawIndex raw, Role role) {
  RawIndex type = s.field(raw, "type");
  ByteRange range{s.raw(raw).begin, type == kNoRaw ? s.raw(raw).end : s.raw(type).end};
  std::string_view text = s.text(raw).substr(0, range.end - range.begin);
  s.out().leaf(Kind::Name, role, range, text, s.raw(raw).symbol);
}

// `[&a, b = f()](int x) -> int { ... }`: what is captured has the role Init.
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  RawIndex declarator = s.field(raw, "declarator");
  s.open(Kind::Lambda, role, raw);
  if (RawIndex captures = s.field(raw, "captures"); captures != kNoRaw) s.visit_children(captures, Role::Init);
  if (declarator != kNoRaw) {
    RawIndex trailing = s.child_of_type(declarator, "trailing_return_type");
    if (trailing != kNoRaw) s.visit_children(trailing, Role::ReturnType);
    s.visit(s.field(declarator, "parameters"), Role::Parameters);
  }
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// `(a, b)` or `{a, b}` of a constructor: Arguments in both cases.
void write_braced_arguments(Shaper& s, RawIndex raw) {
  if (!s.is(raw, "initializer_list") || s.is_stand_in(raw)) return s.visit(raw, Role::Arguments);
  s.open(Kind::Arguments, Role::Arguments, raw);
  s.visit_children(raw);
  s.close();
}

// `new (place) T[n]{args}`
void shape_new(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> dimensions;
  for (RawIndex at = s.field(raw, "declarator"); at != kNoRaw; at = s.child_of_type(at, "new_declarator"))
    dimensions.insert(dimensions.begin(), at);
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "placement"), Role::Modifier);
  c_family::write_wrapped_type(s, s.field(raw, "type"), dimensions, Role::Type);
  write_braced_arguments(s, s.field(raw, "arguments"));
  s.close();
}

// `T{args}` makes a T; `(T){args}` is C's compound literal.
void shape_braced(Shaper& s, RawIndex raw, Role role) {
  if (s.has_token(raw, "(")) return s.visit_by_table(raw, role);
  RawIndex value = s.field(raw, "value");
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "type"), Role::Type);
  write_braced_arguments(s, value);
  s.close();
}

void shape_delete(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.has_token(raw, "[") ? "delete[]" : "delete");
  s.visit(s.first_named(raw), Role::Operand);
  s.close();
}

void shape_for_range(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ForEach, role, raw);
  s.visit(s.field(raw, "initializer"), Role::Init);
  c_family::write_typed_name(s, raw, Role::Target);
  s.visit(s.field(raw, "right"), Role::Value);
  s.visit_block(s.field(raw, "body"), Role::Body);
  s.close();
}

void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_clause")) s.visit(child, Role::Catch);
    else if (s.is(child, "field_initializer_list")) s.visit_children(child, Role::Init);
    else s.visit(child, Role::Body);
  }
  s.close();
}

// `catch (const E& e)`; `catch (...)` has neither type nor name.
void shape_catch(Shaper& s, RawIndex raw, Role role) {
  RawIndex parameters = s.field(raw, "parameters");
  s.open(Kind::Catch, role, raw);
  if (parameters != kNoRaw) {
    for (RawIndex child : s.named_children(parameters)) {
      if (s.is_stand_in(child)) s.visit(child, Role::Type);
      else c_family::write_typed_name(s, child, Role::Name);
    }
  }
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// `: a(1), b{2}`: each is a call of a member's or a base's constructor.
void shape_field_initializer(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Call, role, raw);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0) s.visit(parts[i], Role::Callee);
    else write_braced_arguments(s, parts[i]);
  }
  s.close();
}

// `using std::string;`, `using namespace std;`
void shape_using(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  s.visit(s.first_named(raw), Role::Module);
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named && s.text(child) == "namespace") s.leaf(Kind::Token, Role::Element, child);
  s.close();
}

// `using a = b;` has the shape of `typedef b a;`.
void shape_alias(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Other, role, raw);
  s.out().set_text(id, "typedef");
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "name"), Role::Name);
  s.close();
}

// The parameters of a template belong to what it defines.
void write_template(Shaper& s, RawIndex raw, Role role, Prefix prefix) {
  RawIndex parameters = s.field(raw, "parameters");
  if (parameters != kNoRaw) prefix.type_parameters.push_back(parameters);
  if (prefix.outer == kNoRaw) prefix.outer = raw;
  for (RawIndex child : s.named_children(raw)) {
    if (child == parameters || s.is(child, "requires_clause")) continue;
    Kind kind = s.is_stand_in(child) ? Kind::Other : s.kind_of(child);
    if (s.is(child, "template_declaration")) write_template(s, child, role, prefix);
    else if (kind == Kind::Function) c_family::write_function(s, child, role, prefix);
    else if (kind == Kind::VarDef) c_family::write_declaration(s, child, role, prefix, Place::File);
    else if (kind == Kind::Class) c_family::write_class(s, child, role, prefix);
    else s.visit(child, role);
  }
}

void shape_template(Shaper& s, RawIndex raw, Role role) { write_template(s, raw, role, {}); }

// `static_assert(c, "m");` reads as a statement that calls.
void shape_static_assert(Shaper& s, RawIndex raw, Role role) {
  RawIndex keyword = s.all_children(raw).front();
  s.open(Kind::ExprStmt, role, raw);
  s.open(Kind::Call, Role::Value, raw);
  s.leaf(Kind::Name, Role::Callee, keyword);
  s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(keyword).end, s.raw(raw).end});
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Element);
  s.close();
  s.close();
  s.close();
}

constexpr NodeShape kOwnShapes[] = {
    // Names and types
    {.type = "namespace_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "auto", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "operator_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "destructor_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "operator_cast", .kind = Kind::Name, .shape = shape_operator_cast},
    {.type = "qualified_identifier", .kind = Kind::Member, .shape = shape_path},
    {.type = "nested_namespace_specifier", .kind = Kind::Member, .shape = shape_path},
    {.type = "template_function", .kind = Kind::Type, .fields = {{{"arguments", Role::Element}}}, .shape = shape_template_function},
    {.type = "template_method", .kind = Kind::Type, .fields = {{{"arguments", Role::Element}}}, .shape = shape_template_function},
    {.type = "template_type", .kind = Kind::Type, .fields = {{{"arguments", Role::Element}}}},
    {.type = "template_argument_list", .make = Make::Splice},
    {.type = "dependent_name", .make = Make::Splice},
    {.type = "dependent_type", .make = Make::Splice},
    {.type = "placeholder_type_specifier", .make = Make::Splice},
    {.type = "decltype", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "structured_binding_declarator", .kind = Kind::Tuple},
    // Literals
    {.type = "raw_string_literal", .kind = Kind::String, .shape = shape_raw_string},
    {.type = "user_defined_literal", .make = Make::Splice},
    {.type = "literal_suffix", .make = Make::Drop},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .shape = shape_call},
    {.type = "subscript_argument_list", .make = Make::Splice},
    {.type = "lambda_expression", .shape = shape_lambda},
    {.type = "lambda_default_capture", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "lambda_capture_initializer", .kind = Kind::VarDef, .fields = {{{"left", Role::Name}, {"right", Role::Value}}}},
    {.type = "new_expression", .shape = shape_new},
    {.type = "delete_expression", .shape = shape_delete},
    {.type = "compound_literal_expression", .kind = Kind::Cast, .shape = shape_braced},
    {.type = "parameter_pack_expansion", .kind = Kind::Spread, .fields = {{{"pattern", Role::Value}}}},
    {.type = "fold_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "co_await_expression", .kind = Kind::Await, .fields = {{{"argument", Role::Value}}}},
    // Statements
    {.type = "compound_statement", .kind = Kind::Block, .shape = shape_block_of_statements},
    {.type = "case_statement", .kind = Kind::Case, .shape = shape_case},
    {.type = "condition_clause", .shape = shape_condition},
    {.type = "init_statement", .make = Make::Splice},
    {.type = "for_range_loop", .shape = shape_for_range},
    {.type = "try_statement", .shape = shape_try},
    {.type = "catch_clause", .shape = shape_catch},
    {.type = "throw_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "co_return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "co_yield_statement", .kind = Kind::Yield, .rest = Role::Value},
    // Definitions
    {.type = "declaration", .kind = Kind::VarDef, .shape = shape_declaration},
    {.type = "class_specifier", .kind = Kind::Class, .shape = c_family::shape_class},
    {.type = "access_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "default_method_clause", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "delete_method_clause", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "pure_virtual_clause", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "explicit_function_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "virtual_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "noexcept", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "throw_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ref_qualifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "requires_clause", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "field_initializer", .shape = shape_field_initializer},
    {.type = "optional_parameter_declaration", .kind = Kind::Parameter, .shape = c_family::shape_parameter},
    {.type = "variadic_parameter_declaration", .kind = Kind::Parameter, .shape = c_family::shape_parameter},
    {.type = "template_declaration", .shape = shape_template},
    {.type = "template_instantiation", .kind = Kind::Other},
    {.type = "type_parameter_declaration", .kind = Kind::TypeParameter, .rest = Role::Name},
    {.type = "variadic_type_parameter_declaration", .kind = Kind::TypeParameter, .rest = Role::Name},
    {.type = "optional_type_parameter_declaration", .kind = Kind::TypeParameter, .fields = {{{"default_type", Role::Value}}}},
    {.type = "template_template_parameter_declaration", .kind = Kind::TypeParameter, .fields = {{{"parameters", Role::TypeParameter}}}},
    {.type = "template_parameter_list", .make = Make::Splice},
    {.type = "friend_declaration", .make = Make::Splice},
    {.type = "namespace_definition", .kind = Kind::Package},
    {.type = "namespace_alias_definition", .shape = shape_renaming_import},
    {.type = "using_declaration", .shape = shape_using},
    {.type = "alias_declaration", .shape = shape_alias},
    {.type = "static_assert_declaration", .shape = shape_static_assert},
};
constexpr auto kShapes = c_family::joined(kOwnShapes, c_family::kShapes);

constexpr PatternWrapper kWrappers[] = {
    {"void slf(void) { slf = (", "); }"}, {"void slf(void) { try {} ", " }"}, {"void slf(void) { ", " }"},
    {"void slf(void) { ", "; }", false, true}, {"", "\n", false, true}, {"", ";", false, true}, {"class SlW { ", " };"},
    {"void slf(void) { int slf = ", "; }"}, {"", " {}", false, true}, {"", " {};", false, true}, {"class SlW { ", " {} };", false, true},
    {"void slf(void) { ", " {} }", false, true}, {"void slf(void) { ", " catch (...) {} }", false, true},
    {"void slf(void) { switch (0) { ", " } }"}, {"void slf(", ");"}};
constexpr std::string_view kKeywords =
    "if else while for do switch case default return goto break continue struct union enum typedef "
    "class namespace template try catch throw using new delete";
constexpr std::string_view kEllipsis[] = {"@", "@;", "int @", "int @;", "@,", "@;;", "case @:", "@(1)"};
// `A::A(...) : x(1), ... { ... }`: with the brace behind it the last one would be `x{1}`.
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t after = text.find_first_not_of(" \t\r\n", end), list = text.substr(0, begin).find_last_of(";{}");
  char before = last_visible(text, begin);
  bool is_listed = after != std::string_view::npos && (text[after] == '{' || text[after] == ',') && (before == ':' || before == ',');
  if (!is_listed) return {};
  std::string_view head = text.substr(list == std::string_view::npos ? 0 : list + 1, begin - (list == std::string_view::npos ? 0 : list + 1));
  for (std::size_t colon = head.find(':'); colon != std::string_view::npos; colon = head.find(':', colon + 1))
    if (trim(head.substr(0, colon)).ends_with(')')) return "@(1)";
  return {};
}
constexpr std::string_view kMetavariable[] = {"@", "@;", "int @"};

}  // namespace

const LanguageDefinition& cpp_definition() {
  static constexpr LanguageDefinition kCpp{
      .language = Language::Cpp,
      .grammar = tree_sitter_cpp,
      .shapes = kShapes,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .parameter = "int @", .metavariable = kMetavariable, .keywords = kKeywords,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .execution = {.self_names = "this", .has_implicit_fields = true, .falls_through = true,
                    .break_leaves_switch = true},
      .is_full = true,
  };
  return kCpp;
}

}  // namespace sluice
