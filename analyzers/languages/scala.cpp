// Scala 2 and 3, grammar tree-sitter-scala.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/languages/scala_prepare.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_scala();

namespace sluice {
namespace {

// `f[T]` calls f, its types stand beside it.
void write_callee(Shaper& s, RawIndex function) {
  bool is_generic = s.is(function, "generic_function") && !s.is_stand_in(function);
  s.visit(is_generic ? s.field(function, "function") : function, Role::Callee);
  if (is_generic) s.visit(s.field(function, "type_arguments"), Role::TypeParameter);
}

// `{ case a => b }`: a function of what it takes apart.
void write_case_lambda(Shaper& s, RawIndex cases) {
  s.open(Kind::Lambda, Role::Element, cases);
  s.open(Kind::Block, Role::Body, cases);
  s.open(Kind::Switch, Role::Element, cases);
  s.visit_children(cases);
  s.close();
  s.close();
  s.close();
}

// What a call in braces is given: `f { x => a }` is `f(x => a)`, `f { a }` has a block.
void write_braced_argument(Shaper& s, RawIndex braced) {
  std::vector<RawIndex> parts = s.named_children(braced);
  bool is_cases = s.is(braced, "case_block") && !s.is_stand_in(braced);
  if (is_cases) return write_case_lambda(s, braced);
  // `f { ... }` in a pattern is any of them.
  bool is_single = parts.size() == 1 && (s.is(parts[0], "lambda_expression") || s.is_ellipsis(parts[0]));
  s.visit(is_single ? parts[0] : braced, Role::Element);
}

// `f(a)`, `f { a }`
void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.field(raw, "arguments");
  s.open(Kind::Call, role, raw);
  write_callee(s, s.field(raw, "function"));
  if (s.is(arguments, "arguments")) {
    s.visit(arguments, Role::Arguments);
  } else if (arguments != kNoRaw) {
    s.open(Kind::Arguments, Role::Arguments, arguments);
    write_braced_argument(s, arguments);
    s.close();
  }
  s.close();
}

// `name = a` in a call is a keyword argument.
void shape_arguments(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Arguments, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_keyword = s.is(child, "assignment_expression") && !s.is_stand_in(child);
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

// `a.asInstanceOf[T]`: a call without arguments.
void shape_generic_function(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  write_callee(s, raw);
  s.close();
}

// `a !`: a method without a dot.
void shape_postfix(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Member, Role::Object, Role::Name); }

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

// The `f` of `f"..."`, which says what becomes of the parts.
std::string_view interpolator_of(Shaper& s, RawIndex raw) { return s.text(s.field(raw, "interpolator")); }

// The code of one interpolation: `$a`, `${a}`; `$X` of a pattern is a metavariable.
void write_interpolation(Shaper& s, RawIndex code) {
  s.open(Kind::Interpolation, Role::Element, code);
  RawIndex inner = s.first_named(code);
  if (s.is_pattern() && is_metavariable(s.text(code))) s.leaf(Kind::Hole, Role::Value, code);
  else if (s.is(inner, "block") && !s.is_stand_in(inner)) s.visit_children(inner, Role::Value);
  else s.visit(inner, Role::Value);
  s.close();
}

// `s"a$b${c}d"`: the grammar keeps the code only; text is what lies between. The Template's
// text is the interpolator: `sql"..."` is another thing than `s"..."`.
void shape_interpolated(Shaper& s, RawIndex raw, Role role) {
  RawIndex string = s.child_of_type(raw, "interpolated_string");
  std::string_view content = string_content(s.text(string));
  std::vector<RawIndex> codes;
  for (RawIndex child : s.named_children(string))
    if (s.is(child, "interpolation")) codes.push_back(child);
  std::uint32_t at = s.raw(string).begin + static_cast<std::uint32_t>(content.data() - s.text(string).data());
  std::uint32_t end = at + static_cast<std::uint32_t>(content.size());
  auto write_text = [&](std::uint32_t stop) {
    if (stop <= at) return;
    std::string_view text = s.text(string).substr(at - s.raw(string).begin, stop - at);
    s.out().leaf(s.is_pattern() && text == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, {at, stop}, text);
  };
  NodeId id = s.open(Kind::Template, role, raw);
  if (!s.is_stand_in(s.field(raw, "interpolator"))) s.out().set_text(id, interpolator_of(s, raw));
  for (RawIndex code : codes) {
    write_text(s.raw(code).begin);
    write_interpolation(s, code);
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
    if (is_keyword) s.token(Kind::Modifier, Role::Modifier, child);
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
  RawIndex parameters = kNoRaw;  // `implicit` has the same field
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "parameters")) parameters = child;
  s.open(Kind::Lambda, role, raw);
  bool is_single = parameters != kNoRaw && !s.is(parameters, "bindings");
  if (is_single) {
    s.open(Kind::Parameters, Role::Parameters, parameters);
    if (!s.is_stand_in(parameters)) s.open(Kind::Parameter, Role::Element, parameters);
    s.visit(parameters, s.is_stand_in(parameters) ? Role::Element : Role::Name);
    if (!s.is_stand_in(parameters)) s.close();
    s.close();
  } else {
    s.visit(parameters, Role::Parameters);
  }
  for (RawIndex child : s.named_children(raw))
    if (child != parameters && !s.has_field(child, "type_parameters")) s.visit(child, Role::Body);
  s.close();
}

