// Bash and other POSIX shells, grammar tree-sitter-bash.
//
// A command is a call: `rm -rf "$a" > f` is Call(rm, Arguments("-rf", Template(a)), Init:
// Binary `>`(f)). A word is a String, `$a` a Name, `$(a)` and `<(a)` a Unary of the command,
// `${a:-b}` a Binary, `{ a; } > f` Using(redirections, the block).
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_bash();

namespace sluice {
namespace {

// `a=1 cmd b > c`: assignments and redirections are its Init. `redirects` are those that the
// grammar keeps around the command, which then reaches to `end`.
void write_command(Shaper& s, RawIndex raw, Role role, std::vector<RawIndex> redirects, std::uint32_t end) {
  std::vector<RawIndex> arguments, assignments;
  RawIndex name = s.field(raw, "name");
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "variable_assignment")) assignments.push_back(child);
    if (s.has_field(child, "argument")) arguments.push_back(child);
    if (s.has_field(child, "redirect")) redirects.push_back(child);
  }
  s.open(Kind::Call, role, ByteRange{s.raw(raw).begin, end});
  for (RawIndex assignment : assignments) s.visit(assignment, Role::Init);
  s.visit(name, Role::Callee);
  std::uint32_t last = s.raw(raw).end;
  s.open(Kind::Arguments, Role::Arguments, arguments.empty() ? ByteRange{last, last} : ByteRange{s.raw(arguments.front()).begin, last});
  for (RawIndex argument : arguments) s.visit(argument, Role::Element);
  s.close();
  for (RawIndex redirect : redirects) s.visit(redirect, Role::Init);
  s.close();
}

// `$(a)` as a statement is that, not a call of what it prints.
void shape_command(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.named_children(raw);
  RawIndex word = children.size() == 1 ? s.first_named(children[0]) : kNoRaw;
  if (s.is(word, "command_substitution")) return s.visit(word, role);
  write_command(s, raw, role, {}, s.raw(raw).end);
}

// `a > f`: the redirections are the command's; of a block or a pipeline they stand around it.
void shape_redirected(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  std::vector<RawIndex> redirects;
  for (RawIndex child : s.named_children(raw))
    if (child != body) redirects.push_back(child);
  if (s.is(body, "command") && !s.is_stand_in(body)) return write_command(s, body, role, redirects, s.raw(raw).end);
  s.open(Kind::Using, role, raw);
  for (RawIndex redirect : redirects) s.visit(redirect, Role::Element);
  if (body != kNoRaw) s.visit_block(body, Role::Body);
  s.close();
}

// `<<EOF`: the text below it; what stands behind the word on its line are parts of their own.
void shape_heredoc_redirect(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Binary, role, raw);
  s.out().set_text(id, "<<");
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "heredoc_body") ? Role::Right : Role::Element);
  s.close();
}

// `$(a)`, `<(a)`
void shape_substitution(Shaper& s, RawIndex raw, Role role) {
  bool is_process = s.is(raw, "process_substitution");
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, is_process ? s.text(raw).substr(0, 2) : "$()");
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Operand);
  s.close();
}

// The name of a command is no text but a name.
void shape_command_name(Shaper& s, RawIndex raw, Role role) {
  RawIndex word = s.first_named(raw);
  if (s.is(word, "word") && !s.is_stand_in(word)) s.leaf(Kind::Name, role, word);
  else s.visit_children(raw, role);
}

// `$a`, `${a}`: a Name; `${a:-b}` keeps its parts.
void shape_expansion(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool is_plain = parts.size() == 1 && (s.is(parts[0], "variable_name") || s.is(parts[0], "special_variable_name"));
  if (is_plain && !s.is_stand_in(parts[0])) return s.leaf(Kind::Name, role, raw, s.text(parts[0]));
  RawIndex op = s.field(raw, "operator");
  if (parts.empty() || op == kNoRaw) return s.visit_children(raw, role);
  bool has_word = parts.size() > 1;
  NodeId id = s.open(has_word ? Kind::Binary : Kind::Unary, role, raw);
  s.out().set_text(id, s.text(op));
  s.visit(parts[0], has_word ? Role::Left : Role::Operand);
  for (std::size_t i = 1; i < parts.size(); ++i) s.visit(parts[i], Role::Right);
  s.close();
}

