// analyzers/unit/kind.h - the vocabulary of the one tree shape for all languages.
//
// A Unit's node has a Kind (what it is) and a Role (what it is to its parent).
// Languages map their grammar to these; names, matching and flow know nothing else.
//
// The shapes, as kind(role, ...); `?` may be absent, `*` any number:
//
//   File(Element*)                        Block(Element*)
//   Call(Callee, Arguments, Init*)        New(Type, Arguments?, Body?)
//     Init: a shell's redirections and assignments for one command; what a shell reads of a
//     Dockerfile's instruction (analyzers/syntax/dockerfile.h)
//   Arguments(Element*)                   KeywordArgument(Name, Value)
//   Member(Object, Name)                  Index(Object, Element*)
//   Assign(Target, Value) text: operator  VarDef(Attribute* Modifier* Type? Name Value?)
//   Binary(Left, Right)   text: operator  Unary(Operand) text: operator
//   Conditional(Condition, Then, Else)    Cast(Type, Value)
//   Array/Tuple/Set(Element*)             Map(Element*: Pair(Key, Value) | Spread | ...)
//   Spread(Value)                         Comprehension(Element*)
//   Function(Attribute* Modifier* Object? ReturnType? Name TypeParameter* Parameters Init* Body?)
//     Object: Go's receiver; Init: what runs before the body (`: base(x)`), a lambda's captures
//   Lambda: as Function, without Name     Parameters(Element*)
//   Parameter(Attribute* Modifier* Type? Name Value?)
//   Class(Attribute* Modifier* Name TypeParameter* Parent* Body)   text: class, interface, ...
//   Attribute(Name, Arguments?)           annotation, decorator
//   If(Condition, Then, Else?)            Then, Else, Body: always a Block
//   While/DoWhile(Condition, Body)        For(Init* Condition? Update* Body)
//   ForEach(Type? Target, Value, Body)    Using(Element*, Body)
//   Switch(Value, Element*: Case)         Case(Label* Element*)   no label: default
//   Try(Resource* Body, Catch*, Finally?) Catch(Type? Name? Body)
//   Return/Throw/Yield/Await(Value?)      ExprStmt(Value)
//   Import(Module?, Element*: ImportedName(Name, Alias?), Alias?)
//   Template(Element*: StringText | Interpolation(Value))  a string with code in it
//   Element(Name, Attribute*: Pair, Element*)  markup
//   Leaves, with text: Name, String (content without quotes), Character (`a` of 'a', where
//   that is no string), StringText, Number, Boolean, Null, Regex, Symbol, Token.
//   Other: what a language alone has; keeps the grammar's symbol and all named children.
//   Error: bytes the parser could not read.
//
// To add a kind: a line here, its shape above, and, when its children do not match
// one by one in order, a line in analyzers/pattern/child_rules.cpp.
#pragma once
#include <cstdint>
#include <string_view>

namespace sluice {

#define SLUICE_KINDS(X)                                                                         \
  X(Other) X(Error) X(File) X(Block)                                                            \
  X(Import) X(ImportedName) X(Package) X(Class) X(Function) X(Lambda) X(Parameters) X(Parameter) \
  X(TypeParameter) X(Attribute) X(Modifier) X(VarDef)                                           \
  X(ExprStmt) X(If) X(While) X(DoWhile) X(For) X(ForEach) X(Switch) X(Case) X(Try) X(Catch)      \
  X(Finally) X(Return) X(Throw) X(Break) X(Continue) X(Goto) X(Labeled) X(Using)                \
  X(Name) X(Member) X(Index) X(Call) X(New) X(Arguments) X(KeywordArgument) X(Assign) X(Binary)  \
  X(Unary) X(Conditional) X(Cast) X(Await) X(Yield) X(Spread) X(Array) X(Tuple) X(Set) X(Map)    \
  X(Pair) X(Comprehension) X(Type)                                                              \
  X(String) X(Character) X(Template) X(StringText) X(Interpolation) X(Number) X(Boolean) X(Null) X(Regex)     \
  X(Symbol) X(Token) X(Element) X(Text)                                                         \
  /* Only in patterns: */                                                                       \
  X(Hole) X(SequenceHole) X(Ellipsis) X(DeepEllipsis) X(AnyString) X(StringHole) X(StringRegex)

#define SLUICE_ROLES(X)                                                                          \
  X(None) X(Element) X(Callee) X(Arguments) X(Object) X(Name) X(Target) X(Value) X(Left) X(Right) \
  X(Operand) X(Condition) X(Then) X(Else) X(Init) X(Update) X(Body) X(Parameters) X(Type)         \
  X(ReturnType) X(TypeParameter) X(Attribute) X(Modifier) X(Parent) X(Key) X(Label) X(Resource)   \
  X(Catch) X(Finally) X(Module) X(Alias)

#define SLUICE_ENUMERATOR(name) name,
enum class Kind : std::uint8_t { SLUICE_KINDS(SLUICE_ENUMERATOR) Count };
enum class Role : std::uint8_t { SLUICE_ROLES(SLUICE_ENUMERATOR) Count };
#undef SLUICE_ENUMERATOR

std::string_view to_string(Kind kind);
std::string_view to_string(Role role);

}  // namespace sluice
