#include "analyzers/pattern/rule.h"

namespace sluice {

std::string_view to_string(TaintEndpoint::Kind kind) {
  constexpr std::string_view kWords[] = {"source", "sink", "sanitizer", "propagator"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Severity severity) {
  return severity == Severity::Error ? "ERROR" : severity == Severity::Warning ? "WARNING" : "INFO";
}

std::string Rule::first_metadata(std::string_view key) const {
  auto found = metadata.find(std::string(key));
  return found == metadata.end() || found->second.empty() ? std::string() : found->second.front();
}

std::string_view Rule::not_run_because() const {
  switch (mode) {
    case RuleMode::Search: case RuleMode::Extract: case RuleMode::Join: case RuleMode::Taint: return {};
    case RuleMode::Step: return "`mode: step` is not run, here as elsewhere";
  }
  return {};
}

Result<std::vector<Rule>> parse_rules(std::string file, std::string_view yaml) {
  SLUICE_TRY(RuleFile read, parse_rule_file(std::move(file), yaml));
  if (!read.mistakes.empty()) return std::unexpected(std::move(read.mistakes));
  return std::move(read.rules);
}

}  // namespace sluice
