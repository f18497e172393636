// Dockerfiles, read by our own reader (analyzers/syntax/dockerfile.h).
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/dockerfile.h"

namespace sluice {
namespace {

constexpr PatternWrapper kWrappers[] = {{"", ""}};
constexpr std::string_view kStandIns[] = {"@"};

}  // namespace

const LanguageDefinition& dockerfile_definition() {
  static constexpr LanguageDefinition kDockerfile{
      .language = Language::Dockerfile,
      .read = read_dockerfile,
      .pattern = {.wrappers = kWrappers, .ellipsis = kStandIns, .metavariable = kStandIns, .line_comment = "#"},
      .is_full = true,
  };
  return kDockerfile;
}

}  // namespace sluice
