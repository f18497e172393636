// Binary operators. `a && b && c` is one row of operands, however it is put in parentheses;
// of `|`, `&` and `^` the operands come in any order and more may be there.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {
namespace {

bool is_logical(std::string_view op) { return op == "&&" || op == "||" || op == "and" || op == "or"; }
bool is_bitwise(std::string_view op) { return op == "|" || op == "&" || op == "^"; }
bool is_equality(std::string_view op) { return op == "==" || op == "!=" || op == "===" || op == "!=="; }

}  // namespace

// The operands of a chain of one operator, from left to right.
Matcher::Children Matcher::operands(NodeId binary) const {
  NameId op = unit_.node(binary).text;
  Children found;
  std::vector<NodeId> open{binary};
  while (!open.empty()) {
    NodeId t = open.back();
    open.pop_back();
    bool goes_on = unit_.node(t).kind == Kind::Binary && unit_.node(t).text == op;
    if (!goes_on) {
      found.push_back(t.index);
      continue;
    }
    Children parts;
    for (NodeId child : unit_.children(t)) parts.push_back(child.index);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) open.push_back({*part});
  }
  return found;
}

Matcher::Children Matcher::operands(std::uint32_t binary) const {
  NameId op = node(binary).name;
  Children found, open{binary};
  while (!open.empty()) {
    std::uint32_t p = open.back();
    open.pop_back();
    if (node(p).kind != Kind::Binary || node(p).name != op) {
      found.push_back(p);
      continue;
    }
    Children parts;
    for (const auto& group : node(p).groups) parts.insert(parts.end(), group.children.begin(), group.children.end());
    open.insert(open.end(), parts.rbegin(), parts.rend());
  }
  return found;
}

void Matcher::match_binary(std::uint32_t p, NodeId t, Next next) {
  const PatternNode& pattern = node(p);
  std::string_view op = unit_.names().text(pattern.name);
  Children ps = operands(p);
  bool has_gap = std::ranges::any_of(ps, [this](std::uint32_t part) { return is_ellipsis(part) || node(part).kind == Kind::SequenceHole; });
  if (has_gap && ps.size() > 2) return match_sequence(ps, 0, operands(t), 0, next);
  if (is_bitwise(op) && pattern_.options.ac_matching) return match_subset(ps, 0, operands(t), next);
  if (is_logical(op)) {
    Children ts = operands(t);
    bool is_whole = ps.size() == ts.size() && pattern_.options.commutative_boolop;
    if (is_whole) return match_subset(ps, 0, ts, next);
    if (ts.size() > 2 && pattern_.options.ac_matching) return match_associative(ps, 0, ts, 0, next);
  }
  match_children(pattern, t, next);
  bool turns = is_equality(op) && pattern_.options.symmetric_eq && ps.size() == 2;
  NodeId left = unit_.child(t, Role::Left), right = unit_.child(t, Role::Right);
  if (turns && left.valid() && right.valid()) match(ps[0], right, [&] { match(ps[1], left, next); });
}

// In order; a metavariable may stand for several operands side by side.
void Matcher::match_associative(const Children& ps, std::size_t i, const Children& ts, std::size_t j, Next next) {
  if (!spend()) return;
  if (i == ps.size()) {
    if (j == ts.size()) next();
    return;
  }
  std::size_t left_for_others = ps.size() - i - 1;
  if (j + left_for_others >= ts.size()) return;
  match(ps[i], {ts[j]}, [&] { match_associative(ps, i + 1, ts, j + 1, next); });
  if (node(ps[i]).kind != Kind::Hole && !is_ellipsis(ps[i])) return;
  for (std::size_t end = j + 2; end + left_for_others <= ts.size() && !gave_up_; ++end) {
    Binding binding;
    binding.variable = is_ellipsis(ps[i]) ? NameId{} : node(ps[i]).name;
    binding.range = {unit_.node({ts[j]}).begin, unit_.node({ts[end - 1]}).end};
    binding.is_text = true;
    bind(binding, [&] { match_associative(ps, i + 1, ts, end, next); });
  }
}

}  // namespace sluice
