#include "analyzers/syntax/shaper.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "analyzers/syntax/shapers.h"
#include "base/result.h"

namespace sluice {
namespace {

// Field names that mean the same in nearly every grammar.
constexpr FieldRole kCommonFields[] = {
    {"name", Role::Name},           {"object", Role::Object},       {"value", Role::Value},
    {"condition", Role::Condition}, {"consequence", Role::Then},    {"alternative", Role::Else},
    {"body", Role::Body},           {"arguments", Role::Arguments}, {"function", Role::Callee},
    {"left", Role::Left},           {"right", Role::Right},         {"operand", Role::Operand},
    {"argument", Role::Operand},    {"parameters", Role::Parameters}, {"type", Role::Type},
    {"return_type", Role::ReturnType}, {"result", Role::ReturnType}, {"superclass", Role::Parent},
    {"key", Role::Key},             {"label", Role::Label},         {"alias", Role::Alias},
    {"type_parameters", Role::TypeParameter}, {"decorator", Role::Attribute}, {"initializer", Role::Init},
    {"update", Role::Update},       {"increment", Role::Update},    {"property", Role::Name},
    {"field", Role::Name},          {"attribute", Role::Name},      {"default_value", Role::Value},
};

const NodeShape kUnmapped{};
const NodeShape kDropped{.type = {}, .kind = Kind::Other, .make = Make::Drop};

bool is_bracket(std::string_view token) {
  return token.size() == 1 && std::string_view("()[]{};,").find(token[0]) != std::string_view::npos;
}

// Kinds whose Then, Else and Body are statements, so that braces make no difference.
bool has_statement_body(Kind kind) {
  switch (kind) {
    case Kind::If: case Kind::While: case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Using:
      return true;
    default: return false;
  }
}

bool is_body_role(Role role) { return role == Role::Then || role == Role::Else || role == Role::Body; }

}  // namespace

Syntax::Syntax(const LanguageDefinition& definition) : definition_(definition), grammar_(definition.grammar()) {
  std::unordered_map<std::string_view, const NodeShape*> by_type;
  for (const NodeShape& shape : definition.shapes) by_type.emplace(shape.type, &shape);
  std::uint32_t symbols = ts_language_symbol_count(grammar_);
  shapes_.assign(symbols, &kUnmapped);
  interpolation_.assign(symbols, 0);
  for (std::uint32_t i = 0; i < symbols; ++i) {
    auto symbol = static_cast<TSSymbol>(i);
    std::string_view name = ts_language_symbol_name(grammar_, symbol);
    bool is_token = ts_language_symbol_type(grammar_, symbol) == TSSymbolTypeAnonymous;
    if (is_token && std::ranges::find(definition.tokens, name) == definition.tokens.end()) {
      shapes_[i] = &kDropped;
      continue;
    }
    if (auto found = by_type.find(name); found != by_type.end()) shapes_[i] = found->second;
    for (std::string_view type_name : definition.interpolations) interpolation_[i] |= name == type_name;
  }
  field_roles_.assign(ts_language_field_count(grammar_) + 1, Role::None);
  for (std::uint16_t i = 1; i < field_roles_.size(); ++i) {
    std::string_view name = field_name(i);
    for (const FieldRole& field : kCommonFields)
      if (field.field == name) field_roles_[i] = field.role;
    for (const FieldRole& field : definition.fields)
      if (field.field == name) field_roles_[i] = field.role;
  }
}

const NodeShape& Syntax::shape(std::uint16_t symbol) const {
  // The error symbols lie outside the grammar's numbers.
  return symbol < shapes_.size() ? *shapes_[symbol] : kUnmapped;
}

std::string_view Syntax::type(std::uint16_t symbol) const { return ts_language_symbol_name(grammar_, symbol); }

std::string_view Syntax::field_name(std::uint16_t field) const {
  const char* name = field == 0 ? nullptr : ts_language_field_name_for_id(grammar_, field);
  return name ? std::string_view(name) : std::string_view();
}

bool Syntax::is_interpolation(std::uint16_t symbol) const { return symbol < interpolation_.size() && interpolation_[symbol]; }

const Syntax* find_syntax(Language language) {
  // Made once for each language that is met; read-only from then on.
  static std::mutex mutex;
  static std::unordered_map<const LanguageDefinition*, std::unique_ptr<const Syntax>> made;
  const LanguageDefinition* definition = find_definition(language);
  if (!definition || !definition->grammar) return nullptr;
  std::lock_guard lock(mutex);
  auto& syntax = made[definition];
  if (!syntax) syntax = std::make_unique<const Syntax>(*definition);
  return syntax.get();
}

Shaper::Shaper(const Syntax& syntax, const RawTree& tree, std::string_view text, Unit::Builder& out,
               const std::vector<StandIn>* stand_ins)
    : syntax_(syntax), tree_(tree), text_(text), out_(out), stand_ins_(stand_ins) {}

void Shaper::run(ByteRange range) {
  if (tree_.was_cut) out_.mark_cut();
  keep_comments_and_errors();
  open(Kind::File, Role::None, range);
  if (raw(0).error) visit_error(0, Role::Element);
  else visit_children(0);
  close();
}

void Shaper::run_inside() {
  if (tree_.was_cut) out_.mark_cut();
  if (raw(0).error) visit_error(0, Role::Element);
  else visit_children(0);
}

void Shaper::run_until(std::uint32_t end) {
  part_end_ = end;
  keep_comments_and_errors();
  run_inside();
}

// Of the raw tree, so that none is lost where a shaper function looks at some children only.
void Shaper::keep_comments_and_errors() {
  for (RawIndex i = 0; i < tree_.nodes.size(); ++i) {
    if (is_behind_part(i)) continue;
    if (raw(i).error) out_.add_error({raw(i).begin, std::min(raw(i).end, part_end_)});
    else if (syntax_.shape(raw(i).symbol).make == Make::Comment) out_.add_comment(range_of(i));
  }
}

void Shaper::run_part(const std::vector<RawIndex>& nodes, ByteRange range) {
  part_end_ = range.end;
  open(Kind::File, Role::None, range);
  for (RawIndex node : nodes) visit_statement(node, Role::Element);
  close();
}

RawIndex Shaper::field(RawIndex parent, std::string_view name) const {
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last)
    if (raw(child).field != 0 && syntax_.field_name(raw(child).field) == name) return child;
  return kNoRaw;
}