bool is_code(Shaper& s, RawIndex raw) {
  for (std::string_view type : {"simple_expansion", "expansion", "command_substitution", "arithmetic_expansion", "process_substitution"})
    if (s.is(raw, type)) return true;
  return false;
}

void write_text(Shaper& s, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  std::string_view text = s.text(0).substr(begin - s.raw(0).begin, end - begin);
  s.out().leaf(s.is_pattern() && text == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, {begin, end}, text);
}

void write_code(Shaper& s, RawIndex code) {
  s.open(Kind::Interpolation, Role::Element, code);
  s.visit(code, Role::Value);
  s.close();
}

// What stands in quotes: code, and the text between, of which the grammar keeps not all.
void write_quoted(Shaper& s, RawIndex raw, std::uint32_t begin, std::uint32_t end) {
  for (RawIndex part : s.named_children(raw)) {
    if (!is_code(s, part)) continue;
    write_text(s, begin, s.raw(part).begin);
    write_code(s, part);
    begin = s.raw(part).end;
  }
  write_text(s, begin, end);
}

void write_part(Shaper& s, RawIndex part) {
  if (s.is_stand_in(part)) return s.visit(part, Role::Element);
  if (is_code(s, part)) return write_code(s, part);
  bool is_quoted = s.is(part, "string");
  bool is_raw = s.is(part, "raw_string");
  ByteRange range = s.range_of(part);
  if ((is_quoted || is_raw) && range.end - range.begin >= 2) range = {range.begin + 1, range.end - 1};
  if (is_quoted) write_quoted(s, part, range.begin, range.end);
  else write_text(s, range.begin, range.end);
}

ByteRange trimmed_range(Shaper& s, RawIndex raw) {
  std::string_view text = s.text(raw), inner = trim(text);
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

// `"a $b"`, `a"$b"c`: pieces of text and code.
void shape_pieces(Shaper& s, RawIndex raw, Role role) {
  if (s.is_pattern() && s.is(raw, "heredoc_body") && s.visit_stand_in(trimmed_range(s, raw), role)) return;
  bool has_code = false;
  for (RawIndex i = raw + 1; i < s.raw(raw).last; ++i) has_code |= is_code(s, i);
  if (!has_code) return s.string(raw, role);
  s.open(Kind::Template, role, raw);
  if (s.is(raw, "heredoc_body")) write_quoted(s, raw, s.raw(raw).begin, s.raw(raw).end);
  else if (s.is(raw, "string")) write_part(s, raw);
  else for (RawIndex part : s.named_children(raw)) write_part(s, part);
  s.close();
}

// `$'a'`
void shape_ansi_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  s.string(raw, role, text.size() > 3 ? text.substr(2, text.size() - 3) : std::string_view());
}

// `a | b | c`, `a && b`: nested to the left.
void shape_chain(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() < 2) return s.visit_children(raw, role);
  std::vector<std::string_view> operators;
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named) operators.push_back(s.text(child));
  for (std::size_t i = parts.size() - 1; i > 0; --i) {
    NodeId id = s.open(Kind::Binary, i + 1 == parts.size() ? role : Role::Left, ByteRange{s.raw(raw).begin, s.raw(parts[i]).end});
    if (i - 1 < operators.size()) s.out().set_text(id, operators[i - 1]);
  }
  s.visit(parts[0], Role::Left);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    s.visit(parts[i], Role::Right);
    s.close();
  }
}

