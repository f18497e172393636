#include "analyzers/unit/types.h"

#include <string>

namespace sluice {
namespace {

constexpr int kMaxDepth = 8;  // of looking through values of declarations

bool is_scope(Kind kind) {
  switch (kind) {
    case Kind::File: case Kind::Class: case Kind::Function: case Kind::Lambda: case Kind::Block: case Kind::For: case Kind::ForEach:
    case Kind::Catch: case Kind::Using: case Kind::Try: case Kind::If: case Kind::Case: return true;
    default: return false;
  }
}

ByteRange scope_of(const Unit& unit, NodeId declaration) {
  NodeId at = unit.node(declaration).kind == Kind::VarDef || unit.node(declaration).kind == Kind::Parameter || unit.node(declaration).kind == Kind::Assign
                  ? unit.parent(declaration)
                  : declaration;
  // In Python and Ruby a block is no scope.
  bool only_functions = unit.language() == Language::Python || unit.language() == Language::Ruby || unit.language() == Language::Php;
  while (at.valid()) {
    Kind kind = unit.node(at).kind;
    bool counts = is_scope(kind) && !(only_functions && kind != Kind::File && kind != Kind::Class && kind != Kind::Function && kind != Kind::Lambda);
    if (counts) break;
    at = unit.parent(at);
  }
  if (!at.valid()) at = unit.root();
  return {unit.node(at).begin, unit.node(at).end};
}

// The class whose field is declared by `self.x: T = e`, `this.x = new T()` and TypeScript's
// `constructor(private x: T)`; empty for everything else.
ByteRange class_scope(const Unit& unit, NodeId declaration, NodeId name) {
  bool is_property = false;
  if (unit.node(declaration).kind == Kind::Parameter && (unit.language() == Language::Ts || unit.language() == Language::Tsx))
    for (NodeId child : unit.children(declaration)) is_property |= unit.node(child).kind == Kind::Modifier;
  NodeId object = unit.node(name).kind == Kind::Member ? unit.child(name, Role::Object) : NodeId{};
  bool is_own = object.valid() && (unit.code(object) == "this" || unit.code(object) == "self");
  NodeId at = is_property || is_own ? declaration : NodeId{};
  while (at.valid() && unit.node(at).kind != Kind::Class) at = unit.parent(at);
  return at.valid() ? ByteRange{unit.node(at).begin, unit.node(at).end} : ByteRange{};
}

TypeName literal(TypeName::Literal kind) {
  TypeName type;
  type.literal = kind;
  return type;
}

bool is_c(Language language) { return language == Language::C || language == Language::Cpp; }

bool says_nothing(std::string_view type) { return type == "var" || type == "auto" || type == "let" || type == "val" || type == "def" || type == "dynamic"; }

bool begins_upper(std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

}  // namespace

Types::Types(const Unit& unit) : unit_(unit) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    switch (unit.node({i}).kind) {
      case Kind::VarDef: case Kind::Parameter: case Kind::Catch: add({i}, unit.child({i}, Role::Name), unit.child({i}, Role::Value)); break;
      case Kind::ForEach: add({i}, unit.child({i}, Role::Target), {}); break;
      case Kind::Assign:
        if (unit.text({i}) == "=") add({i}, unit.child({i}, Role::Target), unit.child({i}, Role::Value));
        break;
      default: break;
    }
  }
}

void Types::add(NodeId declaration, NodeId name, NodeId value) {
  if (!name.valid()) return;
  const ByteRange field_scope = class_scope(unit_, declaration, name);
  const bool is_field = field_scope.begin < field_scope.end;
  if (is_field && unit_.node(name).kind == Kind::Member) name = unit_.child(name, Role::Name);
  if (unit_.node(name).kind != Kind::Name || !unit_.node(name).text.valid()) return;
  Declaration made;
  made.scope = is_field ? field_scope : scope_of(unit_, declaration);
  made.begin = unit_.node(declaration).begin;
  made.type = unit_.child(declaration, Role::Type);
  if (made.type.valid() && says_nothing(unit_.code(made.type))) made.type = {};
  made.value = unit_.node(declaration).kind == Kind::ForEach ? NodeId{} : value;
  // An assignment tells nothing new of a name that was declared with its type.
  std::vector<Declaration>& known = declarations_[unit_.node(name).text.index];
  if (unit_.node(declaration).kind == Kind::Assign)
    for (const Declaration& other : known)
      if (other.type.valid() && other.scope.begin <= made.scope.begin && other.scope.end >= made.scope.end) return;
  known.push_back(made);
}

