// TypeScript 5, with and without JSX: grammars typescript and tsx of tree-sitter-typescript.
#include "analyzers/languages/js_family.h"

extern "C" const TSLanguage* tree_sitter_typescript();
extern "C" const TSLanguage* tree_sitter_tsx();

namespace sluice {
namespace {

LanguageDefinition definition_of(Language language, const TSLanguage* (*grammar)()) {
  LanguageDefinition definition{
      .language = language,
      .grammar = grammar,
      .shapes = js_family_shapes(),
      .interpolations = js_family_interpolations(),
      .imports = ImportStyle::Names,
      .pattern = js_family_pattern(),
      .equivalences = js_family_equivalences(),
      .execution = js_family_execution(),
      .is_full = true,
  };
  definition.pattern.has_attributes_beside_members = true;
  if (language == Language::Tsx) definition.pattern.wider = nullptr;  // it is the widest
  return definition;
}

}  // namespace

const LanguageDefinition& typescript_definition() {
  static const LanguageDefinition kTypeScript = definition_of(Language::Ts, tree_sitter_typescript);
  return kTypeScript;
}

const LanguageDefinition& tsx_definition() {
  static const LanguageDefinition kTsx = definition_of(Language::Tsx, tree_sitter_tsx);
  return kTsx;
}

}  // namespace sluice