// `export A=1 B`, `local c`: a VarDef each; the word is a Modifier.
void shape_declaration(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.all_children(raw);
  std::vector<RawIndex> names;
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "variable_assignment") || s.is(child, "variable_name")) names.push_back(child);
  for (RawIndex name : names) {
    s.open(Kind::VarDef, role, names.size() == 1 ? raw : name);
    s.leaf(Kind::Modifier, Role::Modifier, children[0]);
    bool has_value = s.is(name, "variable_assignment") && !s.is_stand_in(name);
    s.visit(has_value ? s.field(name, "name") : name, Role::Name);
    if (has_value) s.visit(s.field(name, "value"), Role::Value);
    s.close();
  }
}

// `unset a`: the command is a token there.
void shape_unset(Shaper& s, RawIndex raw, Role role) {
  RawIndex word = raw + 1;
  s.open(Kind::Call, role, raw);
  if (word < s.raw(raw).last) s.leaf(Kind::Name, Role::Callee, word);
  s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(raw).begin, s.raw(raw).end});
  s.visit_children(raw);
  s.close();
  s.close();
}

void write_elif(Shaper& s, const std::vector<RawIndex>& clauses, std::size_t next);

// The statements of an `if` or `elif` clause: those before `then` are its condition.
void write_if_parts(Shaper& s, RawIndex raw) {
  std::vector<RawIndex> body;
  bool is_body = false;
  for (RawIndex child : s.all_children(raw)) {
    is_body |= !s.raw(child).named && s.text(child) == "then";
    if (!s.raw(child).named || s.is(child, "comment") || s.is(child, "elif_clause") || s.is(child, "else_clause")) continue;
    if (is_body) body.push_back(child);
    else s.visit(child, Role::Condition);
  }
  s.open(Kind::Block, Role::Then, body.empty() ? ByteRange{s.raw(raw).end, s.raw(raw).end}
                                               : ByteRange{s.raw(body.front()).begin, s.raw(body.back()).end});
  for (RawIndex statement : body) s.visit_statement(statement, Role::Element);
  s.close();
}

void shape_if(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> clauses;
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "elif_clause") || s.is(child, "else_clause")) clauses.push_back(child);
  s.open(Kind::If, role, raw);
  write_if_parts(s, raw);
  // Later stages recurse: a script of nothing but `elif` has them in a row.
  constexpr std::size_t kNestedClauses = 200;
  if (clauses.size() <= kNestedClauses) write_elif(s, clauses, 0);
  else for (RawIndex clause : clauses) write_elif(s, {clause}, 0);
  s.close();
}

void write_elif(Shaper& s, const std::vector<RawIndex>& clauses, std::size_t next) {
  if (next == clauses.size()) return;
  // What follows an `elif` lies in its Else.
  ByteRange range{s.raw(clauses[next]).begin, s.raw(clauses.back()).end};
  s.open(Kind::Block, Role::Else, range);
  if (s.is(clauses[next], "else_clause")) {
    for (RawIndex statement : s.named_children(clauses[next])) s.visit_statement(statement, Role::Element);
  } else {
    s.open(Kind::If, Role::Element, range);
    write_if_parts(s, clauses[next]);
    write_elif(s, clauses, next + 1);
    s.close();
  }
  s.close();
}

void shape_while(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::While, role, raw);
  s.out().set_text(id, s.has_token(raw, "until") ? "until" : "while");
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.has_field(child, "body") ? Role::Body : Role::Condition);
  s.close();
}

void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "value")) s.visit(child, Role::Label);
    else s.visit_statement(child, Role::Element);
  }
  s.close();
}