const Types::Declaration* Types::find(NodeId name) const {
  auto found = declarations_.find(unit_.node(name).text.index);
  if (found == declarations_.end()) return nullptr;
  std::uint32_t use = unit_.node(name).begin;
  const Declaration* best = nullptr;
  for (const Declaration& declaration : found->second) {
    if (use < declaration.scope.begin || use >= declaration.scope.end) continue;
    std::uint32_t size = declaration.scope.end - declaration.scope.begin;
    std::uint32_t best_size = best ? best->scope.end - best->scope.begin : UINT32_MAX;
    bool is_nearer = size < best_size || (size == best_size && declaration.begin <= use);
    if (!best || is_nearer) best = &declaration;
  }
  return best;
}

// The declaration in the class that the use lies in, not in a function of it.
const Types::Declaration* Types::find_field(NodeId name) const {
  auto found = declarations_.find(unit_.node(name).text.index);
  if (found == declarations_.end()) return nullptr;
  for (NodeId at = name; at.valid(); at = unit_.parent(at)) {
    if (unit_.node(at).kind != Kind::Class) continue;
    NodeId body = unit_.child(at, Role::Body);
    for (const Declaration& declaration : found->second) {
      bool is_member = body.valid() && declaration.scope.begin == unit_.node(body).begin && declaration.scope.end == unit_.node(body).end;
      bool is_of_class = declaration.scope.begin == unit_.node(at).begin && declaration.scope.end == unit_.node(at).end;
      if (is_member || is_of_class) return &declaration;
    }
  }
  return nullptr;
}

TypeName Types::written(NodeId type) const {
  // An import tells the whole name.
  NodeId name = type;
  while (name.valid() && unit_.node(name).kind == Kind::Type) name = unit_.first_child(name);
  TypeName made = parse_type_name(unit_.code(type));
  bool is_named = name.valid() && (unit_.node(name).kind == Kind::Name || unit_.node(name).kind == Kind::Member);
  if (!is_named) return made;
  NameId meaning = unit_.canonical(name);
  made.name = meaning.valid() ? std::string(unit_.names().text(meaning)) : parse_type_name(unit_.code(name)).name;
  // In C the declarator stands between the name and its brackets: `char buf[10]`.
  return made;
}

TypeName Types::declared(const Declaration& declaration, int depth) const {
  if (declaration.type.valid()) return written(declaration.type);
  return declaration.value.valid() ? type_of(declaration.value, depth + 1) : TypeName();
}

TypeName Types::type_of_name(NodeId name, int depth) const {
  const Declaration* declaration = find(name);
  return declaration ? declared(*declaration, depth) : TypeName();
}

TypeName Types::type_of_member(NodeId member, int depth) const {
  NodeId object = unit_.child(member, Role::Object), name = unit_.child(member, Role::Name);
  if (!object.valid() || !name.valid() || unit_.node(name).kind != Kind::Name) return {};
  std::string_view owner = unit_.code(object);
  if (owner != "this" && owner != "self") return {};
  const Declaration* field = find_field(name);
  return field ? declared(*field, depth) : TypeName();
}

// A constructor: `Foo(...)` where no `new` is written, `new(T)` of Go.
TypeName Types::type_of_call(NodeId call) const {
  NodeId callee = unit_.child(call, Role::Callee);
  if (!callee.valid()) return {};
  Kind kind = unit_.node(callee).kind;
  if (unit_.language() == Language::Go && kind == Kind::Name && unit_.text(callee) == "new") {
    NodeId argument = unit_.first_child(unit_.child(call, Role::Arguments));
    TypeName type = argument.valid() ? written(argument) : TypeName();
    if (type.is_known()) ++type.pointers;
    return type;
  }
  NodeId last = kind == Kind::Member ? unit_.child(callee, Role::Name) : callee;
  // `T::new(x)`, `T::default()`: what a type's own function makes is mostly one of it.
  NodeId owner = kind == Kind::Member && unit_.language() == Language::Rust ? unit_.child(callee, Role::Object) : NodeId{};
  NodeId owner_name = owner.valid() && unit_.node(owner).kind == Kind::Member ? unit_.child(owner, Role::Name) : owner;
  bool makes_owner = last.valid() && (unit_.text(last) == "new" || unit_.text(last) == "default" || unit_.text(last).starts_with("with_"));
  if (makes_owner && owner_name.valid() && unit_.node(owner_name).kind == Kind::Name && begins_upper(unit_.text(owner_name))) return written(owner);
  NodeId constructor = written_constructor(call);
  return constructor.valid() ? written(constructor) : TypeName();
}

TypeName Types::type_of_binary(NodeId binary, int depth) const {
  std::string_view op = unit_.text(binary);
  for (std::string_view comparison : {"==", "!=", "<", ">", "<=", ">=", "&&", "||", "===", "!==", "and", "or", "in", "not in", "instanceof"})
    if (op == comparison) return literal(TypeName::Literal::Boolean);
  NodeId left = unit_.child(binary, Role::Left), right = unit_.child(binary, Role::Right);
  if (!left.valid() || !right.valid()) return {};
  TypeName first = type_of(left, depth + 1);
  if (op == "+" && !is_c(unit_.language())) {
    TypeName wanted = parse_type_name("String");
    TypeName second = type_of(right, depth + 1);
    if (is_type(first, wanted) || is_type(second, wanted)) return literal(TypeName::Literal::String);
  }
  return first;
}

