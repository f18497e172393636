// Scala 2 and 3, grammar tree-sitter-scala.
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_scala();

namespace sluice {
namespace {

// `f(a)`, `f { a }`: a block is the only argument.
void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.field(raw, "arguments");
  s.open(Kind::Call, role, raw);
  s.visit(s.field(raw, "function"), Role::Callee);
  if (s.is(arguments, "arguments")) {
    s.visit(arguments, Role::Arguments);
  } else if (arguments != kNoRaw) {
    // `f { x => a }` is `f(x => a)`.
    RawIndex only = s.named_children(arguments).size() == 1 ? s.first_named(arguments) : kNoRaw;
    s.open(Kind::Arguments, Role::Arguments, arguments);
    s.visit(s.is(only, "lambda_expression") ? only : arguments, Role::Element);
    s.close();
  }
  s.close();
}

// `name = a` in a call is a keyword argument.
void shape_arguments(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Arguments, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_keyword = s.is(child, "assignment_expression") && !s.is_placeholder(child);
    if (!is_keyword) {
      s.visit(child, Role::Element);
      continue;
    }
    s.open(Kind::KeywordArgument, Role::Element, child);
    s.visit(s.field(child, "left"), Role::Name);
    s.visit(s.field(child, "right"), Role::Value);
    s.close();
  }
  s.close();
}

void shape_generic_function(Shaper& s, RawIndex raw, Role role) { s.visit(s.field(raw, "function"), role); }

// `new A(b) { c }`
void shape_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "arguments")) s.visit(child, Role::Arguments);
    else s.visit(child, s.is(child, "template_body") ? Role::Body : Role::Type);
  }
  s.close();
}

// `a op b`: the operator is any name.
void shape_infix_call(Shaper& s, RawIndex raw, Role role) {
  std::string_view op = s.text(s.field(raw, "operator"));
  // `a += b` assigns, `a <= b` compares.
  bool is_assignment = op.size() > 1 && op.ends_with('=') && std::string_view("=!<>").find(op[0]) == std::string_view::npos;
  NodeId id = s.open(is_assignment ? Kind::Assign : Kind::Binary, role, raw);
  s.out().set_text(id, op);
  s.visit(s.field(raw, "left"), is_assignment ? Role::Target : Role::Left);
  s.visit(s.field(raw, "right"), is_assignment ? Role::Value : Role::Right);
  s.close();
}

// `s"a$b${c}d"`: the grammar keeps the code only; text is what lies between.
void shape_interpolated(Shaper& s, RawIndex raw, Role role) {
  RawIndex string = s.child_of_type(raw, "interpolated_string");
  std::string_view content = string_content(s.text(string));
  std::vector<RawIndex> codes;
  for (RawIndex child : s.named_children(string))
    if (s.is(child, "interpolation")) codes.push_back(child);
  if (codes.empty()) return s.string(raw, role, content);
  std::uint32_t at = s.raw(string).begin + static_cast<std::uint32_t>(content.data() - s.text(string).data());
  std::uint32_t end = at + static_cast<std::uint32_t>(content.size());
  auto write_text = [&](std::uint32_t stop) {
    if (stop <= at) return;
    std::string_view text = s.text(string).substr(at - s.raw(string).begin, stop - at);
    s.out().leaf(s.is_pattern() && text == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, {at, stop}, text);
  };
  s.open(Kind::Template, role, raw);
  for (RawIndex code : codes) {
    write_text(s.raw(code).begin);
    s.open(Kind::Interpolation, Role::Element, code);
    RawIndex inner = s.first_named(code);
    if (s.is(inner, "block") && !s.is_placeholder(inner)) s.visit_children(inner, Role::Value);
    else s.visit(inner, Role::Value);
    s.close();
    at = s.raw(code).end;
  }
  write_text(end);
  s.close();
}

// `val a: T = b`: also several names, patterns.
void shape_value(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool is_keyword = !s.raw(child).named && (s.text(child) == "val" || s.text(child) == "var");
    if (is_keyword) s.leaf(Kind::Modifier, Role::Modifier, child);
    else if (s.raw(child).named) s.visit_child(raw, child, Role::Modifier);
  }
  s.close();
}

void shape_function(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_body = s.has_field(child, "body");
    if (is_body) s.visit_block(child, Role::Body);
    else s.visit_child(raw, child, Role::Modifier);
  }
  s.close();
}

void shape_class(Shaper& s, RawIndex raw, Role role) {
  constexpr std::string_view kWords[] = {"class", "object", "trait", "enum"};
  NodeId id = s.open(Kind::Class, role, raw);
  for (std::string_view word : kWords)
    if (s.has_token(raw, word)) s.out().set_text(id, word);
  for (RawIndex child : s.named_children(raw)) s.visit_child(raw, child, Role::Modifier);
  s.close();
}