RawIndex Shaper::child_of_type(RawIndex parent, std::string_view type_name) const {
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last)
    if (type(child) == type_name) return child;
  return kNoRaw;
}

std::vector<RawIndex> Shaper::all_children(RawIndex parent) const {
  std::vector<RawIndex> children;
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last) children.push_back(child);
  return children;
}

std::vector<RawIndex> Shaper::named_children(RawIndex parent) const {
  std::vector<RawIndex> children;
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last)
    if (raw(child).named && syntax_.shape(raw(child).symbol).make != Make::Comment) children.push_back(child);
  return children;
}

RawIndex Shaper::first_named(RawIndex parent) const {
  auto children = named_children(parent);
  return children.empty() ? kNoRaw : children.front();
}

RawIndex Shaper::last_named(RawIndex parent) const {
  auto children = named_children(parent);
  return children.empty() ? kNoRaw : children.back();
}

bool Shaper::has_token(RawIndex parent, std::string_view token) const {
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last)
    if (!raw(child).named && text(child) == token) return true;
  return false;
}

void Shaper::visit(RawIndex index, Role role) {
  if (index == kNoRaw || is_behind_part(index)) return;
  const NodeShape& shape = syntax_.shape(raw(index).symbol);
  if (shape.make == Make::Drop && !raw(index).error) return;  // the `;` of a stand-in too
  if (stand_ins_ && visit_stand_in(index, role)) return;
  if (raw(index).cut) {
    // Its children are missing: no shaper function is to look for them.
    open(Kind::Other, role, index);
    return close();
  }
  if (shape.shape && !raw(index).error) return shape.shape(*this, index, role);
  visit_node(shape, index, role);
}

