// analyzers/pattern/pattern_hole.h - where a pattern's text has holes (`$X`, `...`), and in what place each stands.
//
// It reads words, brackets and quotes only: what the grammar makes of the text is not known yet
// (pattern_text.h). A place is what tells which stand-in the grammar will take there; it may be
// wrong, and costs another parse then.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/unit/kind.h"

namespace sluice {

struct LanguageDefinition;

struct Hole {
  std::size_t begin = 0, end = 0;  // in the author's text
  Kind kind = Kind::Hole;
  std::string name;
  std::size_t choice = 0;  // index into the candidates of its kind
  bool is_statement = false;  // `...` where a statement would stand
  bool is_parameter = false;  // `...` among the parameters of a definition
  std::string_view settled{};  // the stand-in, when its place leaves no choice
};

std::vector<Hole> find_holes(const LanguageDefinition& language, std::string_view text);
// `{ ... foo(); }`, `a(); ... b();`: before a statement, not in a list.
bool is_at_statement(std::string_view text, const Hole& hole);
// The same where a line's end separates statements: `{ ... foo($X) ... }`, `foo()` and `...`
// below it. Behind `(` or an operator the line goes on.
bool is_at_line(std::string_view text, const Hole& hole);
// `T $F(..., T $X, ...) {`, `function $F(...) returns`: not `if (...) {`, not `new T(...) {`.
bool is_at_parameter(std::string_view text, const Hole& hole);
// `:a => $X`, `"a" => $X`, `$A => $X`, and nothing around it.
bool is_map_pair(std::string_view text);

}  // namespace sluice
