#include "analyzers/languages/solidity_expression.h"

#include <memory>

#include "analyzers/languages/operator_row.h"
#include "analyzers/syntax/shaper.h"

namespace sluice {
namespace {

constexpr std::string_view kSuffixes[] = {"member_expression", "call_expression", "array_access", "slice_access", "struct_expression"};
constexpr std::string_view kOperandFields[] = {"object", "function", "base", "type", "argument"};

// One step of the row: an operand with its suffixes, or an operator.
struct Piece {
  enum class Sort : std::uint8_t { Operand, Prefix, Infix } sort = Sort::Operand;
  RawIndex raw = kNoRaw;            // the operand, or the operator's token
  std::vector<RawIndex> suffixes;   // innermost first
};

struct Expression {
  const Piece* piece = nullptr;
  std::vector<std::unique_ptr<Expression>> operands;  // one of a prefix, two of an infix, three of `?`
  ByteRange range;
};
using Owned = std::unique_ptr<Expression>;

bool is_suffix(const Shaper& s, RawIndex raw) {
  for (std::string_view type : kSuffixes)
    if (s.is(raw, type)) return true;
  RawIndex argument = s.field(raw, "argument");
  return s.is(raw, "update_expression") && argument != kNoRaw && s.raw(argument).begin == s.raw(raw).begin;
}

RawIndex operand_of(const Shaper& s, RawIndex raw) {
  for (std::string_view name : kOperandFields)
    if (RawIndex found = s.field(raw, name); found != kNoRaw) return found;
  return kNoRaw;
}

bool is_operation(const Shaper& s, RawIndex raw) {
  return s.is(raw, "binary_expression") || s.is(raw, "unary_expression") || s.is(raw, "update_expression") ||
         s.is(raw, "ternary_expression") || s.is(raw, "assignment_expression") || s.is(raw, "augmented_assignment_expression");
}

// The row of an expression, left to right. As deep as the tree, which is bounded.
void collect(const Shaper& s, RawIndex raw, std::vector<Piece>& row) {
  raw = solidity_unwrapped(s, raw);
  bool is_whole = raw == kNoRaw || s.is_stand_in(raw) || s.raw(raw).cut || s.raw(raw).error;
  if (!is_whole && is_suffix(s, raw)) {
    collect(s, operand_of(s, raw), row);
    return row.back().suffixes.push_back(raw);
  }
  if (is_whole || !is_operation(s, raw)) {
    row.push_back({Piece::Sort::Operand, raw, {}});
    return;
  }
  bool ends_in_operand = false;
  for (RawIndex child : s.all_children(raw)) {
    if (s.raw(child).named || s.raw(child).error) {
      if (s.is(child, "comment")) continue;
      collect(s, child, row);
      ends_in_operand = true;
    } else {
      row.push_back({ends_in_operand ? Piece::Sort::Infix : Piece::Sort::Prefix, child, {}});
      ends_in_operand = false;
    }
  }
  if (!ends_in_operand) row.push_back({});
}

// 0: assignments and `?`, which bind to the right.
int precedence_of(std::string_view op) {
  constexpr std::string_view kLevels[] = {" || ", " && ", " == != ", " < > <= >= ", " | ", " ^ ", " & ", " << >> >>> ", " + - ", " * / % ", " ** "};
  return precedence_in(kLevels, op);
}

class Reader {
 public:
  Reader(const Shaper& shaper, const std::vector<Piece>& row) : s_(shaper), row_(row) {}

  Owned read() { return read_from(0); }
  bool is_at_end() const { return at_ == row_.size(); }

 private:
  std::string_view op() const {
    bool is_infix = at_ < row_.size() && row_[at_].sort == Piece::Sort::Infix;
    return is_infix ? s_.text(row_[at_].raw) : std::string_view();
  }

  Owned read_operand() {
    auto made = std::make_unique<Expression>();
    if (at_ == row_.size()) return made;
    made->piece = &row_[at_++];
    made->range = s_.range_of(made->piece->raw);
    if (made->piece->sort == Piece::Sort::Prefix) return with(std::move(made), read_operand());
    if (!made->piece->suffixes.empty()) made->range.end = s_.raw(made->piece->suffixes.back()).end;
    return made;
  }

  Owned read_from(int lowest) {
    Owned left = read_operand();
    while (!op().empty() && op() != ":") {
      int precedence = precedence_of(op());
      if (precedence < lowest) break;
      bool is_right_bound = precedence == 0 || op() == "**";
      bool is_question = op() == "?";
      auto made = std::make_unique<Expression>();
      made->piece = &row_[at_++];
      made->range = left->range;
      made = with(std::move(made), std::move(left));
      made = with(std::move(made), read_from(is_right_bound ? precedence : precedence + 1));
      if (is_question && op() == ":") {
        ++at_;
        made = with(std::move(made), read_from(0));
      }
      left = std::move(made);
    }
    return left;
  }

  static Owned with(Owned operation, Owned operand) {
    if (operand->range.end > operation->range.end) operation->range.end = operand->range.end;
    operation->operands.push_back(std::move(operand));
    return operation;
  }

