// sarif/validator.h - whether a log is what it claims to be, and what consumers will make of it.
//
// Three layers, all told at once, each violation with a stable id and its place:
//   json-*, schema-*   syntax, and the JSON schema of SARIF 2.1.0 with formats checked
//   sarif-*            what the standard says beyond the schema (semantic_rules.cpp)
//   github-* and other consumers' names: what they refuse or misread (consumer_rules.cpp)
// The ids and what each means: rule_list(). An id is never reused.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sarif/violation.h"

namespace sluice::sarif {

enum class Scope { Standard, Consumers };  // Consumers: the standard and the consumers' rules

// Fails only when the text is not JSON.
sluice::Result<std::vector<Violation>> validate(std::string file, std::string text, Scope scope = Scope::Consumers);

struct ValidationRule {
  std::string_view id;
  Level level;
  std::string_view summary;  // with the section of the standard, or the consumer's rule
};
std::span<const ValidationRule> semantic_rules();
std::span<const ValidationRule> consumer_rules();

}  // namespace sluice::sarif
