#include "analyzers/languages/definition.h"

#include "analyzers/languages/joined.h"

namespace sluice {

#define SLUICE_LANGUAGE(name, language) const LanguageDefinition& name##_definition();
#include "analyzers/languages/languages.def"
#undef SLUICE_LANGUAGE

const LanguageDefinition* find_definition(Language language) {
  switch (language) {
#define SLUICE_LANGUAGE(name, id) \
  case Language::id: return &name##_definition();
#include "analyzers/languages/languages.def"
#undef SLUICE_LANGUAGE
    default: return find_joined_definition(language);
  }
}

const Equivalences& equivalences_of(Language language) {
  static constexpr Equivalences kNone;
  const LanguageDefinition* definition = find_definition(language);
  return definition ? definition->equivalences : kNone;
}

const Execution& execution_of(Language language) {
  static constexpr Execution kNone;
  const LanguageDefinition* definition = find_definition(language);
  return definition ? definition->execution : kNone;
}

}  // namespace sluice
