#include "analyzers/unit/unit.h"

#include <fmt/format.h>

#include "analyzers/unit/imports.h"
#include "analyzers/unit/scopes.h"
#include "base/result.h"
#include "base/text.h"

namespace sluice {

NodeId Unit::child(NodeId id, Role role) const {
  for (NodeId child : children(id))
    if (node(child).role == role) return child;
  return {};
}

const NodeFacts* Unit::facts(NodeId id) const {
  auto found = facts_.find(id.index);
  return found == facts_.end() ? nullptr : &found->second;
}

NameId Unit::canonical(NodeId id) const {
  const Kind kind = nodes_[id.index].kind;
  if ((kind != Kind::Name && kind != Kind::Member) || imports_.canonical.empty()) return {};
  auto found = imports_.canonical.find(id.index);
  return found == imports_.canonical.end() ? NameId{} : found->second;
}

Unit::Builder::Builder(Language language, std::string_view source, const Names* base_names) {
  unit_.language_ = language;
  unit_.source_ = source;
  unit_.names_ = Names(base_names);
}

NodeId Unit::Builder::open(Kind kind, Role role, ByteRange range, std::uint16_t symbol) {
  NodeId id{unit_.size()};
  Node node;
  node.begin = range.begin;
  node.end = range.end;
  node.parent = open_.empty() ? NodeId::kNone : open_.back();
  node.symbol = symbol;
  node.kind = kind;
  node.role = role;
  unit_.nodes_.push_back(node);
  open_.push_back(id.index);
  return id;
}

NodeId Unit::Builder::leaf(Kind kind, Role role, ByteRange range, std::string_view text, std::uint16_t symbol) {
  NodeId id = open(kind, role, range, symbol);
  set_text(id, text);
  close();
  return id;
}

void Unit::Builder::close() {
  SLUICE_ASSERT(!open_.empty(), "every close has its open");
  unit_.nodes_[open_.back()].last = unit_.size();
  open_.pop_back();
}

void Unit::Builder::set_range(NodeId id, ByteRange range) {
  unit_.nodes_[id.index].begin = range.begin;
  unit_.nodes_[id.index].end = range.end;
}

Unit Unit::Builder::build() && {
  SLUICE_ASSERT(open_.empty(), "every opened node was closed");
  unit_.declarations_ = resolve_scopes(unit_);
  unit_.imports_ = resolve_imports(unit_, unit_.names_);
  return std::move(unit_);
}

namespace {

std::string dump(const NodeFacts& facts, const Names& names) {
  std::string out;
  if (facts.type.valid()) out += fmt::format(" : {}", escape_terminal(names.text(facts.type)));
  if (facts.callee.valid()) out += fmt::format(" calls {}", escape_terminal(names.text(facts.callee)));
  if (facts.constant.valid()) out += fmt::format(" is `{}`", escape_terminal(names.text(facts.constant)));
  if (facts.from_macro) out += " (macro)";
  return out;
}

}  // namespace

std::string dump(const Unit& unit) {
  std::string out;
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    const Node& node = unit.node({i});
    out.append(ends.size() * 2, ' ');
    if (node.role != Role::None) out += fmt::format("{}: ", to_string(node.role));
    out += to_string(node.kind);
    if (node.text.valid()) out += fmt::format(" `{}`", escape_terminal(unit.text({i})));
    if (NameId canonical = unit.canonical({i}); canonical.valid()) out += fmt::format(" = {}", escape_terminal(unit.names().text(canonical)));
    if (const NodeFacts* facts = unit.facts({i})) out += dump(*facts, unit.names());
    out += fmt::format(" [{}..{}]\n", node.begin, node.end);
    ends.push_back(node.last);
  }
  return out;
}

}  // namespace sluice
