#include "analyzers/languages/c_family.h"

#include <string>

namespace sluice::c_family {
namespace {

// What becomes of a child of a declarator, by the last part of its type's name.
enum class Part : std::uint8_t { None, Pointer, Reference, Array, Function, Transparent };

Part part_of(std::string_view type) {
  if (type.starts_with("abstract_")) type.remove_prefix(std::string_view("abstract_").size());
  if (type == "pointer_declarator" || type == "pointer_type_declarator") return Part::Pointer;
  if (type == "reference_declarator") return Part::Reference;
  if (type == "array_declarator" || type == "new_declarator") return Part::Array;
  if (type == "function_declarator") return Part::Function;
  if (type == "parenthesized_declarator" || type == "attributed_declarator" || type == "variadic_declarator" ||
      type == "init_declarator")
    return Part::Transparent;
  return Part::None;
}

bool is_attribute(const Shaper& s, RawIndex raw) {
  return s.is(raw, "attribute_specifier") || s.is(raw, "attribute_declaration");
}

// The declarator inside a declarator; kNoRaw inside an abstract one that ends here.
RawIndex inner_declarator(const Shaper& s, RawIndex raw) {
  if (RawIndex inner = s.field(raw, "declarator"); inner != kNoRaw) return inner;
  Part part = part_of(s.type(raw));
  if (part != Part::Reference && part != Part::Transparent) return kNoRaw;
  for (RawIndex child : s.named_children(raw))
    if (s.kind_of(child) != Kind::Modifier && !is_attribute(s, child)) return child;
  return kNoRaw;
}

std::string_view text_of_wrapper(const Shaper& s, RawIndex raw) {
  switch (part_of(s.type(raw))) {
    case Part::Array: return "[]";
    case Part::Function: return "()";
    case Part::Reference: return s.has_token(raw, "&&") ? "&&" : "&";
    default: return "*";
  }
}

// Where what the wrapper says ends: `*` of `*p`, but all of `p[8]`.
std::uint32_t end_of_wrapper(const Shaper& s, RawIndex raw) {
  Part part = part_of(s.type(raw));
  if (part == Part::Array || part == Part::Function) return s.raw(raw).end;
  std::uint32_t end = s.raw(raw).begin + 1;
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named || s.kind_of(child) == Kind::Modifier) end = std::max(end, s.raw(child).end);
  return end;
}

struct TypeSource {
  RawIndex base = kNoRaw;
  std::vector<RawIndex> modifiers;  // of the base, where they have no definition to belong to
  const std::vector<RawIndex>& wrappers;
  std::size_t count = 0;  // how many of the wrappers, from the base on
};

std::uint32_t end_of_type(const Shaper& s, const TypeSource& type) {
  std::uint32_t end = s.raw(type.base).end;
  for (std::size_t i = 0; i < type.count; ++i) end = std::max(end, end_of_wrapper(s, type.wrappers[i]));
  return end;
}

bool is_keyword_of_class(std::string_view word) {
  return word == "struct" || word == "union" || word == "class" || word == "enum";
}

std::string_view class_keyword(const Shaper& s, RawIndex raw) {
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named && is_keyword_of_class(s.text(child))) return s.text(child);
  return {};
}

// `struct s` names a type, `struct s { }` defines one; the grammar has one node for both.
void visit_type(Shaper& s, RawIndex raw, Role role) {
  bool is_class = raw != kNoRaw && s.kind_of(raw) == Kind::Class && !s.is_stand_in(raw);
  if (!is_class || s.field(raw, "body") != kNoRaw) return s.visit(raw, role);
  NodeId id = s.open(Kind::Type, role, raw);
  s.out().set_text(id, class_keyword(s, raw));
  s.visit(s.field(raw, "name"), Role::Name);
  s.close();
}

