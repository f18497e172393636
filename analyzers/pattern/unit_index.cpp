#include "analyzers/pattern/unit_index.h"

namespace sluice {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::Count);

void add_calls(const Unit& unit, NodeId id, std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& calls) {
  NodeId callee = unit.child(id, unit.node(id).kind == Kind::Call ? Role::Callee : Role::Type);
  if (!callee.valid()) return;
  NameId written = last_name(unit, callee);
  if (written.valid()) calls[written.index].push_back(id.index);
  NameId canonical = unit.canonical(callee);
  if (!canonical.valid()) return;
  std::string_view text = unit.names().text(canonical);
  std::size_t dot = text.find_last_of("./");
  NameId meant = unit.names().find(dot == std::string_view::npos ? text : text.substr(dot + 1));
  if (meant.valid() && meant != written) calls[meant.index].push_back(id.index);
}

// Counts what is written to each name; a name written once, with a string, is a constant.
class Constants {
 public:
  explicit Constants(const Unit& unit) : unit_(unit) {}

  void visit(NodeId id) {
    const Node& node = unit_.node(id);
    switch (node.kind) {
      case Kind::VarDef: return write(unit_.child(id, Role::Name), unit_.child(id, Role::Value));
      case Kind::Assign: {
        bool is_plain = unit_.text(id) == "=" || unit_.text(id) == ":=";
        return write(unit_.child(id, Role::Target), is_plain ? unit_.child(id, Role::Value) : NodeId{});
      }
      case Kind::Parameter: case Kind::ForEach: case Kind::Catch: case Kind::Function: case Kind::ImportedName:
        return write(unit_.child(id, Role::Name), {});
      case Kind::Unary: return write(unit_.child(id, Role::Operand), {});
      default: return;
    }
  }

  std::unordered_map<std::uint32_t, UnitIndex::Constant> take() && {
    std::unordered_map<std::uint32_t, UnitIndex::Constant> constants;
    for (const auto& [name, written] : writes_)
      if (written.count == 1 && written.value.kind != Kind::Other) constants.emplace(name, written.value);
    return constants;
  }

 private:
  struct Written {
    std::uint32_t count = 0;
    UnitIndex::Constant value;
  };

  static bool is_literal(Kind kind) { return kind == Kind::String || kind == Kind::Number || kind == Kind::Boolean; }

  void write(NodeId target, NodeId value) {
    if (!target.valid()) return;
    const Node& node = unit_.node(target);
    if (node.kind == Kind::Name) {
      Written& written = writes_[node.text.index];
      ++written.count;
      if (value.valid() && is_literal(unit_.node(value).kind)) written.value = {unit_.node(value).kind, unit_.node(value).text, value};
      return;
    }
    if (node.kind == Kind::Member || node.kind == Kind::Index || node.kind == Kind::Call) return;
    // A pattern of names (`a, b = ...`): each is written with something.
    for (std::uint32_t i = target.index + 1; i < node.last; ++i)
      if (unit_.nodes()[i].kind == Kind::Name) ++writes_[unit_.nodes()[i].text.index].count;
  }

  const Unit& unit_;
  std::unordered_map<std::uint32_t, Written> writes_;
};

}  // namespace

NameId last_name(const Unit& unit, NodeId id) {
  while (id.valid() && unit.node(id).kind == Kind::Member) id = unit.child(id, Role::Name);
  if (id.valid() && unit.node(id).kind == Kind::Type) id = unit.first_child(id);  // `List<String>`
  return id.valid() && unit.node(id).kind == Kind::Name ? unit.node(id).text : NameId{};
}

UnitIndex::UnitIndex(const Unit& unit) : kind_begin_(kKinds + 1) {
  for (const Node& node : unit.nodes()) ++kind_begin_[static_cast<std::size_t>(node.kind) + 1];
  for (std::size_t i = 1; i <= kKinds; ++i) kind_begin_[i] += kind_begin_[i - 1];
  by_kind_.resize(unit.size());
  std::vector<std::uint32_t> next(kind_begin_.begin(), kind_begin_.end() - 1);
  Constants constants(unit);
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    Kind kind = unit.node({i}).kind;
    by_kind_[next[static_cast<std::size_t>(kind)]++] = i;
    if (kind == Kind::Call || kind == Kind::New) add_calls(unit, {i}, calls_);
    constants.visit({i});
  }
  constants_ = std::move(constants).take();
}

std::span<const std::uint32_t> UnitIndex::of_kind(Kind kind) const {
  auto at = static_cast<std::size_t>(kind);
  return std::span(by_kind_).subspan(kind_begin_[at], kind_begin_[at + 1] - kind_begin_[at]);
}

std::span<const std::uint32_t> UnitIndex::calls_of(NameId name) const {
  auto found = calls_.find(name.index);
  return found == calls_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

UnitIndex::Constant UnitIndex::constant_of(NameId name) const {
  auto found = constants_.find(name.index);
  return found == constants_.end() ? Constant{} : found->second;
}

bool is_constant_string(const Unit& unit, const UnitIndex& index, NodeId id) {
  const Node& node = unit.node(id);
  switch (node.kind) {
    case Kind::String: return true;
    case Kind::Name: return index.constant_of(node.text).kind == Kind::String;
    case Kind::Binary: {
      bool joins = unit.text(id) == "+" || unit.text(id) == "." || unit.text(id) == "..";
      if (!joins) return false;
      for (NodeId child : unit.children(id))
        if (!is_constant_string(unit, index, child)) return false;
      return true;
    }
    case Kind::Template:
      for (NodeId child : unit.children(id)) {
        Kind kind = unit.node(child).kind;
        if (kind != Kind::StringText && kind != Kind::String) return false;
      }
      return true;
    default: return false;
  }
}

}  // namespace sluice