TypeName Types::type_of(NodeId expression, int depth) const {
  if (!expression.valid() || depth > kMaxDepth) return {};
  if (const NodeFacts* facts = unit_.facts(expression); facts && facts->type.valid()) return parse_type_name(unit_.names().text(facts->type));
  const Node& node = unit_.node(expression);
  switch (node.kind) {
    case Kind::Name: {
      bool is_member_name = node.role == Role::Name && unit_.node({node.parent}).kind == Kind::Member;
      return is_member_name ? TypeName() : type_of_name(expression, depth);
    }
    case Kind::Member: return type_of_member(expression, depth);
    case Kind::String: case Kind::Template: return is_c(unit_.language()) ? parse_type_name("char*") : literal(TypeName::Literal::String);
    case Kind::Number: {
      bool is_real = unit_.code(expression).find('.') != std::string_view::npos;
      // All numbers of JavaScript are of one type.
      bool has_one_type = unit_.language() == Language::Js || unit_.language() == Language::Ts || unit_.language() == Language::Tsx;
      return literal(is_real || has_one_type ? TypeName::Literal::Real : TypeName::Literal::Whole);
    }
    case Kind::Boolean: return literal(TypeName::Literal::Boolean);
    case Kind::New: case Kind::Cast: {
      NodeId type = unit_.child(expression, Role::Type);
      TypeName made = type.valid() ? written(type) : TypeName();
      if (node.kind == Kind::New && is_c(unit_.language()) && made.is_known()) ++made.pointers;
      return made;
    }
    case Kind::Call: return type_of_call(expression);
    case Kind::Binary: return type_of_binary(expression, depth);
    case Kind::Conditional: return type_of(unit_.child(expression, Role::Then), depth + 1);
    case Kind::Assign: return type_of(unit_.child(expression, Role::Value), depth + 1);
    case Kind::Await: return type_of(unit_.child(expression, Role::Value), depth + 1);
    case Kind::Unary: {
      TypeName type = type_of(unit_.child(expression, Role::Operand), depth + 1);
      if (unit_.text(expression) == "!" || unit_.text(expression) == "not") return literal(TypeName::Literal::Boolean);
      if (unit_.text(expression) == "&" && type.is_known()) ++type.pointers;
      if (unit_.text(expression) == "*" && type.pointers > 0) --type.pointers;
      return type;
    }
    default: return {};
  }
}

// `T(x)` where no `new` is written.
NodeId Types::written_constructor(NodeId call) const {
  NodeId callee = unit_.child(call, Role::Callee);
  NodeId last = callee.valid() && unit_.node(callee).kind == Kind::Member ? unit_.child(callee, Role::Name) : callee;
  bool is_constructor = last.valid() && unit_.node(last).kind == Kind::Name && begins_upper(unit_.text(last));
  return is_constructor ? callee : NodeId{};
}

NodeId Types::written_type(NodeId expression, int depth) const {
  if (!expression.valid() || depth > kMaxDepth) return {};
  const Declaration* declaration = nullptr;
  switch (unit_.node(expression).kind) {
    case Kind::New: case Kind::Cast: return unit_.child(expression, Role::Type);
    case Kind::Call: return written_constructor(expression);
    case Kind::Name: declaration = find(expression); break;
    case Kind::Member: {
      NodeId object = unit_.child(expression, Role::Object), name = unit_.child(expression, Role::Name);
      bool is_own = object.valid() && name.valid() && (unit_.code(object) == "this" || unit_.code(object) == "self");
      if (is_own) declaration = find_field(name);
      break;
    }
    default: return {};
  }
  if (!declaration) return {};
  return declaration->type.valid() ? declaration->type : written_type(declaration->value, depth + 1);
}

bool Types::has_type(NodeId expression, const TypeName& wanted) const {
  Role role = unit_.node(expression).role;
  bool is_type_itself = role == Role::Type || role == Role::ReturnType || role == Role::TypeParameter || role == Role::Parent || role == Role::Module;
  if (is_type_itself) return false;
  TypeName found = type_of(expression);
  if (found.is_known()) return is_type(found, wanted);
  const Node& node = unit_.node(expression);
  bool may_be_type = node.kind == Kind::Name || node.kind == Kind::Member;
  bool is_declared = node.kind == Kind::Name && find(expression);
  bool is_member_name = node.role == Role::Name;
  if (!may_be_type || is_declared || is_member_name || wanted.name.starts_with('$')) return false;
  return is_type(written(expression), wanted);
}

}  // namespace sluice