void write_wrapper_parts(Shaper& s, RawIndex wrapper) {
  for (RawIndex child : s.named_children(wrapper)) {
    bool is_written_elsewhere = child == inner_declarator(s, wrapper) || s.is(child, "new_declarator");
    if (is_written_elsewhere || is_attribute(s, child)) continue;
    if (s.kind_of(child) == Kind::Modifier) s.visit(child, Role::Modifier);
    else if (s.is(child, "parameter_list")) s.visit(child, Role::Parameters);
    else s.visit(child, Role::Element);
  }
}

void write_type(Shaper& s, const TypeSource& type, Role role) {
  if (type.base == kNoRaw) return;
  std::uint32_t begin = s.raw(type.base).begin;
  for (RawIndex modifier : type.modifiers) begin = std::min(begin, s.raw(modifier).begin);
  // From the name inward to the base: the wrapper nearest to the name is the outermost type.
  for (std::size_t i = type.count; i > 0; --i) {
    TypeSource part{type.base, {}, type.wrappers, i};
    NodeId id = s.open(Kind::Type, i == type.count ? role : Role::Type, ByteRange{begin, end_of_type(s, part)});
    s.out().set_text(id, text_of_wrapper(s, type.wrappers[i - 1]));
  }
  bool needs_node = !type.modifiers.empty() && type.count == 0;
  if (needs_node) s.open(Kind::Type, role, ByteRange{begin, end_of_type(s, type)});
  for (RawIndex modifier : type.modifiers) s.visit(modifier, Role::Modifier);
  visit_type(s, type.base, type.count == 0 && !needs_node ? role : Role::Type);
  if (needs_node) s.close();
  for (std::size_t i = 0; i < type.count; ++i) {
    write_wrapper_parts(s, type.wrappers[i]);
    s.close();
  }
}

// The parts of a definition that every one of its declarators shares.
struct Specifiers {
  RawIndex type = kNoRaw;
  std::vector<RawIndex> modifiers, attributes;
  std::vector<RawIndex> tokens;  // `virtual` is a bare token
};

Specifiers read_specifiers(const Shaper& s, RawIndex raw) {
  Specifiers out;
  out.type = s.field(raw, "type");
  for (RawIndex child : s.all_children(raw)) {
    if (child == out.type) continue;
    bool is_word = !s.raw(child).named && s.text(child) == "virtual";
    if (is_word) out.tokens.push_back(child);
    else if (is_attribute(s, child)) out.attributes.push_back(child);
    else if (s.raw(child).named && s.kind_of(child) == Kind::Modifier) out.modifiers.push_back(child);
  }
  return out;
}

void write_specifiers(Shaper& s, const Specifiers& specifiers, const Declarator& declarator) {
  for (RawIndex attribute : specifiers.attributes) s.visit(attribute, Role::Attribute);
  for (RawIndex attribute : declarator.attributes) s.visit(attribute, Role::Attribute);
  for (RawIndex token : specifiers.tokens) s.leaf(Kind::Modifier, Role::Modifier, token);
  for (RawIndex modifier : specifiers.modifiers) s.visit(modifier, Role::Modifier);
}

// The name, parameters and what follows them: `f(int) const noexcept -> T`.
void write_signature(Shaper& s, const Specifiers& specifiers, const Declarator& declarator, const Prefix& prefix) {
  RawIndex function = declarator.wrappers.back();
  RawIndex trailing = s.child_of_type(function, "trailing_return_type");
  write_specifiers(s, specifiers, declarator);
  for (RawIndex child : s.named_children(function))
    if (s.kind_of(child) == Kind::Modifier) s.visit(child, Role::Modifier);
  if (trailing != kNoRaw) s.visit_children(trailing, Role::ReturnType);
  else write_type(s, {specifiers.type, {}, declarator.wrappers, declarator.wrappers.size() - 1}, Role::ReturnType);
  s.visit(declarator.name, Role::Name);
  for (RawIndex parameters : prefix.type_parameters) s.visit_children(parameters, Role::TypeParameter);
  s.visit(s.field(function, "parameters"), Role::Parameters);
}