void shape_scala_modifiers(Shaper& s, RawIndex raw, Role) {
  for (RawIndex child : s.all_children(raw)) {
    if (s.raw(child).named) s.visit(child, Role::Modifier);
    else s.leaf(Kind::Modifier, Role::Modifier, child);
  }
}

// `extends A(b) with C`
void shape_extends(Shaper& s, RawIndex raw, Role) {
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Parent);
}

void shape_annotation(Shaper& s, RawIndex raw, Role) {
  s.open(Kind::Attribute, Role::Attribute, raw);
  s.visit_children(raw);
  s.close();
}

// `x => e`, `(a: A, b) => e`
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  RawIndex parameters = s.field(raw, "parameters");
  s.open(Kind::Lambda, role, raw);
  bool is_single = parameters != kNoRaw && !s.is(parameters, "bindings");
  if (is_single) {
    s.open(Kind::Parameters, Role::Parameters, parameters);
    if (!s.is_placeholder(parameters)) s.open(Kind::Parameter, Role::Element, parameters);
    s.visit(parameters, s.is_placeholder(parameters) ? Role::Element : Role::Name);
    if (!s.is_placeholder(parameters)) s.close();
    s.close();
  } else {
    s.visit(parameters, Role::Parameters);
  }
  for (RawIndex child : s.named_children(raw))
    if (child != parameters && !s.has_field(child, "type_parameters")) s.visit(child, Role::Body);
  s.close();
}

void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_clause")) s.visit(child, Role::Catch);
    else if (s.is(child, "finally_clause")) s.visit(child, Role::Finally);
    else s.visit_block(child, Role::Body);
  }
  s.close();
}

// `case a if b => c`
void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "pattern")) s.visit(child, Role::Label);
    else if (s.is(child, "guard")) s.visit_children(child, Role::Condition);
    else if (s.is(child, "block") && !s.is_placeholder(child)) s.visit_children(child);
    else s.visit_statement(child, Role::Element);
  }
  s.close();
}

// `for (a <- b; if c) yield d`: the generators belong to the loop's value.
void shape_for(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ForEach, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "body")) {
      s.visit_block(child, Role::Body);
      continue;
    }
    for (RawIndex generator : s.named_children(child)) {
      std::vector<RawIndex> parts = s.named_children(generator);
      for (std::size_t i = 0; i < parts.size(); ++i)
        s.visit(parts[i], s.is(parts[i], "guard") ? Role::Condition : i == 0 ? Role::Name : Role::Value);
    }
  }
  s.close();
}

// `import a.b.C`, `import a.b.{C, D => E}`, `import a.b._`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> path;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "path")) path.push_back(child);
  s.open(Kind::Import, role, raw);
  for (std::size_t i = path.size(); i-- > 1;)
    s.open(Kind::Member, i + 1 == path.size() ? Role::Module : Role::Object, ByteRange{s.raw(path[0]).begin, s.raw(path[i]).end});
  for (std::size_t i = 0; i < path.size(); ++i) {
    s.visit(path[i], path.size() == 1 ? Role::Module : i == 0 ? Role::Object : Role::Name);
    if (i > 0) s.close();
  }
  for (RawIndex child : s.named_children(raw))
    if (!s.has_field(child, "path")) s.visit(child, Role::Element);
  s.close();
}

void shape_selectors(Shaper& s, RawIndex raw, Role role) {
  for (RawIndex child : s.named_children(raw)) {
    bool is_name = s.is(child, "identifier") && !s.is_placeholder(child);
    if (is_name) s.open(Kind::ImportedName, role, child);
    s.visit(child, is_name ? Role::Name : role);
    if (is_name) s.close();
  }
}

