// analyzers/languages/joined.h - languages that join without a build.
//
// A shared library holds a tree-sitter grammar, a YAML table says what its nodes are
// (joined_table.h, docs/adding-a-language.md). A library is code and runs in this process: the
// caller answers for where its name comes from, which is never the tree under scan.
//
// The languages stay until the process ends. They join before anything is read and before there
// are threads; in the process that scans, which is a child of the program (cli/supervised.h).
#pragma once
#include <string>

#include "analyzers/languages/definition.h"
#include "base/result.h"

namespace sluice {

struct LibraryLanguage {
  NewLanguage names;
  std::string library;  // path of the shared library
  std::string symbol;   // its function that gives the grammar: `tree_sitter_zig`
  std::string table;    // path of the table
  Place place;          // where all of this is said
};

// Fails when the library is none, its grammar is of a version that is not read here, the name
// is taken, and with all mistakes of the table.
Result<Language> join_library(const LibraryLanguage& wanted);

bool has_joined_languages();
// Null for a language that did not join.
const LanguageDefinition* find_joined_definition(Language language);

}  // namespace sluice