// One name of a declaration.
struct Entry {
  RawIndex raw = kNoRaw;    // its range when there are several
  RawIndex value = kNoRaw;
  RawIndex width = kNoRaw;  // of a bit field
};

std::vector<Entry> read_entries(const Shaper& s, RawIndex raw) {
  std::vector<Entry> entries;
  for (RawIndex child : s.named_children(raw)) {
    RawIndex field_of_init = s.is(child, "init_declarator") ? s.field(child, "value") : kNoRaw;
    bool is_type = child == s.field(raw, "type");
    if (is_type || is_attribute(s, child) || s.kind_of(child) == Kind::Modifier) continue;
    if (s.has_field(child, "declarator")) entries.push_back({child, field_of_init, kNoRaw});
    else if (entries.empty()) continue;
    else if (s.is(child, "bitfield_clause")) entries.back().width = child;
    else entries.back().value = child;
  }
  return entries;
}

bool are_arguments(const Shaper& s, RawIndex parameters, int depth);

// A name of a type where an argument was meant: `Foo x(a, b[1], c());`
bool could_be_argument(const Shaper& s, RawIndex parameter, int depth) {
  constexpr int kDeepestCall = 8;
  RawIndex type = s.field(parameter, "type");
  RawIndex declarator = s.field(parameter, "declarator");
  bool is_name = s.is(type, "type_identifier") || s.is(type, "qualified_identifier");
  bool is_plain = declarator != kNoRaw && s.field(declarator, "declarator") == kNoRaw;
  bool is_subscript = is_plain && s.is(declarator, "abstract_array_declarator") && s.field(declarator, "size") != kNoRaw;
  bool is_call = is_plain && s.is(declarator, "abstract_function_declarator") && depth < kDeepestCall && s.named_children(declarator).size() == 1 &&
                 are_arguments(s, s.field(declarator, "parameters"), depth + 1);
  std::size_t parts = s.named_children(parameter).size();
  return s.is(parameter, "parameter_declaration") && is_name && ((declarator == kNoRaw && parts == 1) || ((is_subscript || is_call) && parts == 2));
}

bool are_arguments(const Shaper& s, RawIndex parameters, int depth) {
  if (parameters == kNoRaw || s.has_token(parameters, "...")) return false;
  for (RawIndex parameter : s.named_children(parameters))
    if (!could_be_argument(s, parameter, depth) && !s.is_stand_in(parameter)) return false;
  return true;
}

bool is_construction(const Shaper& s, const Declarator& declarator) {
  if (!declarator.is_function || declarator.wrappers.size() != 1) return false;
  RawIndex parameters = s.field(declarator.wrappers[0], "parameters");
  return are_arguments(s, parameters, 0) && !s.named_children(parameters).empty();
}

void write_argument_list(Shaper& s, RawIndex parameters);

void write_argument(Shaper& s, RawIndex parameter) {
  RawIndex declarator = s.field(parameter, "declarator");
  if (declarator == kNoRaw || s.is_stand_in(parameter)) return s.visit(s.is_stand_in(parameter) ? parameter : s.field(parameter, "type"), Role::Element);
  const bool is_call = s.is(declarator, "abstract_function_declarator");
  s.open(is_call ? Kind::Call : Kind::Index, Role::Element, parameter);
  s.visit(s.field(parameter, "type"), is_call ? Role::Callee : Role::Object);
  if (is_call) write_argument_list(s, s.field(declarator, "parameters"));
  else s.visit(s.field(declarator, "size"), Role::Element);
  s.close();
}

void write_argument_list(Shaper& s, RawIndex parameters) {
  s.open(Kind::Arguments, Role::Arguments, parameters);
  for (RawIndex parameter : s.named_children(parameters)) write_argument(s, parameter);
  s.close();
}

void write_arguments_of(Shaper& s, RawIndex parameters) {
  s.open(Kind::New, Role::Value, parameters);
  write_argument_list(s, parameters);
  s.close();
}

