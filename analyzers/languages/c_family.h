// analyzers/languages/c_family.h - what C and C++ share: declarators, and most of the table.
//
// A C declarator is written inside out: `char *(*f[3])(int)` says "f is an array of
// 3 pointers to functions that return a pointer to char". The Unit says it outside in,
// so that the name is a child of its definition, wherever it stood:
//
//   char *names[8];   VarDef(Type `[]`(Type `*`(Name char), 8), Name names)
//   int main(int n)   Function(Name int, Name main, Parameters(...), ...)
//   int (*cmp)(int);  VarDef(Type `*`(Type `()`(Name int, Parameters)), Name cmp)
//
// The text of a wrapping Type is `*`, `&`, `&&`, `[]` or `()`; of a type that is
// only named with its keyword `struct`, `union`, `enum` or `class`.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::c_family {

// A declarator turned right side out.
struct Declarator {
  RawIndex name = kNoRaw;           // none in `char *` of a cast
  std::vector<RawIndex> wrappers;   // pointers, arrays, functions; the first is nearest to the base type
  std::vector<RawIndex> attributes; // `__attribute__((x))` and `[[x]]` on the way
  bool is_function = false;         // the wrapper nearest to the name is a parameter list
};
Declarator read_declarator(const Shaper& s, RawIndex raw);

// What stands before a definition and belongs to it: `template <class T>`.
struct Prefix {
  RawIndex outer = kNoRaw;             // the node whose range the definition has
  std::vector<RawIndex> type_parameters;
};

// C++: reads `a` in `Foo x(a);` as an argument. The grammar cannot tell it from the
// prototype of a function `x`, but inside a function nobody writes prototypes.
// A pattern may be of either place: there a type like `int` means a prototype.
enum class Place : std::uint8_t { File, Function, Pattern };

// Modifiers, type and name of what has one declarator: a parameter, a caught exception.
void write_typed_name(Shaper& s, RawIndex raw, Role role_of_name);
// The type `base` within its wrappers, the first of which is nearest to it.
void write_wrapped_type(Shaper& s, RawIndex base, const std::vector<RawIndex>& wrappers, Role role);
void write_declaration(Shaper& s, RawIndex raw, Role role, const Prefix& prefix, Place place);
void write_function(Shaper& s, RawIndex raw, Role role, const Prefix& prefix);
void write_class(Shaper& s, RawIndex raw, Role role, const Prefix& prefix);

// Shape functions; the C++ table uses them too.
void shape_declaration_of(Shaper& s, RawIndex raw, Role role);
void shape_type_definition(Shaper& s, RawIndex raw, Role role);
void shape_function(Shaper& s, RawIndex raw, Role role);
void shape_class(Shaper& s, RawIndex raw, Role role);
void shape_enumerator(Shaper& s, RawIndex raw, Role role);
void shape_parameter(Shaper& s, RawIndex raw, Role role);
void shape_parameter_list(Shaper& s, RawIndex raw, Role role);
void shape_type_descriptor(Shaper& s, RawIndex raw, Role role);
void shape_expression_statement(Shaper& s, RawIndex raw, Role role);
void shape_switch(Shaper& s, RawIndex raw, Role role);
void shape_number(Shaper& s, RawIndex raw, Role role);
void shape_sizeof(Shaper& s, RawIndex raw, Role role);
void shape_offsetof(Shaper& s, RawIndex raw, Role role);
void shape_field(Shaper& s, RawIndex raw, Role role);
void shape_initializer_list(Shaper& s, RawIndex raw, Role role);
void shape_initializer_pair(Shaper& s, RawIndex raw, Role role);
void shape_include(Shaper& s, RawIndex raw, Role role);
void shape_define(Shaper& s, RawIndex raw, Role role);
void shape_directive(Shaper& s, RawIndex raw, Role role);
void shape_attribute_specifier(Shaper& s, RawIndex raw, Role role);
void shape_attributed_statement(Shaper& s, RawIndex raw, Role role);
void shape_linkage(Shaper& s, RawIndex raw, Role role);
void shape_seh_try(Shaper& s, RawIndex raw, Role role);