void Shaper::visit_by_table(RawIndex index, Role role) { visit_node(syntax_.shape(raw(index).symbol), index, role); }

void Shaper::visit_node(const NodeShape& shape, RawIndex index, Role role) {
  const RawNode& node = raw(index);
  if (node.error) return visit_error(index, role);
  if (node.missing) return;  // made up by the parser: it is not in the file
  switch (shape.make) {
    case Make::Drop: return;
    case Make::Comment: return;
    case Make::Leaf: return literal(shape.kind, index, role);
    case Make::Splice: return visit_children(index, role);
    case Make::Node: break;
  }
  bool is_token = index + 1 == node.last;
  if (is_token && shape.kind == Kind::Other) return leaf(Kind::Other, role, index);
  NodeId id = open(shape.kind, role, index);
  if (shape.text != TextFrom::Nothing)
    if (std::string_view op = operator_text(index, shape.text); !op.empty()) out_.set_text(id, op);
  visit_children(index, shape.rest);
  if (shape.kind == Kind::For) complete_loop_header(id);
  close();
}

void Shaper::complete_loop_header(NodeId loop) {
  if (!stand_ins_) return;
  const Unit& unit = out_.so_far();
  int ellipses = 0;
  for (std::uint32_t i = loop.index + 1; i < unit.size(); i = std::max(unit.node({i}).last, i + 1)) {
    const Node& child = unit.node({i});
    bool is_header = child.role == Role::Init || child.role == Role::Condition || child.role == Role::Update;
    if (is_header && child.kind != Kind::Ellipsis) return;
    ellipses += child.kind == Kind::Ellipsis && is_header;
  }
  if (ellipses != 1) return;  // `for (...; ...; ...)` has all
  ByteRange nowhere{unit.node(loop).begin, unit.node(loop).begin};
  for (Role role : {Role::Condition, Role::Update}) out_.leaf(Kind::Ellipsis, role, nowhere, {});
}

void Shaper::visit_children(RawIndex parent, Role rest) {
  for (RawIndex child = parent + 1; child < raw(parent).last; child = raw(child).last)
    if (raw(child).named || raw(child).error) visit_child(parent, child, rest);
}

void Shaper::visit_child(RawIndex parent, RawIndex child, Role rest) {
  const NodeShape& shape = syntax_.shape(raw(parent).symbol);
  Role role = role_of(shape, raw(child), rest);
  bool is_body = is_body_role(role) && has_statement_body(shape.kind) && shape.make == Make::Node;
  bool is_in_list = parent == 0 || (shape.kind == Kind::Block && shape.make == Make::Node);
  if (is_body) visit_block(child, role);
  else if (is_in_list) visit_statement(child, role);
  else visit(child, role);
}

void Shaper::visit_statement(RawIndex index, Role role) {
  if (index == kNoRaw || is_behind_part(index)) return;
  const LanguageDefinition& definition = syntax_.definition();
  bool is_bare = definition.has_bare_expressions && role == Role::Element && is_expression(index);
  if (!is_bare || (definition.is_statement && definition.is_statement(*this, index))) return visit(index, role);
  open(Kind::ExprStmt, role, index);
  visit(index, Role::Value);
  close();
}

