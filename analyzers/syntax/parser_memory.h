// analyzers/syntax/parser_memory.h - where tree-sitter's trees get their memory.
//
// A tree is many thousand small pieces that live for one file and go one by one; the C library
// puts them together and cuts them up again, an eighth of the time of parsing. Here each thread
// keeps pieces that were given back, by size, for its next tree. They come from malloc and may
// be given back on any thread.
#pragma once

namespace sluice {

// For a program's start: no parser may have been made yet.
void use_parser_memory();

}  // namespace sluice