void write_value(Shaper& s, RawIndex value) {
  bool is_construction_call = s.is(value, "argument_list");
  if (is_construction_call) s.open(Kind::New, Role::Value, value);
  s.visit(value, is_construction_call ? Role::Arguments : Role::Value);
  if (is_construction_call) s.close();
}

void write_entry(Shaper& s, ByteRange range, Role role, const Specifiers& specifiers, const Entry& entry,
                 const Prefix& prefix, Place place) {
  Declarator declarator = read_declarator(s, entry.raw);
  bool may_construct = place != Place::File && specifiers.type != kNoRaw &&
                       !(place == Place::Pattern && s.is(specifiers.type, "primitive_type"));
  bool constructs = may_construct && is_construction(s, declarator);
  bool is_function = declarator.is_function && !constructs;
  s.open(is_function ? Kind::Function : Kind::VarDef, role, range);
  if (is_function) {
    write_signature(s, specifiers, declarator, prefix);
    if (entry.value != kNoRaw) s.visit(entry.value, Role::Value);  // `= 0` of a pure virtual function
    s.close();
    return;
  }
  write_specifiers(s, specifiers, declarator);
  std::size_t wrappers = constructs ? 0 : declarator.wrappers.size();
  write_type(s, {specifiers.type, {}, declarator.wrappers, wrappers}, Role::Type);
  s.visit(declarator.name, Role::Name);
  if (constructs) write_arguments_of(s, s.field(declarator.wrappers[0], "parameters"));
  if (entry.width != kNoRaw) s.visit(entry.width, Role::Element);
  if (entry.value != kNoRaw) write_value(s, entry.value);
  s.close();
}

ByteRange range_with(const Shaper& s, RawIndex raw, const Prefix& prefix) {
  return s.range_of(prefix.outer == kNoRaw ? raw : prefix.outer);
}

}  // namespace

Declarator read_declarator(const Shaper& s, RawIndex raw) {
  Declarator out;
  RawIndex at = raw;
  bool last_is_function = false;
  while (at != kNoRaw && !s.is_stand_in(at)) {
    Part part = part_of(s.type(at));
    if (part == Part::None) break;
    if (part != Part::Transparent) {
      out.wrappers.push_back(at);
      last_is_function = part == Part::Function;
    }
    for (RawIndex child : s.named_children(at))
      if (is_attribute(s, child)) out.attributes.push_back(child);
    at = inner_declarator(s, at);
  }
  out.name = at;
  out.is_function = last_is_function;
  if (at != kNoRaw && s.is(at, "operator_cast")) {
    // `operator bool() const`: the name is the type, what follows it is the function.
    out.wrappers.push_back(s.field(at, "declarator"));
    out.is_function = s.is(out.wrappers.back(), "abstract_function_declarator");
  }
  return out;
}

void write_typed_name(Shaper& s, RawIndex raw, Role role_of_name) {
  Specifiers specifiers = read_specifiers(s, raw);
  Declarator declarator = read_declarator(s, s.field(raw, "declarator"));
  write_specifiers(s, specifiers, declarator);
  write_type(s, {specifiers.type, {}, declarator.wrappers, declarator.wrappers.size()}, Role::Type);
  s.visit(declarator.name, role_of_name);
}

void write_wrapped_type(Shaper& s, RawIndex base, const std::vector<RawIndex>& wrappers, Role role) {
  write_type(s, {base, {}, wrappers, wrappers.size()}, role);
}

void write_declaration(Shaper& s, RawIndex raw, Role role, const Prefix& prefix, Place place) {
  Specifiers specifiers = read_specifiers(s, raw);
  std::vector<Entry> entries = read_entries(s, raw);
  if (entries.empty()) {
    // `struct s { ... };` inside another; the type is all there is.
    bool is_class = specifiers.type != kNoRaw && s.kind_of(specifiers.type) == Kind::Class;
    if (is_class) return write_class(s, specifiers.type, role, {raw, prefix.type_parameters});
    entries.push_back({});
  }
  for (const Entry& entry : entries) {
    ByteRange range = entries.size() == 1 ? range_with(s, raw, prefix) : s.range_of(entry.raw);
    write_entry(s, range, role, specifiers, entry, prefix, place);
  }
}

