// Terraform and other HCL 2, grammar tree-sitter-hcl.
//
// A block is a call with its labels and a map: `resource "a" "b" { c = 1 }` is
// Call(resource, Arguments("a", "b", Map(Pair(c, 1)))); blocks within it are elements
// of the map.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_hcl();

namespace sluice {
namespace {

void shape_block(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts;
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "block_start") && !s.is(child, "block_end")) parts.push_back(child);
  if (parts.empty()) return s.visit_children(raw, role);
  s.open(Kind::Call, role, raw);
  s.visit(parts[0], Role::Callee);
  RawIndex body = s.child_of_type(raw, "body");
  RawIndex opening = s.child_of_type(raw, "block_start");
  RawIndex first = parts.size() > 1 && parts[1] != body ? parts[1] : opening;
  s.open(Kind::Arguments, Role::Arguments, ByteRange{first == kNoRaw ? s.raw(raw).end : s.raw(first).begin, s.raw(raw).end});
  for (std::size_t i = 1; i < parts.size(); ++i) {
    bool is_bare_label = s.is(parts[i], "identifier") && !s.is_stand_in(parts[i]);
    if (parts[i] == body && !s.is_stand_in(body)) continue;
    if (is_bare_label) s.leaf(Kind::String, Role::Element, parts[i]);
    else s.visit(parts[i], Role::Element);
  }
  // Also an empty body is a map.
  if (!s.is_stand_in(body)) {
    std::uint32_t from = opening == kNoRaw ? s.raw(raw).end : s.raw(opening).begin;
    s.open(Kind::Map, Role::Element, ByteRange{from, s.raw(raw).end});
    if (body != kNoRaw) s.visit_children(body);
    // A head without a body, or an empty body, means a block with any attributes.
    else if (s.is_pattern()) s.out().leaf(Kind::Ellipsis, Role::Element, {from, from}, {});
    s.close();
  }
  s.close();
  s.close();
}

void shape_attribute(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

// `a.b[c].*.d`: the grammar lists what follows `a`; `*` is a member's name.
void add_accesses(Shaper& s, const std::vector<RawIndex>& nodes, std::vector<RawIndex>& accesses) {
  for (RawIndex node : nodes) {
    accesses.push_back(node);
    if (!s.is(node, "splat")) continue;
    for (RawIndex inner : s.named_children(node)) add_accesses(s, s.named_children(inner), accesses);
  }
}

void write_access(Shaper& s, RawIndex access) {
  if (s.is(access, "splat")) return s.leaf(Kind::Token, Role::Name, access, "*");
  if (s.is(access, "get_attr")) return s.visit_children(access, Role::Name);
  s.visit_children(access, Role::Element);
}

void write_chain(Shaper& s, const std::vector<RawIndex>& parts, Role role) {
  std::vector<RawIndex> accesses;
  if (parts.size() > 1) add_accesses(s, {parts.begin() + 1, parts.end()}, accesses);
  if (accesses.empty()) {
    for (RawIndex part : parts) s.visit(part, role);
    return;
  }
  for (std::size_t i = accesses.size(); i-- > 0;) {
    Kind kind = s.is(accesses[i], "index") ? Kind::Index : Kind::Member;
    s.open(kind, i + 1 == accesses.size() ? role : Role::Object, ByteRange{s.raw(parts[0]).begin, s.raw(accesses[i]).end});
  }
  s.visit(parts[0], Role::Object);
  for (RawIndex access : accesses) {
    write_access(s, access);
    s.close();
  }
}

void shape_expression(Shaper& s, RawIndex raw, Role role) { write_chain(s, s.named_children(raw), role); }

// The operands' parts stand side by side: `a.b == c` has the children a, .b, ==, c.
void shape_operation(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> left, right;
  std::string_view op;
  for (RawIndex child : s.all_children(raw)) {
    if (!s.raw(child).named) op = s.text(child);
    else if (!s.is(child, "comment")) (op.empty() ? left : right).push_back(child);
  }
  NodeId id = s.open(s.kind_of(raw), role, raw);
  s.out().set_text(id, op);
  write_chain(s, left, Role::Left);
  write_chain(s, right, left.empty() ? Role::Operand : Role::Right);
  s.close();
}

// `.0`
void shape_legacy_index(Shaper& s, RawIndex raw, Role role) { s.leaf(Kind::Number, role, raw, s.text(raw).substr(1)); }

void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.child_of_type(raw, "identifier");
  RawIndex arguments = s.child_of_type(raw, "function_arguments");
  s.open(Kind::Call, role, raw);
  s.visit(name, Role::Callee);
  std::uint32_t end = s.raw(raw).end;
  s.open(Kind::Arguments, Role::Arguments, arguments == kNoRaw ? ByteRange{s.raw(name).end, end} : s.range_of(arguments));
  if (arguments != kNoRaw) s.visit_children(arguments);
  s.close();
  s.close();
}

// A pattern's text of one metavariable or `...` alone: the content of any text.
bool shape_only_word(Shaper& s, RawIndex raw, Role role, std::string_view lines) {
  std::string_view word = trim(lines);
  auto begin = static_cast<std::uint32_t>(word.data() - s.text(0).data()) + s.raw(0).begin;
  const StandIn* stand_in = s.find_stand_in({begin, begin + static_cast<std::uint32_t>(word.size())});
  if (!stand_in) return false;
  s.leaf(stand_in->kind == Kind::Ellipsis ? Kind::AnyString : Kind::StringHole, role, raw, stand_in->name);
  return true;
}

