// analyzers/syntax/shaper.h - turns a grammar's tree into a Unit, by the language's table.
//
// One pass over the raw tree. Shaper functions of a language get a Shaper and
// say in order what is written: `open`, `visit`, `leaf`, `close`.
//
//   // Java: `a.b(c)` has the fields object, name, arguments; we want Call(Member(a, b), Arguments).
//   void shape_invocation(Shaper& s, RawIndex raw, Role role) {
//     s.open(Kind::Call, role, raw);
//     s.open(Kind::Member, Role::Callee, s.range_of(object).begin, s.range_of(name).end, raw);
//     s.visit(object, Role::Object);
//     s.visit(name, Role::Name);
//     s.close();
//     s.visit(arguments, Role::Arguments);
//     s.close();
//   }
//
// Rules that hold for all languages are kept here, so no table repeats them:
// a body that is one statement becomes a Block; numbers compare by value;
// strings by content; what the parser could not read becomes Error.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/raw_tree.h"
#include "analyzers/unit/unit.h"

namespace sluice {

// A language's table, looked up by the numbers the grammar uses.
class Syntax {
 public:
  explicit Syntax(const LanguageDefinition& definition);
  const LanguageDefinition& definition() const { return definition_; }
  const NodeShape& shape(std::uint16_t symbol) const;
  Role role_of_field(std::uint16_t field) const { return field < field_roles_.size() ? field_roles_[field] : Role::None; }
  std::string_view type(std::uint16_t symbol) const;
  std::string_view field_name(std::uint16_t field) const;
  bool is_interpolation(std::uint16_t symbol) const;

 private:
  const LanguageDefinition& definition_;
  const TSLanguage* grammar_;
  std::vector<const NodeShape*> shapes_;    // by symbol
  std::vector<Role> field_roles_;           // by field id
  std::vector<std::uint8_t> interpolation_; // by symbol
};

// The table of a language, made when first asked for; null when it has no grammar.
const Syntax* find_syntax(Language language);

// A stand-in that the pattern reader put into a text (analyzers/pattern/pattern_text.h):
// the topmost node that lies within `range` is not what it looks like but `kind`.
struct StandIn {
  ByteRange range;
  Kind kind = Kind::Ellipsis;  // Ellipsis, Hole, SequenceHole, DeepEllipsis
  std::string name;            // `$X`; with a type `$X: T`
};

class Shaper {
  static constexpr RawNode kNothing{};

 public:
  Shaper(const Syntax& syntax, const RawTree& tree, std::string_view text, Unit::Builder& out,
         const std::vector<StandIn>* stand_ins = nullptr);

  // Writes the whole tree as a File.
  void run(ByteRange range);
  // Writes the whole tree below the node that is open.
  void run_inside();
  // Writes what begins before `end` below the node that is open, with comments and errors.
  void run_until(std::uint32_t end);
  // Writes `nodes` under a File: the part of a wrapped text that the pattern is.
  void run_part(const std::vector<RawIndex>& nodes, ByteRange range);

  // --- what shaper functions use ---
  // Of kNoRaw: an empty node without children. A tree that was cut lacks children that the
  // grammar promises, so shaper functions may ask for the parts of what is not there.
  const RawNode& raw(RawIndex index) const { return index == kNoRaw ? kNothing : tree_.nodes[index]; }
  std::string_view type(RawIndex index) const { return syntax_.type(raw(index).symbol); }
  bool is(RawIndex index, std::string_view type_name) const { return index != kNoRaw && type(index) == type_name; }
  std::string_view text(RawIndex index) const { return text_.substr(raw(index).begin, raw(index).end - raw(index).begin); }
  ByteRange range_of(RawIndex index) const { return {raw(index).begin, raw(index).end}; }
  // The kind that the table gives a node.
  Kind kind_of(RawIndex index) const { return syntax_.shape(raw(index).symbol).kind; }
  // The table's row of a node, and the role that it gives a child of it.
  const NodeShape& shape_of(RawIndex index) const { return syntax_.shape(raw(index).symbol); }
  Role role_of_child(RawIndex parent, RawIndex child, Role rest) const { return role_of(shape_of(parent), raw(child), rest); }
  // True for the stand-in of `...` or `$X` in a pattern.
  bool is_stand_in(RawIndex index) const { return index != kNoRaw && find_stand_in(range_of(index)) != nullptr; }
  // True for the stand-in of `...` or `$...X`.
  bool is_ellipsis(RawIndex index) const {
    const StandIn* stand_in = index == kNoRaw ? nullptr : find_stand_in(range_of(index));
    return stand_in && (stand_in->kind == Kind::Ellipsis || stand_in->kind == Kind::SequenceHole);
  }
  // The stand-in that covers a part of the text; null for none.
  const StandIn* find_stand_in(ByteRange range) const;
  // kNoRaw when there is none.
  RawIndex field(RawIndex parent, std::string_view name) const;
  // True when the node is its parent's field of that name.
  bool has_field(RawIndex index, std::string_view name) const {
    return raw(index).field != 0 && syntax_.field_name(raw(index).field) == name;
  }
  RawIndex child_of_type(RawIndex parent, std::string_view type_name) const;
  RawIndex first_named(RawIndex parent) const;
  RawIndex last_named(RawIndex parent) const;
  // The named children in order, without comments.
  std::vector<RawIndex> named_children(RawIndex parent) const;
  // All children, tokens and comments too.
  std::vector<RawIndex> all_children(RawIndex parent) const;
  bool has_token(RawIndex parent, std::string_view token) const;