  const Shaper& s_;
  const std::vector<Piece>& row_;
  std::size_t at_ = 0;
};

// --- writing ---

struct SuffixShape {
  Kind kind;
  Role inner;  // what the operand is to it
};

SuffixShape shape_of(const Shaper& s, RawIndex suffix, bool is_new) {
  if (s.is(suffix, "member_expression")) return {Kind::Member, Role::Object};
  if (s.is(suffix, "struct_expression")) return {Kind::Map, Role::Object};  // a call's options
  if (s.is(suffix, "update_expression")) return {Kind::Unary, Role::Operand};
  if (s.is(suffix, "call_expression")) return is_new ? SuffixShape{Kind::New, Role::Type} : SuffixShape{Kind::Call, Role::Callee};
  return {Kind::Index, Role::Object};
}

// `[from:to]`
void write_slice(Shaper& s, RawIndex raw) {
  s.open(Kind::Pair, Role::Element, ByteRange{s.raw(operand_of(s, raw)).end, s.raw(raw).end});
  s.visit(s.field(raw, "from"), Role::Key);
  s.visit(s.field(raw, "to"), Role::Value);
  s.close();
}

void write_suffix(Shaper& s, RawIndex raw) {
  if (s.is(raw, "member_expression")) return s.visit(s.field(raw, "property"), Role::Name);
  if (s.is(raw, "array_access")) return s.visit(s.field(raw, "index"), Role::Element);
  if (s.is(raw, "slice_access")) return write_slice(s, raw);
  if (s.is(raw, "call_expression")) return write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  RawIndex operand = operand_of(s, raw);
  for (RawIndex child : s.named_children(raw))
    if (child != operand) s.visit(child, Role::Element);
}

// `new T(a)` is a call of `new T` to the grammar.
bool is_bare_new(const Shaper& s, RawIndex raw) {
  ByteRange brackets = solidity_brackets(s, raw);
  return s.is(raw, "new_expression") && brackets.begin == brackets.end;
}

void write_operand(Shaper& s, const Piece& piece, Role role) {
  bool is_new = !piece.suffixes.empty() && s.is(piece.suffixes[0], "call_expression") && is_bare_new(s, piece.raw);
  for (std::size_t i = piece.suffixes.size(); i-- > 0;) {
    RawIndex suffix = piece.suffixes[i];
    SuffixShape shape = shape_of(s, suffix, is_new && i == 0);
    NodeId id = s.open(shape.kind, role, ByteRange{s.raw(piece.raw).begin, s.raw(suffix).end});
    if (shape.kind == Kind::Unary) s.out().set_text(id, s.text(s.field(suffix, "operator")));
    role = shape.inner;
  }
  s.visit(is_new ? s.field(piece.raw, "name") : piece.raw, role);
  for (RawIndex suffix : piece.suffixes) {
    write_suffix(s, suffix);
    s.close();
  }
}

void write(Shaper& s, const Expression& expression, Role role) {
  if (!expression.piece) return;
  const Piece& piece = *expression.piece;
  if (piece.sort == Piece::Sort::Operand) return write_operand(s, piece, role);
  std::string_view op = s.text(piece.raw);
  bool is_question = op == "?", is_assignment = !is_question && piece.sort == Piece::Sort::Infix && precedence_of(op) == 0;
  Kind kind = is_question ? Kind::Conditional : is_assignment ? Kind::Assign : piece.sort == Piece::Sort::Prefix ? Kind::Unary : Kind::Binary;
  NodeId id = s.open(kind, role, expression.range);
  if (!is_question) s.out().set_text(id, op);
  for (std::size_t i = 0; i < expression.operands.size(); ++i) {
    constexpr Role kRoles[][3] = {{Role::Condition, Role::Then, Role::Else}, {Role::Target, Role::Value, Role::Value},
                                  {Role::Left, Role::Right, Role::Right}, {Role::Operand, Role::Operand, Role::Operand}};
    std::size_t row = is_question ? 0 : is_assignment ? 1 : kind == Kind::Binary ? 2 : 3;
    write(s, *expression.operands[i], kRoles[row][i]);
  }
  s.close();
}

}  // namespace

RawIndex solidity_unwrapped(const Shaper& s, RawIndex raw) {
  while (s.is(raw, "expression") && !s.is_stand_in(raw)) {
    RawIndex inner = s.first_named(raw);
    if (inner == kNoRaw) break;
    raw = inner;
  }
  return raw;
}

ByteRange solidity_brackets(const Shaper& s, RawIndex raw) {
  ByteRange range{};
  for (RawIndex child : s.all_children(raw)) {
    if (s.raw(child).named) continue;
    if (s.text(child) == "(" && range.begin == range.end) range = s.range_of(child);
    else if (s.text(child) == ")" && range.begin != range.end) return {range.begin, s.raw(child).end};
  }
  return range;
}

void write_solidity_brackets(Shaper& s, RawIndex raw, Kind kind, Role role) {
  ByteRange range = solidity_brackets(s, raw);
  if (range.begin == range.end) return;
  s.open(kind, role, range);
  for (RawIndex child : s.all_children(raw)) {
    bool is_inside = s.raw(child).begin > range.begin && s.raw(child).end <= range.end;
    if (is_inside && (s.raw(child).named || s.raw(child).error)) s.visit(child, Role::Element);
  }
  s.close();
}

void shape_solidity_expression(Shaper& s, RawIndex raw, Role role) {
  std::vector<Piece> row;
  collect(s, raw, row);
  Reader reader(s, row);
  Owned expression = reader.read();
  // With an error in it the row may be none: then the grammar's nesting is what there is.
  if (!reader.is_at_end()) return s.visit_by_table(raw, role);
  write(s, *expression, role);
}

}  // namespace sluice
