#include "analyzers/languages/joined.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <tree_sitter/api.h>

#include <filesystem>
#include <map>
#include <memory>

#include "analyzers/languages/joined_table.h"
#include "base/file.h"

namespace sluice {
namespace {

using Grammar = const TSLanguage* (*)();

std::map<Language, std::unique_ptr<JoinedTable>>& joined_tables() {
  static std::map<Language, std::unique_ptr<JoinedTable>> tables;
  return tables;
}

// A path with a slash in it: a bare name would be looked for in the system's folders.
std::string path_to_open(const std::string& library) {
  std::error_code error;
  return std::filesystem::absolute(library, error).string();
}

// The library stays loaded: the grammar's tables are in it.
Result<Grammar> load_grammar(const LibraryLanguage& wanted) {
  void* library = dlopen(path_to_open(wanted.library).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char* why = dlerror();
    return fail(wanted.place, "language-library", fmt::format("the library cannot be loaded: {}", why ? why : wanted.library));
  }
  auto grammar = reinterpret_cast<Grammar>(dlsym(library, wanted.symbol.c_str()));
  if (!grammar) return fail(wanted.place, "language-symbol", fmt::format("the library {} has no function `{}`", wanted.library, wanted.symbol));
  const TSLanguage* language = grammar();
  if (!language) return fail(wanted.place, "language-symbol", fmt::format("`{}` of {} gives no grammar", wanted.symbol, wanted.library));
  std::uint32_t version = ts_language_abi_version(language);
  if (version < TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION || version > TREE_SITTER_LANGUAGE_VERSION)
    return fail(wanted.place, "language-abi", fmt::format("the grammar in {} has ABI version {}; {} to {} are read", wanted.library, version,
                                                          TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION, TREE_SITTER_LANGUAGE_VERSION));
  return grammar;
}

}  // namespace

Result<Language> join_library(const LibraryLanguage& wanted) {
  SLUICE_TRY(Grammar grammar, load_grammar(wanted));
  SLUICE_TRY(std::string text, read_file(wanted.table));
  SLUICE_TRY(std::unique_ptr<JoinedTable> table, parse_joined_table(wanted.table, text, grammar));
  auto language = join_language(wanted.names);
  if (!language) return fail(wanted.place, "language-name", language.error());
  table->definition.language = *language;
  joined_tables()[*language] = std::move(table);
  return *language;
}

bool has_joined_languages() { return !joined_tables().empty(); }

const LanguageDefinition* find_joined_definition(Language language) {
  const auto& tables = joined_tables();
  auto found = tables.find(language);
  return found == tables.end() ? nullptr : &found->second->definition;
}

}  // namespace sluice
