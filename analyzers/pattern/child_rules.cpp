// How children of a pattern node meet those of a target: what may be left out, what
// comes in any order. The figures of the rule language, see docs/rule-language.md.
#include "analyzers/languages/definition.h"
#include "analyzers/pattern/pattern.h"

namespace sluice {
namespace {

template <class... Roles>
constexpr std::uint64_t bits(Roles... roles) {
  return (role_bit(roles) | ...);
}

}  // namespace

std::uint64_t optional_roles(Language language, Kind kind) {
  switch (kind) {
    case Kind::Map: return equivalences_of(language).has_open_objects ? bits(Role::Element) : 0;
    case Kind::TypeParameter: return bits(Role::Type);
    // Where a lambda has parameters they are written; `{ ... }` says nothing of them.
    case Kind::Lambda:
      return bits(Role::Attribute, Role::Modifier, Role::ReturnType, Role::TypeParameter, Role::Body, Role::Name, Role::Init, Role::Object, Role::Parameters);
    case Kind::Function:
      return bits(Role::Attribute, Role::Modifier, Role::ReturnType, Role::TypeParameter, Role::Body, Role::Name, Role::Init, Role::Object);
    case Kind::Class: return bits(Role::Attribute, Role::Modifier, Role::TypeParameter, Role::Parent, Role::Body, Role::Parameters);
    case Kind::VarDef: return bits(Role::Attribute, Role::Modifier, Role::Type, Role::Value);
    case Kind::Parameter: return bits(Role::Attribute, Role::Modifier, Role::Type, Role::Value);
    case Kind::If: return bits(Role::Init, Role::Then, Role::Else);
    case Kind::Switch: return bits(Role::Init, Role::Alias, Role::Element);
    case Kind::While: case Kind::For: case Kind::Using: return bits(Role::Body);
    case Kind::Package: return bits(Role::Body, Role::Attribute);
    case Kind::Try: return bits(Role::Catch, Role::Else, Role::Resource);
    case Kind::Catch: return bits(Role::Body, Role::Name, Role::Modifier, Role::Type);
    case Kind::ForEach: return bits(Role::Type, Role::Modifier, Role::Body);
    case Kind::New: return bits(Role::Body, Role::Modifier);
    case Kind::Type: return bits(Role::Modifier);
    case Kind::Import: return bits(Role::Element, Role::Alias);
    case Kind::ImportedName: return bits(Role::Alias);
    case Kind::Element: return bits(Role::Attribute, Role::Element);
    case Kind::Call: return bits(Role::TypeParameter, Role::Alias, Role::Attribute, Role::Init);
    default: return 0;
  }
}

ChildMode child_mode(Language language, Kind parent, Kind grandparent, Role role) {
  switch (role) {
    case Role::Attribute: case Role::Modifier: case Role::Catch: case Role::Parent: return ChildMode::Subset;
    default: break;
  }
  // A shell's redirections and assignments for one command; a rule names those it cares for.
  if (role == Role::Init && parent == Kind::Call) return ChildMode::Subset;
  if (role != Role::Element) return ChildMode::Sequence;
  switch (parent) {
    case Kind::Arguments: return ChildMode::Arguments;
    case Kind::Map: return equivalences_of(language).has_open_objects ? ChildMode::Subset : ChildMode::Unordered;
    case Kind::Set: return ChildMode::Unordered;
    case Kind::Switch: case Kind::Import: case Kind::Using: return ChildMode::Subset;
    case Kind::Block: return grandparent == Kind::Class ? ChildMode::Subset : ChildMode::Statements;
    case Kind::File: case Kind::Case: return ChildMode::Statements;
    default: return ChildMode::Sequence;
  }
}

}  // namespace sluice
