// TypeScript 5, with and without JSX: grammars typescript and tsx of tree-sitter-typescript.
#include "analyzers/languages/js_family.h"

extern "C" const TSLanguage* tree_sitter_typescript();
extern "C" const TSLanguage* tree_sitter_tsx();

namespace sluice {
namespace {

LanguageDefinition definition(Language language, const TSLanguage* (*grammar)()) {
  return {
      .language = language,
      .grammar = grammar,
      .shapes = js_family_shapes(),
      .interpolations = js_family_interpolations(),
      .imports = ImportStyle::Names,
      .pattern = js_family_pattern(),
      .is_full = true,
  };
}

}  // namespace

const LanguageDefinition& typescript_definition() {
  static const LanguageDefinition kTypeScript = definition(Language::Ts, tree_sitter_typescript);
  return kTypeScript;
}

const LanguageDefinition& tsx_definition() {
  static const LanguageDefinition kTsx = definition(Language::Tsx, tree_sitter_tsx);
  return kTsx;
}

}  // namespace sluice