// `<<EOT ... EOT`: the lines between.
void shape_heredoc(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t first = std::min(text.find('\n'), text.size() - 1), last = text.rfind('\n');
  bool has_lines = last != std::string_view::npos && last > first;
  if (s.is_pattern() && has_lines && shape_only_word(s, raw, role, text.substr(first + 1, last - first))) return;
  s.string(raw, role, has_lines ? text.substr(first + 1, last - first) : std::string_view());
}

constexpr NodeShape kShapes[] = {
    {.type = "body", .make = Make::Splice},
    {.type = "block", .kind = Kind::Call, .shape = shape_block},
    {.type = "attribute", .kind = Kind::Pair, .shape = shape_attribute},
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "variable_expr", .make = Make::Splice},
    {.type = "expression", .make = Make::Splice, .shape = shape_expression},
    {.type = "legacy_index", .kind = Kind::Number, .shape = shape_legacy_index},
    {.type = "new_index", .make = Make::Splice},
    {.type = "literal_value", .make = Make::Splice},
    {.type = "string_lit", .kind = Kind::String, .shape = shape_string},
    {.type = "template_expr", .make = Make::Splice},
    {.type = "quoted_template", .kind = Kind::String, .shape = shape_string},
    {.type = "heredoc_template", .kind = Kind::String, .shape = shape_heredoc},
    {.type = "template_literal", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "quoted_template_start", .make = Make::Drop},
    {.type = "quoted_template_end", .make = Make::Drop},
    {.type = "heredoc_start", .make = Make::Drop},
    {.type = "heredoc_identifier", .make = Make::Drop},
    {.type = "template_interpolation_start", .make = Make::Drop},
    {.type = "template_interpolation_end", .make = Make::Drop},
    {.type = "template_directive_start", .make = Make::Drop},
    {.type = "template_directive_end", .make = Make::Drop},
    {.type = "strip_marker", .make = Make::Drop},
    // `%{ if c }a%{ else }b%{ endif }` in a text
    {.type = "template_if", .kind = Kind::If},
    {.type = "template_if_intro", .make = Make::Splice},
    {.type = "template_else_intro", .make = Make::Drop},
    {.type = "template_if_end", .make = Make::Drop},
    {.type = "template_for", .kind = Kind::ForEach},
    {.type = "template_for_start", .make = Make::Splice},
    {.type = "template_for_end", .make = Make::Drop},
    {.type = "numeric_lit", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "bool_lit", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_lit", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "collection_value", .make = Make::Splice},
    {.type = "object", .kind = Kind::Map},
    {.type = "object_elem", .kind = Kind::Pair, .fields = {{{"val", Role::Value}}}},
    {.type = "object_start", .make = Make::Drop},
    {.type = "object_end", .make = Make::Drop},
    {.type = "tuple", .kind = Kind::Array},
    {.type = "tuple_start", .make = Make::Drop},
    {.type = "tuple_end", .make = Make::Drop},
    {.type = "function_call", .kind = Kind::Call, .shape = shape_call},
    {.type = "ellipsis", .make = Make::Drop},
    {.type = "operation", .make = Make::Splice},
    {.type = "binary_operation", .kind = Kind::Binary, .shape = shape_operation},
    {.type = "unary_operation", .kind = Kind::Unary, .shape = shape_operation},
    {.type = "conditional", .kind = Kind::Conditional, .shape = shape_conditional},
    {.type = "for_expr", .make = Make::Splice},
    {.type = "for_tuple_expr", .kind = Kind::Comprehension},
    {.type = "for_object_expr", .kind = Kind::Comprehension},
    {.type = "for_intro", .make = Make::Splice},
    {.type = "for_cond", .make = Make::Splice},
    {.type = "comment", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"template_interpolation", "template_directive"};
constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = ""},
    {.before = "slf = ", .after = ""},                              // an expression
    {.before = "", .after = " {}", .is_head = true},                // `resource "a" "b"`
    {.before = "slf = {\n", .after = "\n}"},
};
constexpr std::string_view kEllipsis[] = {"@", "\"@\"", "@ = 1"};
constexpr std::string_view kMetavariable[] = {"@", "\"@\""};

// Between the braces of a block or an object `...` is an attribute.
std::string_view ellipsis_at(std::string_view pattern, std::size_t begin, std::size_t end) {
  PatternPlace place = pattern_place(pattern, begin, "\"", "#");
  bool is_alone = begin == 0 && end == pattern.size();
  bool is_attribute = place == PatternPlace::Member || (place == PatternPlace::TopLevel && !is_alone && pattern.find('\n') != std::string_view::npos);
  return is_attribute ? "@ = 1" : std::string_view();
}

}  // namespace

const LanguageDefinition& terraform_definition() {
  static constexpr LanguageDefinition kTerraform{
      .language = Language::Terraform,
      .grammar = tree_sitter_hcl,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .pattern = {.wrappers = kWrappers,
                  .ellipsis = kEllipsis,
                  .ellipsis_at = ellipsis_at,
                  .metavariable = kMetavariable,
                  .quotes = "\"",
                  .interpolation = "${",
                  .line_comment = "#"},
      .equivalences = {.has_open_objects = true, .coerces_literals = true, .finds_nested_blocks = true},
      .has_indented_texts = true,
      .is_full = true,
  };
  return kTerraform;
}

}  // namespace sluice