inline constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "field_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "statement_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "primitive_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "sized_type_specifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_descriptor", .shape = shape_type_descriptor},
    {.type = "macro_type_specifier", .kind = Kind::Type},
    {.type = "type_qualifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "storage_class_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "alignas_qualifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ms_declspec_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ms_call_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ms_based_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ms_pointer_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "system_lib_string", .kind = Kind::String, .make = Make::Leaf},
    {.type = "concatenated_string", .shape = shape_concatenated},
    {.type = "char_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "number_literal", .kind = Kind::Number, .make = Make::Leaf, .shape = shape_number},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "initializer_list", .shape = shape_initializer_list},
    {.type = "initializer_pair", .kind = Kind::Pair, .shape = shape_initializer_pair},
    {.type = "field_designator", .make = Make::Splice},
    {.type = "subscript_designator", .make = Make::Splice},
    {.type = "subscript_range_designator", .kind = Kind::Other},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "field_expression", .shape = shape_field},
    {.type = "subscript_expression", .kind = Kind::Index, .fields = {{{"argument", Role::Object}, {"index", Role::Element}, {"indices", Role::Element}}}},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "comma_expression", .shape = shape_infix},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "pointer_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "update_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "sizeof_expression", .shape = shape_sizeof},
    {.type = "alignof_expression", .shape = shape_sizeof},
    {.type = "offsetof_expression", .shape = shape_offsetof},
    {.type = "conditional_expression", .kind = Kind::Conditional},
    {.type = "cast_expression", .kind = Kind::Cast},
    {.type = "compound_literal_expression", .kind = Kind::Cast},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "extension_expression", .make = Make::Splice},
    {.type = "gnu_asm_qualifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "gnu_asm_output_operand_list", .make = Make::Splice},
    {.type = "gnu_asm_input_operand_list", .make = Make::Splice},
    {.type = "gnu_asm_clobber_list", .make = Make::Splice},
    {.type = "gnu_asm_goto_list", .make = Make::Splice},
    {.type = "preproc_defined", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    // Statements
    {.type = "compound_statement", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .shape = shape_expression_statement},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "else_clause", .make = Make::Splice},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For},
    {.type = "switch_statement", .shape = shape_switch},
    {.type = "case_statement", .kind = Kind::Case, .fields = {{{"value", Role::Label}}}},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break},
    {.type = "continue_statement", .kind = Kind::Continue},
    {.type = "goto_statement", .kind = Kind::Goto},
    {.type = "labeled_statement", .kind = Kind::Labeled},
    {.type = "attributed_statement", .shape = shape_attributed_statement},
    {.type = "seh_try_statement", .shape = shape_seh_try},
    {.type = "seh_leave_statement", .kind = Kind::Break},
    // Definitions
    {.type = "declaration", .kind = Kind::VarDef, .shape = shape_declaration_of},
    {.type = "field_declaration", .kind = Kind::VarDef, .shape = shape_declaration_of},
    {.type = "type_definition", .shape = shape_type_definition},
    {.type = "function_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "struct_specifier", .kind = Kind::Class, .shape = shape_class},
    {.type = "union_specifier", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_specifier", .kind = Kind::Class, .shape = shape_class},
    {.type = "field_declaration_list", .kind = Kind::Block},
    {.type = "bitfield_clause", .make = Make::Splice},
    {.type = "enumerator_list", .kind = Kind::Block},
    {.type = "enumerator", .kind = Kind::VarDef, .shape = shape_enumerator},
    {.type = "parameter_list", .kind = Kind::Parameters, .shape = shape_parameter_list},
    {.type = "parameter_declaration", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "variadic_parameter", .kind = Kind::Parameter, .make = Make::Leaf},
    {.type = "attributed_declarator", .make = Make::Splice},
    {.type = "parenthesized_declarator", .make = Make::Splice},
    {.type = "attribute_declaration", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .fields = {{{"prefix", Role::Element}}}, .rest = Role::Arguments},
    {.type = "attribute_specifier", .shape = shape_attribute_specifier},
    {.type = "linkage_specification", .shape = shape_linkage},
    {.type = "declaration_list", .kind = Kind::Block},
    // Preprocessor. The branches of an #if stand one after the other, as if all were compiled.
    {.type = "preproc_include", .shape = shape_include},
    {.type = "preproc_def", .shape = shape_define},
    {.type = "preproc_function_def", .kind = Kind::Other},
    {.type = "preproc_params", .kind = Kind::Parameters, .shape = shape_parameters},
    {.type = "preproc_arg", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "preproc_call", .kind = Kind::Other, .fields = {{{"argument", Role::Value}}}, .shape = shape_directive},
    {.type = "preproc_directive", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "preproc_if", .shape = shape_conditional_code},
    {.type = "preproc_ifdef", .shape = shape_conditional_code},
    {.type = "preproc_elif", .shape = shape_conditional_code},
    {.type = "preproc_elifdef", .shape = shape_conditional_code},
    {.type = "preproc_else", .shape = shape_conditional_code},
    {.type = "comment", .make = Make::Comment},
};

// A language's own rows and the shared ones; where both have a type, its own counts.
template <std::size_t N, std::size_t M>
constexpr std::array<NodeShape, N + M> joined(const NodeShape (&own)[N], const NodeShape (&shared)[M]) {
  std::array<NodeShape, N + M> all{};
  std::copy(std::begin(own), std::end(own), all.begin());
  std::copy(std::begin(shared), std::end(shared), all.begin() + N);
  return all;
}

}  // namespace sluice::c_family