void write_function(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  RawIndex raw_declarator = s.field(raw, "declarator");
  Declarator declarator = read_declarator(s, raw_declarator);
  if (!declarator.is_function) return s.visit_by_table(raw, role);  // a macro that looks like a function
  Specifiers specifiers = read_specifiers(s, raw);
  s.open(Kind::Function, role, range_with(s, raw, prefix));
  write_signature(s, specifiers, declarator, prefix);
  RawIndex body = s.field(raw, "body");
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "field_initializer_list")) s.visit_children(child, Role::Init);
    else if (s.is(child, "declaration") || s.raw(child).error) s.visit(child, Role::Element);  // `int f(a) int a; { }`
  }
  s.visit_block(body, Role::Body);
  s.close();
}

void write_class(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  Specifiers specifiers = read_specifiers(s, raw);
  NodeId id = s.open(Kind::Class, role, range_with(s, raw, prefix));
  s.out().set_text(id, class_keyword(s, raw));
  write_specifiers(s, specifiers, {});
  s.visit(s.field(raw, "name"), Role::Name);
  for (RawIndex parameters : prefix.type_parameters) s.visit_children(parameters, Role::TypeParameter);
  if (RawIndex bases = s.child_of_type(raw, "base_class_clause"); bases != kNoRaw)
    for (RawIndex base : s.named_children(bases))
      if (!s.is(base, "access_specifier")) s.visit(base, Role::Parent);
  s.visit(s.field(raw, "underlying_type"), Role::Type);
  s.visit(s.field(raw, "base"), Role::Type);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

void shape_declaration_of(Shaper& s, RawIndex raw, Role role) { write_declaration(s, raw, role, {}, Place::File); }
void shape_function(Shaper& s, RawIndex raw, Role role) { write_function(s, raw, role, {}); }
void shape_class(Shaper& s, RawIndex raw, Role role) { write_class(s, raw, role, {}); }

// `typedef struct s *t;`: an Other(Type, Name) for each name.
void shape_type_definition(Shaper& s, RawIndex raw, Role role) {
  Specifiers specifiers = read_specifiers(s, raw);
  std::vector<Entry> entries = read_entries(s, raw);
  for (const Entry& entry : entries) {
    Declarator declarator = read_declarator(s, entry.raw);
    NodeId id = s.open(Kind::Other, role, entries.size() == 1 ? raw : entry.raw);
    s.out().set_text(id, "typedef");
    write_specifiers(s, specifiers, declarator);
    write_type(s, {specifiers.type, {}, declarator.wrappers, declarator.wrappers.size()}, Role::Type);
    s.visit(declarator.name, Role::Name);
    s.close();
  }
}

void shape_enumerator(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "value"), Role::Value);
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  write_typed_name(s, raw, Role::Name);
  s.visit(s.field(raw, "default_value"), Role::Value);
  s.close();
}

// `f(a, b)` of old C has names alone; `f(void)` has no parameters.
void shape_parameter_list(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  bool is_void = s.text(raw) == "(void)";
  for (RawIndex child : s.all_children(raw)) {
    if (is_void) continue;
    bool is_dots = !s.raw(child).named && s.text(child) == "...";
    bool is_bare_name = s.is(child, "identifier") && !s.is_stand_in(child);
    if (is_dots) s.leaf(Kind::Parameter, Role::Element, child);
    if (!s.raw(child).named && !s.raw(child).error) continue;
    if (is_bare_name) s.open(Kind::Parameter, Role::Element, child);
    s.visit(child, is_bare_name ? Role::Name : Role::Element);
    if (is_bare_name) s.close();
  }
  s.close();
}