bool Shaper::is_expression(RawIndex index) const {
  if (raw(index).error || raw(index).missing) return false;
  const NodeShape& shape = syntax_.shape(raw(index).symbol);
  if (shape.make == Make::Drop || shape.make == Make::Comment) return false;
  if (shape.make == Make::Splice) {
    std::vector<RawIndex> inner = named_children(index);
    return inner.size() == 1 && is_expression(inner[0]);
  }
  switch (shape.kind) {
    case Kind::Name: case Kind::Member: case Kind::Index: case Kind::Call: case Kind::New: case Kind::Assign:
    case Kind::Binary: case Kind::Unary: case Kind::Conditional: case Kind::Cast: case Kind::Await: case Kind::Array:
    case Kind::Tuple: case Kind::Set: case Kind::Map: case Kind::Lambda: case Kind::String: case Kind::Template:
    case Kind::Number: case Kind::Boolean: case Kind::Null: case Kind::Regex: case Kind::Symbol: case Kind::Yield:
    case Kind::Character:
      return true;
    default: return false;
  }
}

Role Shaper::role_of(const NodeShape& shape, const RawNode& child, Role rest) const {
  if (child.field == 0) return rest;
  std::string_view name = syntax_.field_name(child.field);
  for (const FieldRole& field : shape.fields) {
    if (field.field.empty()) break;
    if (field.field == name) return field.role;
  }
  Role role = syntax_.role_of_field(child.field);
  return role == Role::None ? rest : role;
}

void Shaper::visit_block(RawIndex index, Role role) {
  if (index == kNoRaw || is_behind_part(index)) return;
  const RawNode& node = raw(index);
  const NodeShape& shape = syntax_.shape(node.symbol);
  if (shape.make == Make::Comment || shape.make == Make::Drop) return visit(index, role);
  if (shape.kind == Kind::Block || shape.make == Make::Splice) {
    if (stand_ins_ && visit_stand_in(index, role)) return;
    if (shape.kind == Kind::Block) return visit(index, role);
    // `else_clause` and its like: a wrapper around the statement that is the body.
    std::vector<RawIndex> inner = named_children(index);
    if (inner.size() == 1) return visit_block(inner[0], role);
  }
  open(Kind::Block, role, range_of(index));
  visit_statement(index, Role::Element);
  close();
}

void Shaper::visit_error(RawIndex index, Role role) {
  open(Kind::Error, role, ByteRange{raw(index).begin, std::min(raw(index).end, part_end_)});
  for (RawIndex child = index + 1; child < raw(index).last; child = raw(child).last)
    if (raw(child).named && raw(child).end <= part_end_) visit(child, Role::Element);
  close();
}

std::string_view Shaper::operator_text(RawIndex index, TextFrom from) const {
  if (from == TextFrom::Source) return text(index);
  if (from == TextFrom::Operator)
    if (RawIndex op = field(index, "operator"); op != kNoRaw) return text(op);
  for (RawIndex child = index + 1; child < raw(index).last; child = raw(child).last) {
    if (raw(child).named) continue;
    if (from == TextFrom::FirstToken || !is_bracket(text(child))) return text(child);
  }
  return {};
}

void Shaper::literal(Kind kind, RawIndex index, Role role) {
  if (kind == Kind::String) return string(index, role);
  if (kind == Kind::Number) return leaf(kind, role, index, number_value(text(index)));
  if (kind == Kind::Character) return leaf(kind, role, index, string_content(text(index)));
  leaf(kind, role, index);
}

void Shaper::string(RawIndex index, Role role) { string(index, role, string_content(text(index))); }

void Shaper::string(RawIndex index, Role role, std::string_view content) {
  if (stand_ins_ && pattern_string(index, role, content)) return;
  bool has_code = false;
  for (RawIndex child = index + 1; child < raw(index).last; ++child) has_code |= syntax_.is_interpolation(raw(child).symbol);
  for (RawIndex child = index + 1; child < raw(index).last; child = raw(child).last) has_code |= is_bare_code(child);
  if (!has_code) return leaf(Kind::String, role, index, content);
  open(Kind::Template, role, index);
  for (RawIndex child = index + 1; child < raw(index).last; child = raw(child).last) {
    const RawNode& part = raw(child);
    if (syntax_.is_interpolation(part.symbol)) {
      open(Kind::Interpolation, Role::Element, child);
      visit_children(child, Role::Value);
      close();
    } else if (is_bare_code(child)) {
      open(Kind::Interpolation, Role::Element, child);
      visit(child, Role::Value);
      close();
    } else if (part.named && syntax_.shape(part.symbol).make != Make::Drop) {
      leaf(stand_ins_ && text(child) == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, child);
    }
  }
  close();
}

