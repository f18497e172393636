// Lua 5.4 and LuaJIT, grammar tree-sitter-lua.
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_lua();

namespace sluice {
namespace {

// --- assignments ---

// The members of a list, without the attributes (`<const>`) among them.
std::vector<RawIndex> members_of(const Shaper& s, RawIndex list) {
  std::vector<RawIndex> members;
  if (list == kNoRaw) return members;
  for (RawIndex child : s.named_children(list))
    if (!s.is(child, "attribute")) members.push_back(child);
  return members;
}

void write_list(Shaper& s, const std::vector<RawIndex>& members, Role role) {
  if (members.empty()) return;
  if (members.size() == 1) return s.visit(members[0], role);
  s.open(Kind::Tuple, role, ByteRange{s.raw(members.front()).begin, s.raw(members.back()).end});
  for (RawIndex member : members) s.visit(member, Role::Element);
  s.close();
}

// The grammar makes a list of one expression, too: a pattern `$A .. $B` is one.
void shape_list(Shaper& s, RawIndex raw, Role role) { write_list(s, members_of(s, raw), role); }

// `local a, b <const> = 1, 2`: a VarDef each; `local a, b = f()` is one of a Tuple.
void shape_local(Shaper& s, RawIndex raw, Role role) {
  RawIndex assignment = s.child_of_type(raw, "assignment_statement");
  RawIndex holder = assignment == kNoRaw ? raw : assignment;
  RawIndex list = s.child_of_type(holder, "variable_list");
  std::vector<RawIndex> names = members_of(s, list), values = members_of(s, s.child_of_type(holder, "expression_list"));
  bool is_pairwise = names.size() > 1 && (values.empty() || values.size() == names.size());
  std::size_t count = is_pairwise ? names.size() : 1;
  for (std::size_t i = 0; i < count; ++i) {
    s.open(Kind::VarDef, role, s.range_of(is_pairwise ? names[i] : raw));
    if (!is_pairwise) {
      if (RawIndex attribute = s.child_of_type(list, "attribute"); attribute != kNoRaw) s.visit(attribute, Role::Modifier);
      write_list(s, names, Role::Name);
      write_list(s, values, Role::Value);
    } else {
      s.visit(names[i], Role::Name);
      if (!values.empty()) s.visit(values[i], Role::Value);
    }
    s.close();
  }
}

void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ExprStmt, role, raw);
  NodeId id = s.open(Kind::Assign, Role::Value, raw);
  s.out().set_text(id, "=");
  write_list(s, members_of(s, s.child_of_type(raw, "variable_list")), Role::Target);
  write_list(s, members_of(s, s.child_of_type(raw, "expression_list")), Role::Value);
  s.close();
  s.close();
}

void shape_return(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Return, role, raw);
  write_list(s, members_of(s, s.child_of_type(raw, "expression_list")), Role::Value);
  s.close();
}

// --- statements ---

void write_alternatives(Shaper& s, const std::vector<RawIndex>& clauses, std::size_t next) {
  if (next == clauses.size()) return;
  RawIndex clause = clauses[next];
  if (s.is(clause, "else_statement")) return s.visit_block(s.field(clause, "body"), Role::Else);
  // What follows an `elseif` belongs to it.
  ByteRange range{s.raw(clause).begin, s.raw(clauses.back()).end};
  s.open(Kind::Block, Role::Else, range);
  s.open(Kind::If, Role::Element, range);
  s.visit(s.field(clause, "condition"), Role::Condition);
  s.visit_block(s.field(clause, "consequence"), Role::Then);
  write_alternatives(s, clauses, next + 1);
  s.close();
  s.close();
}

void shape_if(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  s.visit_block(s.field(raw, "consequence"), Role::Then);
  std::vector<RawIndex> clauses;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "alternative")) clauses.push_back(child);
  write_alternatives(s, clauses, 0);
  s.close();
}

// `for i = 1, 10, 2 do`, `for k, v in pairs(t) do`
void shape_for(Shaper& s, RawIndex raw, Role role) {
  RawIndex clause = s.field(raw, "clause");
  bool is_numeric = s.is(clause, "for_numeric_clause") && !s.is_stand_in(clause);
  bool is_generic = s.is(clause, "for_generic_clause") && !s.is_stand_in(clause);
  NodeId loop = s.open(is_generic ? Kind::ForEach : Kind::For, role, raw);
  if (is_numeric) {
    RawIndex name = s.field(clause, "name"), start = s.field(clause, "start");
    s.open(Kind::VarDef, Role::Init, ByteRange{s.raw(name).begin, s.raw(start).end});
    s.visit(name, Role::Name);
    s.visit(start, Role::Value);
    s.close();
    s.visit(s.field(clause, "end"), Role::Condition);
    s.visit(s.field(clause, "step"), Role::Update);
  } else if (is_generic) {
    write_list(s, members_of(s, s.child_of_type(clause, "variable_list")), Role::Target);
    write_list(s, members_of(s, s.child_of_type(clause, "expression_list")), Role::Value);
  } else {
    s.visit(clause, Role::Init);
  }
  s.visit_block(s.field(raw, "body"), Role::Body);
  if (!is_generic) s.complete_loop_header(loop);
  s.close();
}