void shape_type_descriptor(Shaper& s, RawIndex raw, Role role) {
  Specifiers specifiers = read_specifiers(s, raw);
  Declarator declarator = read_declarator(s, s.field(raw, "declarator"));
  write_type(s, {specifiers.type, specifiers.modifiers, declarator.wrappers, declarator.wrappers.size()}, role);
}

void shape_expression_statement(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).empty()) return;  // `;`
  s.open(Kind::ExprStmt, role, raw);
  s.visit_children(raw, Role::Value);
  s.close();
}

// The cases are children of the Switch, whatever braces stand between.
void shape_switch(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  s.open(Kind::Switch, role, raw);
  s.visit(s.field(raw, "condition"), Role::Value);
  if (s.is(body, "compound_statement") && !s.is_stand_in(body)) s.visit_children(body, Role::Element);
  else s.visit(body, Role::Element);
  s.close();
}

// `-1` is one token to the grammar, and an operator with its operand to all other languages.
void shape_number(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  if (!text.starts_with('-') && !text.starts_with('+')) return s.visit_by_table(raw, role);
  ByteRange digits{s.raw(raw).begin + 1, s.raw(raw).end};
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, text.substr(0, 1));
  s.out().leaf(Kind::Number, Role::Operand, digits, number_value(text.substr(1)), s.raw(raw).symbol);
  s.close();
}

// `sizeof x`, `sizeof(x)`, `sizeof(type)`: one shape.
void shape_sizeof(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.is(raw, "sizeof_expression") ? "sizeof" : "alignof");
  s.visit(s.first_named(raw), Role::Operand);
  s.close();
}

void shape_offsetof(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.all_children(raw);
  s.open(Kind::Call, role, raw);
  s.leaf(Kind::Name, Role::Callee, parts.front());
  s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(parts.front()).end, s.raw(raw).end});
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Element);
  s.close();
  s.close();
}

// `a.b` and `a->b` are not the same to a rule: the second has the text `->`.
void shape_field(Shaper& s, RawIndex raw, Role role) {
  RawIndex op = s.field(raw, "operator");
  NodeId id = s.open(Kind::Member, role, raw);
  if (op != kNoRaw && s.text(op) != ".") s.out().set_text(id, s.text(op));
  s.visit(s.field(raw, "argument"), Role::Object);
  s.visit(s.field(raw, "field"), Role::Name);
  s.close();
}

void shape_initializer_list(Shaper& s, RawIndex raw, Role role) {
  bool has_pair = s.child_of_type(raw, "initializer_pair") != kNoRaw;
  std::vector<RawIndex> parts = s.named_children(raw);
  // `{ ... }` in a pattern may be either.
  if (parts.size() == 1 && s.is_ellipsis(parts[0])) return s.visit(parts[0], role);
  s.open(has_pair ? Kind::Map : Kind::Array, role, raw);
  s.visit_children(raw);
  s.close();
}

// `[2].name = x`: the key is Member(2, name), as if it were written without the first dot.
void shape_initializer_pair(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> keys;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "designator")) keys.push_back(child);
  s.open(Kind::Pair, role, raw);
  for (std::size_t i = keys.size(); i > 1; --i) {
    Kind kind = s.is(keys[i - 1], "subscript_designator") ? Kind::Index : Kind::Member;
    s.open(kind, i == keys.size() ? Role::Key : Role::Object, ByteRange{s.raw(keys[0]).begin, s.raw(keys[i - 1]).end});
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    bool is_field = s.is(keys[i], "field_designator");
    Role first = keys.size() == 1 ? Role::Key : Role::Object;
    s.visit(keys[i], i == 0 ? first : is_field ? Role::Name : Role::Element);
    if (i > 0) s.close();
  }
  s.visit(s.field(raw, "value"), Role::Value);
  s.close();
}