// `$x` in a PHP string: the variable itself, not a node that holds it.
bool Shaper::is_bare_code(RawIndex part) const {
  const NodeShape& shape = syntax_.shape(raw(part).symbol);
  bool is_shaped = shape.make != Make::Drop && shape.make != Make::Comment && shape.kind != Kind::StringText;
  return syntax_.definition().has_bare_interpolations && raw(part).named && is_shaped;
}

const StandIn* Shaper::find_stand_in(ByteRange range) const {
  if (!stand_ins_ || range.begin == range.end) return nullptr;
  for (const StandIn& stand_in : *stand_ins_)
    if (range.begin >= stand_in.range.begin && range.end <= stand_in.range.end) return &stand_in;
  return nullptr;
}

bool Shaper::visit_stand_in(RawIndex index, Role role) {
  const StandIn* stand_in = find_stand_in(range_of(index));
  if (!stand_in) return false;
  leaf(stand_in->kind, role, index, stand_in->name);
  return true;
}

bool Shaper::visit_stand_in(ByteRange range, Role role) {
  const StandIn* stand_in = find_stand_in(range);
  if (!stand_in) return false;
  out_.leaf(stand_in->kind, role, range, stand_in->name);
  return true;
}

bool Shaper::visit_symbol_stand_in(RawIndex index, ByteRange name, Role role) {
  if (!find_stand_in(name)) return false;
  open(Kind::Symbol, role, index);
  visit_stand_in(name, Role::Name);
  close();
  return true;
}

// A string with a letter before its quote that allows code in it: `f"..."`.
bool Shaper::is_template_literal(std::string_view literal) const {
  const PatternSyntax& rules = syntax_.definition().pattern;
  std::size_t quote = literal.find_first_of("\"'`");
  return !rules.template_prefix.empty() && literal.substr(0, quote).find_first_of(rules.template_prefix) != std::string_view::npos;
}

// `f"..."` is any string with code in it, not any string.
void Shaper::any_template(RawIndex index, Role role) {
  open(Kind::Template, role, index);
  leaf(Kind::Ellipsis, Role::Element, index);
  close();
}

// `"..."`, `"$X"` and `"=~/re/"` in a pattern.
bool Shaper::pattern_string(RawIndex index, Role role, std::string_view content) {
  if (content == "..." && is_template_literal(text(index))) return any_template(index, role), true;
  if (content == "...") return leaf(Kind::AnyString, role, index, content), true;
  if (content.starts_with("=~/")) return leaf(Kind::StringRegex, role, index, content.substr(2)), true;
  if (is_metavariable(content)) return leaf(Kind::StringHole, role, index, content), true;
  return false;
}

RawTree parse_for_shaping(const LanguageDefinition& language, std::string_view text, std::span<const ByteRange> parts, OnError on_error) {
  std::string prepared;
  if (language.prepare) language.prepare(prepared = text);
  RawTree tree = parse_raw(language.grammar(), language.prepare ? prepared : text, parts, on_error);
  if (language.tokens.empty()) return tree;
  for (RawNode& node : tree.nodes)
    node.named |= node.begin < node.end && std::ranges::find(language.tokens, text.substr(node.begin, node.end - node.begin)) != language.tokens.end();
  return tree;
}

