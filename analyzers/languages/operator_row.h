// analyzers/languages/operator_row.h - binary operators that a grammar nests wrongly, nested as they bind.
//
// Some grammars nest `a - b + c` to the right, whatever stands there. Their tables collect such an
// expression as the row it is written in, and this writes the row as a tree again.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/syntax/shaper.h"

namespace sluice {

// `a op b op c`: operators[i] stands behind operands[i].
template <class Operand>
struct OperatorRow {
  std::vector<Operand> operands;
  std::vector<std::string_view> operators;
};

// The level that has the operator, counted from 1 for the loosest; 0: none. A level is written as
// " + - ", with blanks around each.
inline int precedence_in(std::span<const std::string_view> levels, std::string_view op) {
  std::string word = " " + std::string(op) + " ";
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i].find(word) != std::string_view::npos) return static_cast<int>(i + 1);
  return 0;
}

// The operands [begin, end) as Binary nodes. `Rules` says `precedence(op)`, `binds_right(op)`, which of
// equal operators is the outermost, `range(operand)` and `write(operand, role)`.
template <class Operand, class Rules>
void write_operator_row(Shaper& s, const OperatorRow<Operand>& row, std::size_t begin, std::size_t end, Role role, const Rules& rules) {
  if (end - begin == 1) return rules.write(row.operands[begin], role);
  std::size_t split = begin;
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    int here = rules.precedence(row.operators[i]), best = rules.precedence(row.operators[split]);
    if (here < best || (here == best && !rules.binds_right(row.operators[i]))) split = i;
  }
  NodeId id = s.open(Kind::Binary, role, ByteRange{rules.range(row.operands[begin]).begin, rules.range(row.operands[end - 1]).end});
  s.out().set_text(id, row.operators[split]);
  write_operator_row(s, row, begin, split + 1, Role::Left, rules);
  write_operator_row(s, row, split + 1, end, Role::Right, rules);
  s.close();
}

}  // namespace sluice
