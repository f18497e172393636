#include "analyzers/languages/joined_shape.h"

#include <algorithm>
#include <optional>

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice {
namespace {

struct Part {
  RawIndex raw = kNoRaw;
  Role role = Role::Element;
};

bool is_block_role(Role role) { return role == Role::Then || role == Role::Else || role == Role::Body; }

bool holds(const Shaper& shaper, RawIndex raw, const JoinedVariant& variant) {
  auto has_it = [&](const std::string& token) { return shaper.has_token(raw, token); };
  if (!variant.tokens.empty() && std::ranges::none_of(variant.tokens, has_it)) return false;
  if (!variant.has.empty() && shaper.field(raw, variant.has) == kNoRaw) return false;
  return variant.lacks.empty() || shaper.field(raw, variant.lacks) == kNoRaw;
}

// The row of a node, or the variant of it that holds.
const NodeShape& shape_for(const Shaper& shaper, RawIndex raw) {
  const NodeShape& shape = shaper.shape_of(raw);
  for (const JoinedVariant& variant : shape.joined->variants)
    if (holds(shaper, raw, variant)) return variant.shape;
  return shape;
}

bool is_statement_kind(Kind kind) {
  switch (kind) {
    case Kind::If: case Kind::While: case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Switch: case Kind::Try:
    case Kind::Return: case Kind::Throw: case Kind::Break: case Kind::Continue: case Kind::Goto: case Kind::VarDef:
      return true;
    default: return false;
  }
}

class JoinedWriter {
 public:
  JoinedWriter(Shaper& shaper, RawIndex raw, const NodeShape& shape) : s_(shaper), raw_(raw), shape_(shape), more_(*shape.joined) {}

  void write(Role role) {
    if (shape_.kind == Kind::String && shape_.make != Make::Drop) return write_string(role);
    if (shape_.make == Make::Splice)
      for (const Part& part : parts()) s_.visit(part.raw, role);
    else if (shape_.make == Make::Leaf)
      s_.leaf(shape_.kind, role, raw_);
    else if (shape_.make == Make::Node)
      write_with_statement(role);
  }

  std::vector<Part> parts() const {
    std::vector<Part> found;
    std::size_t place = 0;
    for (RawIndex child : s_.all_children(raw_)) {
      const RawNode& node = s_.raw(child);
      bool is_modifier = !node.named && std::ranges::count(more_.modifiers, s_.text(child)) > 0;
      if (is_modifier) found.push_back({child, Role::Modifier});
      Make make = s_.shape_of(child).make;
      bool is_part = node.error || (node.named && make != Make::Comment && make != Make::Drop);
      if (is_modifier || !is_part) continue;
      Role role = role_of(child);
      if (role == Role::None) role = more_.places.empty() ? shape_.rest : more_.places[std::min(place++, more_.places.size() - 1)];
      found.push_back({child, role});
    }
    if (more_.last && !found.empty()) found.back().role = *more_.last;
    return found;
  }

 private:
  void write_with_statement(Role role) {
    if (more_.is_statement) s_.open(Kind::ExprStmt, role, raw_);
    write_node(more_.is_statement ? Role::Value : role);
    if (more_.is_statement) s_.close();
  }

  void write_node(Role role) {
    if (RawIndex statement = lone_statement(); statement != kNoRaw) return s_.visit(statement, role);
    NodeId id = s_.open(shape_.kind, role, raw_);
    if (shape_.text != TextFrom::Nothing)
      if (std::string_view text = s_.operator_text(raw_, shape_.text); !text.empty()) s_.out().set_text(id, text);
    write_parts(parts());
    if (shape_.kind == Kind::For) s_.complete_loop_header(id);
    s_.close();
  }

  // `return` and its like, where they are expressions and the grammar has a statement around them.
  RawIndex lone_statement() const {
    if (shape_.kind != Kind::ExprStmt) return kNoRaw;
    std::vector<RawIndex> inner = s_.named_children(raw_);
    return inner.size() == 1 && is_statement_kind(s_.kind_of(inner[0])) ? inner[0] : kNoRaw;
  }

  // What lies between the first and the last node of the content; nothing when there is none.
  void write_string(Role role) {
    if (more_.content.empty()) return s_.string(raw_, role);
    std::uint32_t begin = 0, end = 0;
    for (RawIndex child : s_.all_children(raw_)) {
      bool is_content = std::ranges::any_of(more_.content, [&](const std::string& name) { return s_.is(child, name) || s_.has_field(child, name); });
      if (!is_content) continue;
      if (end == 0) begin = s_.raw(child).begin;
      end = s_.raw(child).end;
    }
    s_.string(raw_, role, s_.text(raw_).substr(end == 0 ? 0 : begin - s_.raw(raw_).begin, end - begin));
  }

  Role role_of(RawIndex child) const {
    for (const auto& [type, role] : more_.types)
      if (s_.is(child, type)) return role;
    for (const FieldRole& field : shape_.fields)
      if (!field.field.empty() && s_.has_field(child, field.field)) return field.role;
    return s_.role_of_child(raw_, child, Role::None);
  }

  std::optional<Kind> gathered(Role role) const {
    for (const auto& [each, kind] : more_.gather)
      if (each == role) return kind;
    return std::nullopt;
  }

  void write_parts(const std::vector<Part>& all) {
    std::vector<Part> alternatives;
    if (shape_.kind == Kind::If && std::ranges::count(all, Role::Else, &Part::role) > 1)
      std::ranges::copy_if(all, std::back_inserter(alternatives), [](const Part& part) { return part.role == Role::Else; });
    std::vector<Role> done;
    for (const Part& part : all) {
      bool is_later = !alternatives.empty() && part.role == Role::Else;
      if (is_later || std::ranges::count(done, part.role) > 0) continue;
      auto kind = gathered(part.role);
      if (kind && s_.kind_of(part.raw) != *kind) {
        write_gathered(all, part.role, *kind);
        done.push_back(part.role);
      } else {
        write_part(part);
      }
    }
    write_empty_lists(all);
    write_alternatives(alternatives);
  }

  void write_part(const Part& part) {
    if (part.role == Role::Modifier && !s_.raw(part.raw).named) return s_.leaf(Kind::Modifier, part.role, part.raw);
    if (is_block_role(part.role)) return s_.visit_block(part.raw, part.role);
    if (shape_.kind == Kind::Block) return s_.visit_statement(part.raw, part.role);
    s_.visit(part.raw, part.role);
  }

  void write_gathered(const std::vector<Part>& all, Role role, Kind kind) {
    ByteRange range{UINT32_MAX, 0};
    for (const Part& part : all)
      if (part.role == role) range = {std::min(range.begin, s_.raw(part.raw).begin), std::max(range.end, s_.raw(part.raw).end)};
    s_.open(kind, role, range);
    for (const Part& part : all) {
      if (part.role != role) continue;
      if (kind == Kind::Block) s_.visit_statement(part.raw, Role::Element);
      else s_.visit(part.raw, Role::Element);
    }
    s_.close();
  }

  // `f()` has arguments, though none is there.
  void write_empty_lists(const std::vector<Part>& all) {
    std::uint32_t end = s_.raw(raw_).end;
    for (const auto& [role, kind] : more_.gather) {
      bool is_list = kind == Kind::Arguments || kind == Kind::Parameters;
      if (!is_list || std::ranges::count(all, role, &Part::role) > 0) continue;
      s_.open(kind, role, ByteRange{end, end});
      s_.close();
    }
  }

  // `elseif` clauses that stand beside each other in the grammar.
  void write_alternatives(const std::vector<Part>& alternatives) {
    std::vector<ElseClause> clauses;
    for (const Part& part : alternatives) {
      ElseClause clause{part.raw, kNoRaw, part.raw};
      if (s_.kind_of(part.raw) == Kind::If) {
        clause.body = kNoRaw;
        for (const Part& inner : parts_of(s_, part.raw)) {
          if (inner.role == Role::Condition) clause.condition = inner.raw;
          if (inner.role == Role::Then) clause.body = inner.raw;
        }
      }
      clauses.push_back(clause);
    }
    write_else_clauses(s_, clauses);
  }

  static std::vector<Part> parts_of(Shaper& shaper, RawIndex raw) {
    if (shaper.shape_of(raw).joined) return JoinedWriter(shaper, raw, shape_for(shaper, raw)).parts();
    std::vector<Part> found;
    for (RawIndex child : shaper.named_children(raw)) found.push_back({child, shaper.role_of_child(raw, child, Role::Element)});
    return found;
  }

  Shaper& s_;
  RawIndex raw_;
  const NodeShape& shape_;
  const JoinedShape& more_;
};

}  // namespace

void shape_joined(Shaper& shaper, RawIndex raw, Role role) {
  JoinedWriter(shaper, raw, shape_for(shaper, raw)).write(role);
}

}  // namespace sluice