// `case e: A => b` of a `catch`: a Catch each.
void write_catch(Shaper& s, RawIndex clause) {
  RawIndex pattern = s.field(clause, "pattern");
  s.open(Kind::Catch, Role::Catch, clause);
  if (s.is(pattern, "typed_pattern") && !s.is_stand_in(pattern)) {
    s.visit(s.field(pattern, "type"), Role::Type);
    s.visit(s.field(pattern, "pattern"), Role::Name);
  } else {
    s.visit(pattern, Role::Name);
  }
  for (RawIndex child : s.named_children(clause)) {
    if (s.is(child, "guard")) s.visit_children(child, Role::Condition);
    else if (child != pattern) s.visit_block(child, Role::Body);
  }
  s.close();
}

void write_catches(Shaper& s, RawIndex raw) {
  if (s.field(raw, "pattern") != kNoRaw) return write_catch(s, raw);  // `catch case e => a`
  for (RawIndex part : s.named_children(raw)) {
    bool is_list = (s.is(part, "case_block") || s.is(part, "indented_cases")) && !s.is_stand_in(part);
    if (!is_list) {
      bool is_any = s.is(part, "block") && s.is_ellipsis(s.first_named(part));
      s.visit(is_any ? s.first_named(part) : part, Role::Catch);
      continue;
    }
    for (RawIndex clause : s.named_children(part)) {
      if (s.is(clause, "case_clause") && !s.is_stand_in(clause)) write_catch(s, clause);
      else s.visit(clause, Role::Catch);
    }
  }
}

void shape_catches(Shaper& s, RawIndex raw, Role) { write_catches(s, raw); }

void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_clause") && !s.is_stand_in(child)) write_catches(s, child);
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
    else if (s.is(child, "block") && !s.is_stand_in(child)) s.visit_children(child);
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

// `given a: T = b`, `given T with { }`
void shape_given(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "return_type")) s.visit(child, Role::Type);
    else if (s.has_field(child, "body")) s.visit(child, Role::Value);
    else s.visit_child(raw, child, Role::Modifier);
  }
  s.close();
}

// `extension (a: T) def f = b`: a class of functions, without a name.
void shape_extension(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> members;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "body")) members.push_back(child);
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "extension");
  for (RawIndex child : s.named_children(raw))
    if (!s.has_field(child, "body")) s.visit_child(raw, child, Role::Modifier);
  if (!members.empty()) {
    s.open(Kind::Block, Role::Body, ByteRange{s.raw(members.front()).begin, s.raw(members.back()).end});
    for (RawIndex member : members) s.visit_statement(member, Role::Element);
    s.close();
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
    bool is_name = s.is(child, "identifier") && !s.is_stand_in(child);
    if (is_name) s.open(Kind::ImportedName, role, child);
    s.visit(child, is_name ? Role::Name : role);
    if (is_name) s.close();
  }
}

