// JavaScript (ECMAScript 2025) with JSX, grammar tree-sitter-javascript.
#include "analyzers/languages/js_family.h"

extern "C" const TSLanguage* tree_sitter_javascript();

namespace sluice {

const LanguageDefinition& javascript_definition() {
  static const LanguageDefinition kJavaScript{
      .language = Language::Js,
      .grammar = tree_sitter_javascript,
      .shapes = js_family_shapes(),
      .interpolations = js_family_interpolations(),
      .imports = ImportStyle::Names,
      .pattern = js_family_pattern(),
      .equivalences = js_family_equivalences(),
      .execution = js_family_execution(),
      .is_full = true,
  };
  return kJavaScript;
}

}  // namespace sluice
