// analyzers/templates/host.h - how the language of the code that renders a template spells what templates say.
//
// A template is read as a function of that language, so that rules, models and the engine of data flow see
// what they know. Names with `Sluice` in them are what models speak of (rules/models/*/templates.yaml):
//
//   SluiceTemplate.raw(x)      x is put into the page as it is
//   SluiceTemplate.include(name, context, more)
//   SluiceFilter.upper(x)      a filter of the template's language
#pragma once
#include <span>
#include <string_view>

#include "analyzers/source/language.h"

namespace sluice::templates {

struct Host {
  Language language{};
  std::string_view variable_prefix{};  // `$`
  std::string_view member{};           // between an object and its member
  std::string_view scope{};            // between `SluiceTemplate` and its functions
  std::string_view text_join{};        // of two texts
  std::string_view both{}, either{}, negated{};
  std::string_view nothing{};          // the literal
  std::string_view map_begin{}, map_end{}, map_pair{};
  bool has_indentation = false;        // blocks are indented
  bool has_brackets = true;            // blocks have `{ }`
  // Words that are no names, and names that are there without anybody giving them; separated by blanks.
  std::string_view keywords{}, globals{};
};

// Null for a language that no template is read as.
const Host* find_host(Language language);

bool is_listed(std::string_view word, std::string_view list);

}  // namespace sluice::templates
