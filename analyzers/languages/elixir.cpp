// Elixir 1.18, grammar tree-sitter-elixir. To the grammar everything is a call: `def`, `if` and
// `case` become what they are elsewhere, other calls with a `do` keep it as their body.
#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_elixir();

namespace sluice {
namespace {

// --- names and literals ---

constexpr std::size_t kLongestAlias = 100;  // what follows is left out

// `A.B.C` is one token: Member(Member(A, B), C).
void shape_alias(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::vector<ByteRange> parts;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t dot = std::min(text.find('.', at), text.size());
    std::size_t begin = std::min(text.find_first_not_of(" \t\r\n", at), dot);
    std::size_t end = dot;
    while (end > begin && std::string_view(" \t\r\n").find(text[end - 1]) != std::string_view::npos) --end;
    parts.push_back({s.raw(raw).begin + static_cast<std::uint32_t>(begin), s.raw(raw).begin + static_cast<std::uint32_t>(end)});
    at = dot + 1;
    if (parts.size() == kLongestAlias) break;
  }
  auto write_name = [&](ByteRange part, Role part_role) {
    if (!s.visit_stand_in(part, part_role)) s.out().leaf(Kind::Name, part_role, part, text.substr(part.begin - s.raw(raw).begin, part.end - part.begin));
  };
  for (std::size_t i = parts.size() - 1; i > 0; --i)
    s.open(Kind::Member, i == parts.size() - 1 ? role : Role::Object, ByteRange{parts[0].begin, parts[i].end});
  write_name(parts[0], parts.size() == 1 ? role : Role::Object);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    write_name(parts[i], Role::Name);
    s.close();
  }
}

// `:a`, `:"a b"`, and the `a: ` of a keyword.
std::string_view symbol_text(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  if (text.ends_with(':')) text.remove_suffix(1);
  if (text.starts_with(':')) text.remove_prefix(1);
  bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

void shape_atom(Shaper& s, RawIndex raw, Role role) {
  std::string_view name = symbol_text(s.text(raw));
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(name.data() - s.text(raw).data());
  if (!s.visit_symbol_stand_in(raw, {begin, begin + static_cast<std::uint32_t>(name.size())}, role)) s.leaf(Kind::Symbol, role, raw, name);
}

ByteRange key_range(const Shaper& s, RawIndex key) {
  std::uint32_t begin = s.raw(key).begin;
  std::size_t colon = s.text(key).rfind(':');
  return {begin, colon == std::string_view::npos ? s.raw(key).end : begin + static_cast<std::uint32_t>(colon)};
}

// `a: e` is an argument by name in a call, a pair anywhere else.
void write_pair(Shaper& s, RawIndex raw, Kind kind, Role role) {
  if (s.is_stand_in(raw)) return s.visit(raw, role);
  RawIndex key = s.field(raw, "key");
  Role key_role = kind == Kind::KeywordArgument ? Role::Name : Role::Key;
  s.open(kind, role, raw);
  ByteRange range = key_range(s, key);
  if (!s.visit_stand_in(range, key_role))
    s.out().leaf(kind == Kind::KeywordArgument ? Kind::Name : Kind::Symbol, key_role, range, symbol_text(s.text(key)));
  s.visit(s.field(raw, "value"), Role::Value);
  s.close();
}

void shape_pair(Shaper& s, RawIndex raw, Role role) { write_pair(s, raw, Kind::Pair, role); }

// `~r/re/`, `~s(text)`, `~w[a b]`
void shape_sigil(Shaper& s, RawIndex raw, Role role) {
  RawIndex content = s.child_of_type(raw, "quoted_content");
  std::string_view name = s.text(s.child_of_type(raw, "sigil_name"));
  std::string_view text = content == kNoRaw ? std::string_view() : s.text(content);
  if (name == "r" || name == "R") return s.leaf(Kind::Regex, role, raw, text);
  s.string(raw, role, text);
}

// --- statements ---

// `do`, `fn` and `->` bodies: the statements, without the clauses that follow them.
void write_statements(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.named_children(raw)) {
    std::string_view type = s.type(child);
    bool is_clause = type == "after_block" || type == "rescue_block" || type == "catch_block" || type == "else_block";
    if (!is_clause) s.visit_statement(child, Role::Element);
  }
}