void shape_include(Shaper& s, RawIndex raw, Role role) {
  RawIndex path = s.field(raw, "path");
  bool is_quoted = s.is(path, "system_lib_string") || s.is(path, "string_literal");
  s.open(Kind::Import, role, raw);
  // No String: it is no value, and `"..."` is not to match it.
  if (is_quoted && s.text(path).size() > 2)
    s.leaf(Kind::Text, Role::Module, path, s.text(path).substr(1, s.text(path).size() - 2));
  else
    s.visit(path, Role::Module);
  s.close();
}

namespace {

bool is_string_literal(std::string_view text) {
  for (std::string_view encoding : {"L", "u8", "u", "U"})
    if (text.starts_with(encoding) && text.size() > encoding.size() && text[encoding.size()] == '"') {
      text.remove_prefix(encoding.size());
      break;
    }
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (text[i] == '"') return false;
  }
  return true;
}

bool is_number_literal(std::string_view text) {
  constexpr std::string_view kNumberCharacters = "0123456789abcdefABCDEFxXuUlL.'";
  return !text.empty() && text[0] >= '0' && text[0] <= '9' &&
         text.find_first_not_of(kNumberCharacters) == std::string_view::npos;
}

// The text of a macro is not parsed by the grammar; a single literal is seen here.
void write_macro_text(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  if (is_string_literal(text)) s.leaf(Kind::String, role, raw, string_content(text));
  else if (is_number_literal(text)) s.leaf(Kind::Number, role, raw, number_value(text));
  else s.leaf(Kind::Text, role, raw, text);
}

}  // namespace

// `#define SIZE 10` defines a constant when its text is one literal.
void shape_define(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.field(raw, "value");
  s.open(Kind::VarDef, role, raw);
  s.leaf(Kind::Modifier, Role::Modifier, raw + 1, "#define");
  s.visit(s.field(raw, "name"), Role::Name);
  if (s.is_stand_in(value)) s.visit(value, Role::Value);
  else if (value != kNoRaw) write_macro_text(s, value, Role::Value);
  s.close();
}

// `#pragma x`; a bare `#endif` is left over where an #if stands across braces.
void shape_directive(Shaper& s, RawIndex raw, Role role) {
  if (s.is_pattern() || s.field(raw, "argument") != kNoRaw) return s.visit_by_table(raw, role);
}

// `__attribute__((format(printf, 1, 2), unused))`: an Attribute each.
void shape_attribute_specifier(Shaper& s, RawIndex raw, Role) {
  RawIndex list = s.child_of_type(raw, "argument_list");
  if (list == kNoRaw) return;
  for (RawIndex child : s.named_children(list)) {
    bool is_call = s.is(child, "call_expression");
    s.open(Kind::Attribute, Role::Attribute, child);
    s.visit(is_call ? s.field(child, "function") : child, Role::Name);
    if (is_call) s.visit(s.field(child, "arguments"), Role::Arguments);
    s.close();
  }
}

// `[[fallthrough]];`: attributes of a statement say nothing that a rule could want.
void shape_attributed_statement(Shaper& s, RawIndex raw, Role role) {
  for (RawIndex child : s.named_children(raw))
    if (!is_attribute(s, child)) s.visit(child, role);
}

// `extern "C" { ... }`: what is inside, in its place.
void shape_linkage(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  if (s.is(body, "declaration_list") && !s.is_stand_in(body)) s.visit_children(body, role);
  else s.visit(body, role);
}

void shape_seh_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  s.visit(s.field(raw, "body"), Role::Body);
  for (RawIndex child : s.named_children(raw)) {
    bool is_except = s.is(child, "seh_except_clause");
    if (!is_except && !s.is(child, "seh_finally_clause")) continue;
    s.open(is_except ? Kind::Catch : Kind::Finally, is_except ? Role::Catch : Role::Finally, child);
    s.visit(s.field(child, "filter"), Role::Condition);
    s.visit(s.field(child, "body"), Role::Body);
    s.close();
  }
  s.close();
}

}  // namespace sluice::c_family