namespace {

// Damaged text costs a parse of what follows for each time that reading starts again.
constexpr int kMaxRestarts = 16;

bool is_definition(const Syntax& syntax, const RawNode& node) {
  if (!node.named || node.error) return false;
  const NodeShape& shape = syntax.shape(node.symbol);
  if (shape.make == Make::Comment) return true;
  return shape.kind == Kind::Function || shape.kind == Kind::Class || shape.kind == Kind::VarDef || shape.kind == Kind::Import || shape.kind == Kind::Package;
}

// The first line in [begin, end) that begins with a letter or `@`; `end` when there is none.
std::uint32_t find_line_of_code(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  for (std::size_t at = text.find('\n', begin); at < end; at = text.find('\n', at + 1)) {
    char first = at + 1 < end ? text[at + 1] : ' ';
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '@') return static_cast<std::uint32_t>(at + 1);
  }
  return end;
}

// Where reading starts again behind an error that no definition is around; `end` when there is
// none, or no line to start at. When all of a file is an error, what it begins with may be whole.
std::uint32_t find_restart(const Syntax& syntax, const RawTree& tree, std::string_view text, std::uint32_t end) {
  if (tree.nodes.empty()) return end;
  bool is_all_error = tree.nodes[0].error;
  for (RawIndex i = 1; i < tree.nodes[0].last; i = tree.nodes[i].last) {
    const RawNode& node = tree.nodes[i];
    if (is_all_error ? is_definition(syntax, node) : !node.error) continue;
    std::uint32_t line = find_line_of_code(text, node.begin, is_all_error ? end : node.end);
    if (line < (is_all_error ? end : node.end)) return line;
    if (is_all_error) return end;
  }
  return end;
}

void read_with_restarts(const Syntax& syntax, std::string_view text, ByteRange whole, Unit::Builder& out) {
  out.open(Kind::File, Role::None, whole);
  for (int restarts = 0; whole.begin < whole.end; ++restarts) {
    RawTree tree = parse_for_shaping(syntax.definition(), text, {&whole, 1});
    std::uint32_t end = restarts < kMaxRestarts ? find_restart(syntax, tree, text, whole.end) : whole.end;
    Shaper(syntax, tree, text, out).run_until(end);
    whole.begin = end;
  }
  out.close();
}

}  // namespace

Unit read_unit(Language language, std::string_view text, const Names* base_names) {
  const LanguageDefinition* definition = find_definition(language);
  if (definition && definition->read) return definition->read(text, base_names, nullptr);
  return read_unit_parts(language, text, {}, base_names);
}

Unit read_unit_part(Language language, std::string_view text, ByteRange part, const Names* base_names) {
  return read_unit_parts(language, text, std::span(&part, 1), base_names);
}

Unit read_unit_parts(Language language, std::string_view text, std::span<const ByteRange> parts, const Names* base_names) {
  Unit::Builder builder(language, text, base_names);
  const Syntax* syntax = find_syntax(language);
  ByteRange whole{0, static_cast<std::uint32_t>(text.size())};
  if (!parts.empty()) whole = {parts.front().begin, parts.back().end};
  if (!syntax) {
    builder.open(Kind::File, Role::None, whole);
    builder.close();
    return std::move(builder).build();
  }
  if (syntax->definition().restarts_behind_errors && parts.size() < 2) {
    read_with_restarts(*syntax, text, whole, builder);
    return std::move(builder).build();
  }
  RawTree tree = parse_for_shaping(syntax->definition(), text, parts);
  Shaper(*syntax, tree, text, builder).run(whole);
  return std::move(builder).build();
}

void read_into(Unit::Builder& out, Language language, std::string_view text, std::span<const ByteRange> parts) {
  const Syntax* syntax = find_syntax(language);
  if (!syntax || parts.empty()) return;
  RawTree tree = parse_for_shaping(syntax->definition(), text, parts);
  Shaper(*syntax, tree, text, out).run_inside();
}

}  // namespace sluice
