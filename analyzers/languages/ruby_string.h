// analyzers/languages/ruby_string.h - the literals of Ruby that hold text: strings, symbols,
// here-documents, commands in backticks, regular expressions.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::ruby {

void shape_ruby_string(Shaper& s, RawIndex raw, Role role);
// `:a`, `:"a b"`, the `a` of `a: 1`: the same symbol.
void shape_symbol(Shaper& s, RawIndex raw, Role role);
// `?a`
void shape_character(Shaper& s, RawIndex raw, Role role);
// `<<~SQL`: the String or Template whose text lies behind the line.
void shape_heredoc(Shaper& s, RawIndex raw, Role role);
// `ls #{x}` in backticks runs a command: Call(`, Arguments(String or Template)).
void shape_subshell(Shaper& s, RawIndex raw, Role role);
// Regex(parts): text is the whole literal unless there is code in it.
void shape_regex(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::ruby