constexpr NodeShape kShapes[] = {
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "operator_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "wildcard", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "stable_identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "stable_type_identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "package_identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "interpolated_string_expression", .kind = Kind::String, .shape = shape_interpolated},
    {.type = "character_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_literal", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "unit", .kind = Kind::Tuple},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .shape = shape_call},
    {.type = "arguments", .kind = Kind::Arguments, .shape = shape_arguments},
    {.type = "generic_function", .kind = Kind::Name, .shape = shape_generic_function},
    {.type = "field_expression", .kind = Kind::Member, .fields = {{{"value", Role::Object}}}},
    {.type = "instance_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "infix_expression", .kind = Kind::Binary, .shape = shape_infix_call},
    {.type = "prefix_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "ascription_expression", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "lambda_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "bindings", .kind = Kind::Parameters},
    {.type = "binding", .kind = Kind::Parameter},
    {.type = "throw_expression", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "return_expression", .kind = Kind::Return, .rest = Role::Value},
    {.type = "if_expression", .kind = Kind::If},
    {.type = "while_expression", .kind = Kind::While},
    {.type = "do_while_expression", .kind = Kind::DoWhile},
    {.type = "for_expression", .kind = Kind::ForEach, .shape = shape_for},
    {.type = "match_expression", .kind = Kind::Switch, .fields = {{{"body", Role::Element}}}},
    {.type = "case_block", .make = Make::Splice},
    {.type = "indented_cases", .make = Make::Splice},
    {.type = "case_clause", .kind = Kind::Case, .shape = shape_case},
    {.type = "guard", .make = Make::Splice},
    {.type = "try_expression", .kind = Kind::Try, .shape = shape_try},
    {.type = "catch_clause", .kind = Kind::Catch},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "block", .kind = Kind::Block},
    {.type = "indented_block", .kind = Kind::Block},
    // Patterns
    {.type = "typed_pattern", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}},
    {.type = "case_class_pattern", .kind = Kind::Call, .fields = {{{"type", Role::Callee}, {"pattern", Role::Element}}}},
    {.type = "tuple_pattern", .kind = Kind::Tuple},
    {.type = "alternative_pattern", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "infix_pattern", .kind = Kind::Binary, .shape = shape_infix_call},
    {.type = "capture_pattern", .kind = Kind::Assign, .fields = {{{"name", Role::Target}, {"pattern", Role::Value}}}},
    // Definitions
    {.type = "package_clause", .kind = Kind::Package},
    {.type = "import_declaration", .kind = Kind::Import, .shape = shape_import},
    {.type = "namespace_selectors", .make = Make::Splice, .shape = shape_selectors},
    {.type = "namespace_wildcard", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "arrow_renamed_identifier", .kind = Kind::ImportedName},
    {.type = "as_renamed_identifier", .kind = Kind::ImportedName},
    {.type = "val_definition", .kind = Kind::VarDef, .fields = {{{"pattern", Role::Name}}}, .shape = shape_value},
    {.type = "var_definition", .kind = Kind::VarDef, .fields = {{{"pattern", Role::Name}}}, .shape = shape_value},
    {.type = "val_declaration", .kind = Kind::VarDef, .shape = shape_value},
    {.type = "var_declaration", .kind = Kind::VarDef, .shape = shape_value},
    {.type = "identifiers", .kind = Kind::Tuple},
    {.type = "function_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "function_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "parameters", .kind = Kind::Parameters, .shape = shape_parameters},
    {.type = "parameter", .kind = Kind::Parameter, .rest = Role::Modifier},
    {.type = "class_parameters", .kind = Kind::Parameters, .shape = shape_parameters},
    {.type = "class_parameter", .kind = Kind::Parameter, .rest = Role::Modifier},
    {.type = "class_definition", .kind = Kind::Class, .fields = {{{"class_parameters", Role::Parameters}}}, .shape = shape_class},
    {.type = "object_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "trait_definition", .kind = Kind::Class, .fields = {{{"class_parameters", Role::Parameters}}}, .shape = shape_class},
    {.type = "enum_definition", .kind = Kind::Class, .fields = {{{"class_parameters", Role::Parameters}}}, .shape = shape_class},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "enum_case_definitions", .make = Make::Splice},
    {.type = "simple_enum_case", .kind = Kind::VarDef},
    {.type = "full_enum_case", .kind = Kind::VarDef},
    {.type = "template_body", .kind = Kind::Block},
    {.type = "extends_clause", .make = Make::Splice, .shape = shape_extends},
    {.type = "annotation", .kind = Kind::Attribute, .shape = shape_annotation},
    {.type = "modifiers", .make = Make::Splice, .shape = shape_scala_modifiers},
    {.type = "access_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "inline_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "type_definition", .kind = Kind::Type},
    {.type = "generic_type", .kind = Kind::Type, .fields = {{{"type", Role::Name}}}},
    {.type = "type_arguments", .make = Make::Splice},
    {.type = "type_parameters", .kind = Kind::TypeParameter},
    {.type = "function_type", .kind = Kind::Type},
    {.type = "tuple_type", .kind = Kind::Type},
    {.type = "compound_type", .kind = Kind::Type},
    {.type = "infix_type", .kind = Kind::Type},
    {.type = "parameter_types", .make = Make::Splice},
    {.type = "repeated_parameter_type", .kind = Kind::Type},
    {.type = "lazy_parameter_type", .kind = Kind::Type},
    {.type = "comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = ""},
    {.before = "", .after = " {}", .is_head = true},
    {.before = "class SlW { ", .after = " }"},
    {.before = "", .after = " class SlW"},
    {.before = "slf match { ", .after = " }"},
    {.before = "try {} ", .after = ""},
};
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@: @", "case @ => @"};
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

}  // namespace

const LanguageDefinition& scala_definition() {
  static constexpr LanguageDefinition kScala{
      .language = Language::Scala,
      .grammar = tree_sitter_scala,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .interpolation = "${"},
      .has_bare_expressions = true,
  };
  return kScala;
}

}  // namespace sluice