  // Shapes a node by the table. kNoRaw is nothing.
  void visit(RawIndex index, Role role);
  // The same without the table's `shape` function: for a function that only adds a case.
  void visit_by_table(RawIndex index, Role role);
  // Shapes the children of a node with the roles of its fields.
  void visit_children(RawIndex parent, Role rest = Role::Element);
  // Writes the stand-in that covers `range`, a part of a text node; false when there is none.
  bool visit_stand_in(ByteRange range, Role role);
  // `:$X` and `:...` in a pattern, whose name stands at `name`: Symbol(Hole or Ellipsis). False for all else.
  bool visit_symbol_stand_in(RawIndex index, ByteRange name, Role role);
  // Shapes one child with the role of its field; `rest` is the role of a child without one.
  void visit_child(RawIndex parent, RawIndex child, Role rest = Role::Element);
  // A member of a list of statements: an expression gets its ExprStmt where the grammar has none.
  void visit_statement(RawIndex index, Role role);
  // As a Block, also when it is one statement.
  void visit_block(RawIndex index, Role role);

  NodeId open(Kind kind, Role role, RawIndex index) { return out_.open(kind, role, range_of(index), raw(index).symbol); }
  // A range may be made of parts of which one is not there (`raw`): it never ends before it begins.
  NodeId open(Kind kind, Role role, ByteRange range) {
    return out_.open(kind, role, {range.begin, range.end < range.begin ? range.begin : range.end});
  }
  void close() { out_.close(); }
  void leaf(Kind kind, Role role, RawIndex index) { leaf(kind, role, index, text(index)); }
  void leaf(Kind kind, Role role, RawIndex index, std::string_view text_of_leaf) {
    out_.leaf(kind, role, range_of(index), text_of_leaf, raw(index).symbol);
  }
  // A token that a table does not know, such as a keyword: a leaf, or the stand-in that it is.
  void token(Kind kind, Role role, RawIndex index) {
    if (!visit_stand_in(index, role)) leaf(kind, role, index);
  }
  // A String (content without quotes), or a Template when there is code in it.
  void string(RawIndex index, Role role);
  // The same where the quotes are not what string_content() takes them for.
  void string(RawIndex index, Role role, std::string_view content);
  // Before a For is closed: in a pattern `for (...) { }` means any loop header, not only one
  // without condition and step.
  void complete_loop_header(NodeId loop);
  std::string_view operator_text(RawIndex index, TextFrom from) const;
  Unit::Builder& out() { return out_; }
  bool is_pattern() const { return stand_ins_ != nullptr; }
  // True for what a pattern was completed with.
  bool is_behind_part(RawIndex index) const { return raw(index).begin >= part_end_; }

 private:
  bool is_bare_code(RawIndex part) const;
  void keep_comments_and_errors();
  void visit_node(const NodeShape& shape, RawIndex index, Role role);
  void visit_error(RawIndex index, Role role);
  bool visit_stand_in(RawIndex index, Role role);
  bool is_template_literal(std::string_view literal) const;
  void any_template(RawIndex index, Role role);
  bool pattern_string(RawIndex index, Role role, std::string_view content);
  bool is_expression(RawIndex index) const;
  Role role_of(const NodeShape& shape, const RawNode& child, Role rest) const;
  void literal(Kind kind, RawIndex index, Role role);

  const Syntax& syntax_;
  const RawTree& tree_;
  std::string_view text_;
  Unit::Builder& out_;
  const std::vector<StandIn>* stand_ins_;
  std::uint32_t part_end_ = UINT32_MAX;  // where the pattern ends; what begins behind is not of it
};

// The content of a string literal: without prefix letters and quotes.
std::string_view string_content(std::string_view literal);
// One spelling for numbers of equal value: 0x10, 16 and 1_6 are "16".
std::string number_value(std::string_view literal);

// The grammar's tree of a text, or of parts of it, the language's `prepare` done before.
RawTree parse_for_shaping(const LanguageDefinition& language, std::string_view text, std::span<const ByteRange> parts, OnError on_error = OnError::Recover);
// Reads a file: parse, shape, resolve imports.
Unit read_unit(Language language, std::string_view text, const Names* base_names);
// The same of a part of a file alone: offsets are offsets into the whole text.
Unit read_unit_part(Language language, std::string_view text, ByteRange part, const Names* base_names);
// The same of parts of a file, as if nothing stood between them: offsets are offsets into
// the whole text. The parts are in order and do not overlap.
Unit read_unit_parts(Language language, std::string_view text, std::span<const ByteRange> parts, const Names* base_names);
// Writes the same into a Unit that is being built, below the node that is open: code in a
// file of another language. Its errors are not the file's.
void read_into(Unit::Builder& out, Language language, std::string_view text, std::span<const ByteRange> parts);

}  // namespace sluice
