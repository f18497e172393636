// Clojure, ClojureScript and EDN, read by our own reader (analyzers/syntax/clojure.h).
#include "analyzers/syntax/clojure.h"

#include "analyzers/languages/definition.h"

namespace sluice {
namespace {

constexpr PatternWrapper kWrappers[] = {{"", ""}};
constexpr std::string_view kStandIns[] = {"@"};

}  // namespace

const LanguageDefinition& clojure_definition() {
  static constexpr LanguageDefinition kClojure{
      .language = Language::Clojure,
      .read = read_clojure,
      .imports = ImportStyle::Vectors,
      .pattern = {.wrappers = kWrappers, .ellipsis = kStandIns, .metavariable = kStandIns, .quotes = "\"", .line_comment = ";"},
      .equivalences = {.last_value = LastValue::Returned},
      .is_full = true,
  };
  return kClojure;
}

}  // namespace sluice