void write_block(Shaper& s, RawIndex raw, Role role) {
  if (raw == kNoRaw) return;
  s.open(Kind::Block, role, raw);
  bool is_list = s.is(raw, "do_block") || s.is(raw, "else_block") || s.is(raw, "after_block") || s.is(raw, "body") || s.is(raw, "block");
  if (is_list && !s.is_stand_in(raw)) write_statements(s, raw);
  else s.visit_statement(raw, Role::Element);
  s.close();
}

// `p, q when g -> e`
void write_clause(Shaper& s, RawIndex raw, Kind kind, Role role) {
  if (s.is_stand_in(raw) || !s.is(raw, "stab_clause")) return s.visit(raw, role);
  RawIndex left = s.field(raw, "left"), guard = kNoRaw;
  if (s.is(left, "binary_operator") && !s.is_stand_in(left)) {
    guard = s.field(left, "right");
    left = s.field(left, "left");
  }
  Role label = kind == Kind::Catch ? Role::Name : Role::Label;
  s.open(kind, role, raw);
  if (s.is(left, "arguments") && !s.is_stand_in(left)) s.visit_children(left, label);
  else s.visit(left, label);
  s.visit(guard, Role::Condition);
  RawIndex body = s.field(raw, "right");
  if (kind == Kind::Catch) write_block(s, body, Role::Body);
  else if (body != kNoRaw) write_statements(s, body);
  s.close();
}

void write_cases(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.named_children(raw)) write_clause(s, child, Kind::Case, Role::Element);
}

// `a`, `{:ok, b}`, `c \\ 1`: any pattern may be a parameter.
void write_parameters(Shaper& s, RawIndex raw) {
  s.open(Kind::Parameters, Role::Parameters, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is_stand_in(child)) {
      s.visit(child, Role::Element);
      continue;
    }
    bool has_default = s.is(child, "binary_operator") && s.text(s.field(child, "operator")) == "\\\\";
    s.open(Kind::Parameter, Role::Element, child);
    s.visit(has_default ? s.field(child, "left") : child, Role::Name);
    if (has_default) s.visit(s.field(child, "right"), Role::Value);
    s.close();
  }
  s.close();
}

// `fn a, b -> e end`; with several clauses its body is a match of what it gets.
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> clauses = s.named_children(raw);
  s.open(Kind::Lambda, role, raw);
  bool is_plain = clauses.size() == 1 && s.is(clauses[0], "stab_clause") && !s.is_stand_in(clauses[0]) &&
                  !s.is(s.field(clauses[0], "left"), "binary_operator");
  if (is_plain) {
    if (RawIndex left = s.field(clauses[0], "left"); left != kNoRaw) write_parameters(s, left);
    write_block(s, s.field(clauses[0], "right"), Role::Body);
  } else {
    write_cases_body(s, raw, write_cases);
  }
  s.close();
}

// --- calls ---

struct CallParts {
  RawIndex raw = kNoRaw, target = kNoRaw, arguments = kNoRaw, block = kNoRaw;
  std::string_view word;           // of a local call
  std::vector<RawIndex> values;    // the arguments but for `do: e` and its like
  std::vector<RawIndex> keywords;  // pairs
};

CallParts parts_of(const Shaper& s, RawIndex raw) {
  CallParts parts;
  parts.raw = raw;
  parts.target = s.field(raw, "target");
  parts.arguments = s.child_of_type(raw, "arguments");
  parts.block = s.child_of_type(raw, "do_block");
  if (s.is(parts.target, "identifier") && !s.is_stand_in(parts.target)) parts.word = s.text(parts.target);
  if (parts.arguments == kNoRaw) return parts;
  for (RawIndex child : s.named_children(parts.arguments)) {
    bool is_list = s.is(child, "keywords") && !s.is_stand_in(child);
    if (!is_list) parts.values.push_back(child);
    else for (RawIndex pair : s.named_children(child)) parts.keywords.push_back(pair);
  }
  return parts;
}