void shape_function(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  s.open(Kind::Function, role, raw);
  if (s.is_stand_in(name)) s.visit(name, Role::Name);
  else s.leaf(Kind::Name, Role::Name, name);
  s.visit_block(s.field(raw, "body"), Role::Body);
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "variable_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "special_variable_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "simple_expansion", .kind = Kind::Name, .shape = shape_expansion},
    {.type = "expansion", .kind = Kind::Name, .shape = shape_expansion},
    {.type = "word", .kind = Kind::String, .make = Make::Leaf},
    {.type = "string", .kind = Kind::String, .shape = shape_pieces},
    {.type = "raw_string", .kind = Kind::String, .shape = shape_string},
    {.type = "ansi_c_string", .kind = Kind::String, .shape = shape_ansi_string},
    {.type = "translated_string", .make = Make::Splice},
    {.type = "concatenation", .kind = Kind::Template, .shape = shape_pieces},
    {.type = "string_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "brace_expression", .kind = Kind::String, .make = Make::Leaf},
    {.type = "extglob_pattern", .kind = Kind::String, .make = Make::Leaf},
    {.type = "test_operator", .make = Make::Drop},
    {.type = "number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "regex", .kind = Kind::Regex, .make = Make::Leaf},
    {.type = "array", .kind = Kind::Array},
    {.type = "subscript", .kind = Kind::Index, .fields = {{{"name", Role::Object}, {"index", Role::Element}}}},
    {.type = "command_substitution", .kind = Kind::Unary, .shape = shape_substitution},
    {.type = "process_substitution", .kind = Kind::Unary, .shape = shape_substitution},
    {.type = "arithmetic_expansion", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "unary_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "postfix_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "ternary_expression", .kind = Kind::Conditional},
    // Commands
    {.type = "command", .kind = Kind::Call, .shape = shape_command},
    {.type = "command_name", .kind = Kind::Name, .shape = shape_command_name},
    {.type = "declaration_command", .kind = Kind::VarDef, .shape = shape_declaration},
    {.type = "unset_command", .kind = Kind::Call, .shape = shape_unset},
    {.type = "variable_assignment", .kind = Kind::Assign, .fields = {{{"name", Role::Target}}}, .text = TextFrom::FirstToken},
    {.type = "variable_assignments", .make = Make::Splice},
    {.type = "pipeline", .kind = Kind::Binary, .shape = shape_chain},
    {.type = "list", .kind = Kind::Binary, .shape = shape_chain},
    {.type = "negated_command", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "test_command", .make = Make::Splice},
    {.type = "redirected_statement", .kind = Kind::Call, .shape = shape_redirected},
    {.type = "heredoc_redirect", .kind = Kind::Binary, .shape = shape_heredoc_redirect},
    {.type = "file_redirect", .kind = Kind::Binary, .fields = {{{"destination", Role::Right}}}, .text = TextFrom::FirstToken},
    {.type = "herestring_redirect", .kind = Kind::Binary, .rest = Role::Right, .text = TextFrom::FirstToken},
    {.type = "heredoc_start", .make = Make::Drop},
    {.type = "heredoc_end", .make = Make::Drop},
    {.type = "heredoc_body", .kind = Kind::String, .shape = shape_pieces},
    {.type = "heredoc_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "file_descriptor", .make = Make::Drop},
    // Statements
    {.type = "compound_statement", .kind = Kind::Block},
    {.type = "subshell", .kind = Kind::Block},
    {.type = "do_group", .kind = Kind::Block},
    {.type = "if_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "while_statement", .kind = Kind::While, .shape = shape_while},
    {.type = "for_statement", .kind = Kind::ForEach, .fields = {{{"variable", Role::Target}}}},
    {.type = "c_style_for_statement", .kind = Kind::For},
    {.type = "case_statement", .kind = Kind::Switch},
    {.type = "case_item", .kind = Kind::Case, .shape = shape_case},
    {.type = "function_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = ""},
    {.before = "", .after = "; then :; fi", .is_head = true},
    {.before = "case slf in ", .after = " esac"},
};
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@;", "@) ;;"};
constexpr std::string_view kMetavariable[] = {"@"};

}  // namespace

const LanguageDefinition& bash_definition() {
  static constexpr LanguageDefinition kBash{
      .language = Language::Bash,
      .grammar = tree_sitter_bash,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .dollar_in_names = true, .interpolation = "${", .line_comment = "# "},
      .has_bare_expressions = true,
      .is_full = true,
  };
  return kBash;
}

}  // namespace sluice
