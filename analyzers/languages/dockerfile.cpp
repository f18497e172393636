// Dockerfiles, read by our own reader (analyzers/syntax/dockerfile.h).
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/dockerfile.h"

namespace sluice {

const LanguageDefinition& bash_definition();  // analyzers/languages/bash.cpp

namespace {

constexpr PatternWrapper kWrappers[] = {{"", ""}};
constexpr std::string_view kStandIns[] = {"@"};

}  // namespace

const LanguageDefinition& dockerfile_definition() {
  static constexpr LanguageDefinition kDockerfile{
      .language = Language::Dockerfile,
      .read = read_dockerfile,
      .pattern = {.wrappers = kWrappers, .ellipsis = kStandIns, .metavariable = kStandIns, .line_comment = "#"},
      .inner = bash_definition,
      .is_full = true,
  };
  return kDockerfile;
}

}  // namespace sluice
