#include "analyzers/pattern/unit_index.h"

#include <algorithm>

namespace sluice {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::Count);

// The last name of what a node means by an import.
NameId meant_name(const Unit& unit, NodeId id) {
  NameId canonical = unit.canonical(id);
  if (!canonical.valid()) return {};
  std::string_view text = unit.names().text(canonical);
  std::size_t dot = text.find_last_of("./");
  return unit.names().find(dot == std::string_view::npos ? text : text.substr(dot + 1));
}

void add_calls(const Unit& unit, NodeId id, std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& calls) {
  Kind kind = unit.node(id).kind;
  NodeId callee = unit.child(id, kind == Kind::Call ? Role::Callee : kind == Kind::New ? Role::Type : Role::Name);
  if (!callee.valid()) return;
  NameId written = last_name(unit, callee);
  if (written.valid()) calls[written.index].push_back(id.index);
  NameId meant = meant_name(unit, callee);
  if (meant.valid() && meant != written) calls[meant.index].push_back(id.index);
}

bool is_statement_list(Kind kind) { return kind == Kind::Block || kind == Kind::File || kind == Kind::Case; }

}  // namespace

NameId last_name(const Unit& unit, NodeId id) {
  while (id.valid() && unit.node(id).kind == Kind::Member) id = unit.child(id, Role::Name);
  if (id.valid() && unit.node(id).kind == Kind::Type) id = unit.first_child(id);  // `List<String>`
  return id.valid() && unit.node(id).kind == Kind::Name ? unit.node(id).text : NameId{};
}

UnitIndex::UnitIndex(const Unit& unit) : unit_(unit), kind_begin_(kKinds + 1) {
  for (const Node& node : unit.nodes()) ++kind_begin_[static_cast<std::size_t>(node.kind) + 1];
  for (std::size_t i = 1; i <= kKinds; ++i) kind_begin_[i] += kind_begin_[i - 1];
  by_kind_.resize(unit.size());
  std::vector<std::uint32_t> next(kind_begin_.begin(), kind_begin_.end() - 1);
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    Kind kind = unit.node({i}).kind;
    by_kind_[next[static_cast<std::size_t>(kind)]++] = i;
    if (kind == Kind::Call || kind == Kind::New || kind == Kind::Attribute) add_calls(unit, {i}, calls_);
    if (is_statement({i})) statements_.push_back(i);
  }
}

const UnitIndex::Mentions& UnitIndex::all_mentions() const {
  if (mentions_) return *mentions_;
  const std::uint32_t known = unit_.names().base_size();
  Mentions& made = mentions_.emplace();
  made.begins.resize(known + 2);
  auto for_each_mention = [&](auto visit) {
    for (std::uint32_t i = 0; i < unit_.size(); ++i) {
      const NameId said = unit_.node({i}).text;
      if (said.index < known) visit(said, i);
      if (NameId meant = meant_name(unit_, {i}); meant.index < known && meant != said) visit(meant, i);
    }
  };
  // Counted first, so that each name's nodes get their place; `begins` is one ahead until then.
  for_each_mention([&](NameId name, std::uint32_t) { ++made.begins[name.index + 2]; });
  for (std::uint32_t i = 2; i < made.begins.size(); ++i) made.begins[i] += made.begins[i - 1];
  made.nodes.resize(made.begins.back());
  for_each_mention([&](NameId name, std::uint32_t node) { made.nodes[made.begins[name.index + 1]++] = node; });
  return made;
}

std::span<const std::uint32_t> UnitIndex::mentions(NameId name) const {
  const Mentions& all = all_mentions();
  return std::span(all.nodes).subspan(all.begins[name.index], all.begins[name.index + 1] - all.begins[name.index]);
}

bool UnitIndex::is_mentioned(NameId name, std::uint32_t begin, std::uint32_t end) const {
  if (name.index >= unit_.names().base_size()) return true;
  auto nodes = mentions(name);
  auto at = std::ranges::lower_bound(nodes, begin);
  return at != nodes.end() && *at < end;
}

bool UnitIndex::has_text(NameId text) const {
  if (is_mentioned(text, 0, unit_.size())) return true;
  if (!worth_) {
    worth_.emplace();
    for (std::uint32_t node : constants())
      if (const Constant* known = constant({node}); known && known->is_known) worth_->insert(known->text);
  }
  return worth_->contains(unit_.names().text(text));
}

std::span<const std::uint32_t> UnitIndex::of_kind(Kind kind) const {
  auto at = static_cast<std::size_t>(kind);
  return std::span(by_kind_).subspan(kind_begin_[at], kind_begin_[at + 1] - kind_begin_[at]);
}

std::span<const std::uint32_t> UnitIndex::calls_of(NameId name) const {
  auto found = calls_.find(name.index);
  return found == calls_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

bool UnitIndex::is_statement(NodeId id) const {
  NodeId parent = unit_.parent(id);
  return parent.valid() && unit_.node(id).role == Role::Element && is_statement_list(unit_.node(parent).kind);
}

}  // namespace sluice