// The value of `do: e`; kNoRaw when there is none.
RawIndex keyword(const Shaper& s, const CallParts& call, std::string_view name) {
  for (RawIndex pair : call.keywords)
    if (symbol_text(s.text(s.field(pair, "key"))) == name) return s.field(pair, "value");
  return kNoRaw;
}

RawIndex clause_of(const Shaper& s, const CallParts& call, std::string_view type) {
  return call.block == kNoRaw ? kNoRaw : s.child_of_type(call.block, type);
}

// `do ... end` or `do: e`
void write_body(Shaper& s, const CallParts& call, Role role) {
  write_block(s, call.block != kNoRaw ? call.block : keyword(s, call, "do"), role);
}

void write_arguments(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Arguments, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_list = s.is(child, "keywords") && !s.is_stand_in(child);
    if (!is_list) s.visit(child, Role::Element);
    else for (RawIndex pair : s.named_children(child)) write_pair(s, pair, Kind::KeywordArgument, Role::Element);
  }
  s.close();
}

void write_call(Shaper& s, const CallParts& call, Role role) {
  // `a.b` without brackets is a field as well as a call: it is a Member.
  bool is_bare = call.arguments == kNoRaw && call.block == kNoRaw;
  if (is_bare && s.is(call.target, "dot") && !s.text(call.raw).ends_with(')')) return s.visit(call.target, role);
  s.open(Kind::Call, role, call.raw);
  s.visit(call.target, Role::Callee);
  // Not visit(): without brackets a lone `$X` is as wide as the list that holds it.
  if (call.arguments != kNoRaw) write_arguments(s, call.arguments, Role::Arguments);
  write_block(s, call.block, Role::Body);
  s.close();
}

void write_if(Shaper& s, const CallParts& call, Role role) {
  s.open(Kind::If, role, call.raw);
  if (call.word == "unless") {
    NodeId negated = s.open(Kind::Unary, Role::Condition, call.values[0]);
    s.out().set_text(negated, "not");
    s.visit(call.values[0], Role::Operand);
    s.close();
  } else {
    s.visit(call.values[0], Role::Condition);
  }
  write_body(s, call, Role::Then);
  RawIndex other = clause_of(s, call, "else_block");
  write_block(s, other != kNoRaw ? other : keyword(s, call, "else"), Role::Else);
  s.close();
}

// `case e do`, `cond do`, `receive do`
void write_switch(Shaper& s, const CallParts& call, Role role) {
  s.open(Kind::Switch, role, call.raw);
  for (RawIndex value : call.values) s.visit(value, Role::Value);
  if (call.block != kNoRaw) write_cases(s, call.block);
  s.close();
}

void write_catches(Shaper& s, RawIndex clause) {
  if (clause == kNoRaw) return;
  for (RawIndex child : s.named_children(clause)) write_clause(s, child, Kind::Catch, Role::Catch);
}

void write_try(Shaper& s, const CallParts& call, Role role) {
  s.open(Kind::Try, role, call.raw);
  write_body(s, call, Role::Body);
  write_catches(s, clause_of(s, call, "rescue_block"));
  write_catches(s, clause_of(s, call, "catch_block"));
  if (RawIndex after = clause_of(s, call, "after_block"); after != kNoRaw) {
    s.open(Kind::Finally, Role::Finally, after);
    write_block(s, after, Role::Body);
    s.close();
  }
  s.close();
}

void write_module(Shaper& s, const CallParts& call, Role role) {
  NodeId id = s.open(Kind::Class, role, call.raw);
  s.out().set_text(id, call.word);
  s.visit(call.values[0], Role::Name);
  if (call.values.size() == 1)
    for (RawIndex pair : call.keywords)
      if (symbol_text(s.text(s.field(pair, "key"))) == "for") s.visit(s.field(pair, "value"), Role::Parent);
  write_body(s, call, Role::Body);
  s.close();
}