void shape_do(Shaper& s, RawIndex raw, Role role) { s.visit(s.field(raw, "body"), role); }

// --- functions and calls ---

// `local function f`, `function a.b.c:m`
void shape_function(Shaper& s, RawIndex raw, Role role) {
  s.open(s.is(raw, "function_definition") ? Kind::Lambda : Kind::Function, role, raw);
  if (s.has_token(raw, "local")) s.leaf(Kind::Modifier, Role::Modifier, raw + 1);
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "parameters"), Role::Parameters);
  s.visit_block(s.field(raw, "body"), Role::Body);
  s.close();
}

// `f(a)`, `f "text"`, `f { }`, `o:m(a)`
void shape_call(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  s.visit(s.field(raw, "name"), Role::Callee);
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.close();
}

// `a.b`, and `a:b`, which passes `a` too.
void shape_member(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Member, role, raw);
  RawIndex method = s.field(raw, "method");
  if (method != kNoRaw) s.out().set_text(id, ":");
  s.visit(s.field(raw, "table"), Role::Object);
  s.visit(method == kNoRaw ? s.field(raw, "field") : method, Role::Name);
  s.close();
}

// `k = v`, `[k] = v`, `v`: a table is a map, an array or both.
void shape_field(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  if (name == kNoRaw) return s.visit(s.field(raw, "value"), role);
  s.open(Kind::Pair, role, raw);
  s.visit(name, Role::Key);
  s.visit(s.field(raw, "value"), Role::Value);
  s.close();
}

// `"text"`, `[[text]]`, `[==[text]==]`
void shape_lua_string(Shaper& s, RawIndex raw, Role role) {
  RawIndex content = s.field(raw, "content");
  s.string(raw, role, content == kNoRaw ? std::string_view() : s.text(content));
}

constexpr NodeShape kShapes[] = {
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "vararg_expression", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "dot_index_expression", .kind = Kind::Member, .shape = shape_member},
    {.type = "method_index_expression", .kind = Kind::Member, .shape = shape_member},
    {.type = "bracket_index_expression", .kind = Kind::Index, .fields = {{{"table", Role::Object}, {"field", Role::Element}}}},
    // Literals
    {.type = "number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "string", .kind = Kind::String, .shape = shape_lua_string},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "nil", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "table_constructor", .kind = Kind::Map},
    {.type = "field", .kind = Kind::Pair, .shape = shape_field},
    // Expressions
    {.type = "function_call", .kind = Kind::Call, .shape = shape_call},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "function_definition", .kind = Kind::Lambda, .shape = shape_function},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "do_statement", .kind = Kind::Block, .shape = shape_do},
    {.type = "expression_list", .kind = Kind::Tuple, .shape = shape_list},
    {.type = "variable_list", .kind = Kind::Tuple, .shape = shape_list},
    {.type = "assignment_statement", .kind = Kind::ExprStmt, .shape = shape_assignment},
    {.type = "variable_declaration", .kind = Kind::VarDef, .shape = shape_local},
    {.type = "attribute", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "if_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "repeat_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .shape = shape_for},
    {.type = "return_statement", .kind = Kind::Return, .shape = shape_return},
    {.type = "break_statement", .kind = Kind::Break},
    {.type = "goto_statement", .kind = Kind::Goto, .rest = Role::Label},
    {.type = "label_statement", .kind = Kind::Labeled, .rest = Role::Label},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "function_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "parameters", .kind = Kind::Parameters, .shape = shape_parameters},
    {.type = "hash_bang_line", .make = Make::Comment},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {"", ""}, {"slf = ", ""}, {"", " end"}, {"if slf then ", " end"}, {"", " do end"}, {"", " then end"}};
constexpr std::string_view kEllipsis[] = {"@", "\nslf(@)\n", "@ = 1", "@ in slf", "@ = 1, 2"};
constexpr std::string_view kMetavariable[] = {"@", "@ = 1"};

}  // namespace

const LanguageDefinition& lua_definition() {
  static constexpr LanguageDefinition kLua{
      .language = Language::Lua,
      .grammar = tree_sitter_lua,
      .shapes = kShapes,
      .imports = ImportStyle::Names,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .line_comment = "--"},
      .has_bare_expressions = true,
      .is_full = true,
  };
  return kLua;
}

}  // namespace sluice