void shape_finally(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Finally, role, raw);
  s.visit_block(s.first_named(raw), Role::Body);
  s.close();
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
    {.type = "generic_function", .kind = Kind::Call, .shape = shape_generic_function},
    {.type = "field_expression", .kind = Kind::Member, .fields = {{{"value", Role::Object}}}},
    {.type = "instance_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "infix_expression", .kind = Kind::Binary, .shape = shape_infix_call},
    {.type = "postfix_expression", .kind = Kind::Member, .shape = shape_postfix},
    {.type = "prefix_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "ascription_expression", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "lambda_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "bindings", .kind = Kind::Parameters},
    {.type = "binding", .kind = Kind::Parameter},
    {.type = "quote_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "splice_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "macro_body", .make = Make::Splice},
    {.type = "colon_argument", .kind = Kind::Lambda, .fields = {{{"lambda_start", Role::Parameters}}}, .rest = Role::Body},
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
    {.type = "catch_clause", .kind = Kind::Catch, .make = Make::Splice, .shape = shape_catches},
    {.type = "finally_clause", .kind = Kind::Finally, .shape = shape_finally},
    {.type = "block", .kind = Kind::Block},
    {.type = "indented_block", .kind = Kind::Block},
    // Patterns
    {.type = "typed_pattern", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}},
    {.type = "case_class_pattern", .kind = Kind::Call, .shape = shape_destructured},
    {.type = "tuple_pattern", .kind = Kind::Tuple},
    {.type = "alternative_pattern", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "infix_pattern", .kind = Kind::Binary, .shape = shape_infix_call},
    {.type = "named_pattern", .kind = Kind::Assign, .fields = {{{"name", Role::Target}, {"pattern", Role::Value}}}},
    {.type = "named_tuple_pattern", .kind = Kind::Tuple},
    {.type = "given_pattern", .kind = Kind::Type},
    {.type = "repeat_pattern", .kind = Kind::Spread, .rest = Role::Value},
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
    {.type = "package_object", .kind = Kind::Class, .shape = shape_class},
    {.type = "given_definition", .kind = Kind::VarDef, .shape = shape_given},
    {.type = "given_conditional", .make = Make::Splice},
    {.type = "extension_definition", .kind = Kind::Class, .shape = shape_extension},
    {.type = "with_template_body", .kind = Kind::Block},
    {.type = "export_declaration", .kind = Kind::Import, .shape = shape_import},
    {.type = "derives_clause", .make = Make::Splice, .shape = shape_extends},
    {.type = "self_type", .kind = Kind::Parameter},
    {.type = "infix_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "open_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "opaque_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "transparent_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "access_qualifier", .make = Make::Splice},
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
    {.type = "annotated_type", .make = Make::Splice},
    {.type = "literal_type", .make = Make::Splice},
    {.type = "name_and_type", .kind = Kind::Parameter},
    {.type = "named_tuple_type", .kind = Kind::Type},
    {.type = "projected_type", .kind = Kind::Member, .fields = {{{"type", Role::Object}, {"selector", Role::Name}}}},
    {.type = "singleton_type", .kind = Kind::Type},
    {.type = "structural_type", .kind = Kind::Type},
    {.type = "match_type", .kind = Kind::Type},
    {.type = "type_case_clause", .kind = Kind::Case},
    {.type = "type_lambda", .kind = Kind::Type},
    {.type = "refinement", .kind = Kind::Type},
    {.type = "covariant_type_parameter", .make = Make::Splice},
    {.type = "contravariant_type_parameter", .make = Make::Splice},
    {.type = "context_bound", .kind = Kind::Type},
    {.type = "lower_bound", .kind = Kind::Type},
    {.type = "upper_bound", .kind = Kind::Type},
    {.type = "view_bound", .kind = Kind::Type},
    {.type = "comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
    {.type = "using_directive", .make = Make::Comment},
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
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t end) {
  return is_loop_header(text, begin, end) ? std::string_view("@ <- @") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@", "@: @", "val"};

}  // namespace

const LanguageDefinition& scala_definition() {
  static constexpr LanguageDefinition kScala{
      .language = Language::Scala,
      .grammar = tree_sitter_scala,
      .prepare = prepare_scala,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .metavariable = kMetavariable, .interpolation = "${",
                  .typed_hole = TypedHoleForm::NameFirst},
      .has_bare_expressions = true,
      .equivalences = {.last_value = LastValue::Returned},
      .execution = {.self_names = "this super", .has_implicit_fields = true},
      .is_full = true,
  };
  return kScala;
}

}  // namespace sluice