// `def f(a, b) when g do ... end`; what is before the body is a call, or a name alone.
void write_function(Shaper& s, const CallParts& call, Role role) {
  RawIndex head = call.values[0], guard = kNoRaw;
  bool has_guard = s.is(head, "binary_operator") && !s.is_stand_in(head) && s.text(s.field(head, "operator")) == "when";
  if (has_guard) {
    guard = s.field(head, "right");
    head = s.field(head, "left");
  }
  s.open(Kind::Function, role, call.raw);
  s.leaf(Kind::Modifier, Role::Modifier, call.target);
  bool is_call = s.is(head, "call") && !s.is_stand_in(head);
  s.visit(is_call ? s.field(head, "target") : head, Role::Name);
  if (RawIndex list = is_call ? s.child_of_type(head, "arguments") : kNoRaw; list != kNoRaw) write_parameters(s, list);
  s.visit(guard, Role::Init);
  write_body(s, call, Role::Body);
  s.close();
}

// `alias A.B, as: C`, `alias A.{B, C}`, `import A, only: [...]`, `use A, option: 1`
void write_import(Shaper& s, const CallParts& call, Role role) {
  s.open(Kind::Import, role, call.raw);
  s.leaf(Kind::Modifier, Role::Modifier, call.target);
  RawIndex module = call.values[0], names = kNoRaw;
  if (s.is(module, "dot") && s.is(s.field(module, "right"), "tuple")) {
    names = s.field(module, "right");
    module = s.field(module, "left");
  }
  s.visit(module, Role::Module);
  if (names != kNoRaw) {
    for (RawIndex name : s.named_children(names)) {
      s.open(Kind::ImportedName, Role::Element, name);
      s.visit(name, Role::Name);
      s.close();
    }
  }
  for (RawIndex pair : call.keywords) {
    bool is_alias = symbol_text(s.text(s.field(pair, "key"))) == "as";
    if (is_alias) s.visit(s.field(pair, "value"), Role::Alias);
    else write_pair(s, pair, Kind::KeywordArgument, Role::Element);
  }
  s.close();
}

struct Special {
  std::string_view words;  // blanks around each
  bool needs_body = false;
  void (*write)(Shaper&, const CallParts&, Role);
};
constexpr Special kSpecials[] = {
    {" def defp defmacro defmacrop defguard defguardp defdelegate ", false, write_function},
    {" defmodule defprotocol defimpl ", true, write_module},
    {" if unless ", true, write_if},
    {" alias import require use ", false, write_import},
    {" case ", true, write_switch},
};

void write_clauses(Shaper& s, const CallParts& call, Role role) {
  if (call.word == "try") write_try(s, call, role);
  else write_switch(s, call, role);
}

// What writes a call that is none in other languages; null for a plain call.
auto special_of(const Shaper& s, const CallParts& call) -> void (*)(Shaper&, const CallParts&, Role) {
  if (call.word.empty()) return nullptr;
  bool has_body = call.block != kNoRaw || keyword(s, call, "do") != kNoRaw;
  bool has_clauses = call.word == "try" || call.word == "cond" || call.word == "receive";
  if (call.values.empty()) return has_body && has_clauses ? write_clauses : nullptr;
  std::string word = " " + std::string(call.word) + " ";
  for (const Special& special : kSpecials)
    if ((has_body || !special.needs_body) && special.words.find(word) != std::string_view::npos) return special.write;
  return nullptr;
}

void shape_call(Shaper& s, RawIndex raw, Role role) {
  CallParts call = parts_of(s, raw);
  auto write = special_of(s, call);
  (write ? write : write_call)(s, call, role);
}

bool is_statement(const Shaper& s, RawIndex raw) {
  return s.is(raw, "call") && !s.is_stand_in(raw) && special_of(s, parts_of(s, raw)) != nullptr;
}

// `a.b`, `A.b`, `f.()`
void shape_dot(Shaper& s, RawIndex raw, Role role) {
  RawIndex right = s.field(raw, "right");
  if (right == kNoRaw) return s.visit(s.field(raw, "left"), role);
  s.open(Kind::Member, role, raw);
  s.visit(s.field(raw, "left"), Role::Object);
  s.visit(right, Role::Name);
  s.close();
}

void shape_binary(Shaper& s, RawIndex raw, Role role) {
  std::string_view op = s.text(s.field(raw, "operator"));
  Kind kind = op == "=" ? Kind::Assign : op == "=>" ? Kind::Pair : Kind::Binary;
  NodeId id = s.open(kind, role, raw);
  if (kind != Kind::Pair) s.out().set_text(id, op);
  s.visit(s.field(raw, "left"), kind == Kind::Assign ? Role::Target : kind == Kind::Pair ? Role::Key : Role::Left);
  s.visit(s.field(raw, "right"), kind == Kind::Binary ? Role::Right : Role::Value);
  s.close();
}

// `( e )` is e, `( a; b )` is a Block.
void shape_block(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool is_expression = parts.size() == 1 && !s.is(parts[0], "stab_clause");
  if (is_expression) return s.visit(parts[0], role);
  write_block(s, raw, role);
}

void shape_clause(Shaper& s, RawIndex raw, Role role) { write_clause(s, raw, Kind::Case, role); }

constexpr NodeShape kShapes[] = {
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "operator_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "alias", .kind = Kind::Name, .shape = shape_alias},
    // Literals
    {.type = "integer", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "char", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "boolean", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "nil", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "atom", .kind = Kind::Symbol, .shape = shape_atom},
    {.type = "quoted_atom", .kind = Kind::Symbol, .shape = shape_atom},
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "charlist", .kind = Kind::String, .shape = shape_string},
    {.type = "sigil", .kind = Kind::String, .shape = shape_sigil},
    {.type = "quoted_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "escape_sequence", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "sigil_name", .make = Make::Drop},
    {.type = "sigil_modifiers", .make = Make::Drop},
    {.type = "list", .kind = Kind::Array},
    {.type = "tuple", .kind = Kind::Tuple},
    {.type = "bitstring", .kind = Kind::Array, .text = TextFrom::FirstToken},
    {.type = "map", .kind = Kind::Map},
    {.type = "map_content", .make = Make::Splice},
    {.type = "struct", .make = Make::Splice, .rest = Role::Type},
    {.type = "keywords", .make = Make::Splice},
    {.type = "pair", .kind = Kind::Pair, .shape = shape_pair},
    // Expressions
    {.type = "call", .kind = Kind::Call, .shape = shape_call},
    {.type = "arguments", .kind = Kind::Arguments, .shape = write_arguments},
    {.type = "dot", .kind = Kind::Member, .shape = shape_dot},
    {.type = "access_call", .kind = Kind::Index, .fields = {{{"target", Role::Object}, {"key", Role::Element}}}},
    {.type = "unary_operator", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "binary_operator", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "anonymous_function", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "stab_clause", .kind = Kind::Case, .shape = shape_clause},
    {.type = "block", .kind = Kind::Block, .shape = shape_block},
    {.type = "body", .kind = Kind::Block},
    {.type = "do_block", .kind = Kind::Block},
    {.type = "else_block", .kind = Kind::Block},
    {.type = "after_block", .kind = Kind::Block},
    {.type = "rescue_block", .kind = Kind::Block},
    {.type = "catch_block", .kind = Kind::Block},
    {.type = "comment", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
constexpr PatternWrapper kWrappers[] = {{"", ""}, {"case slf do ", " end"}, {"[", "]"}, {"", " do slf end"}};
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@: @", "@ -> @"};
constexpr std::string_view kMetavariable[] = {"v@", "@", "@: @"};  // a variable, or a module

}  // namespace

const LanguageDefinition& elixir_definition() {
  static constexpr LanguageDefinition kElixir{
      .language = Language::Elixir,
      .grammar = tree_sitter_elixir,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .interpolation = "#{", .line_comment = "#"},
      .has_bare_expressions = true,
      .is_statement = is_statement,
      .equivalences = {.last_value = LastValue::Returned},
      .is_full = true,
  };
  return kElixir;
}

}  // namespace sluice
