// analyzers/scan/rule_input.h - what a log says of a rule: descriptions, score, tags, weaknesses.
#pragma once
#include "analyzers/finding.h"
#include "sarif/builder.h"

namespace sluice {

sarif::Level level_of(Severity severity);
sarif::RuleInput to_input(const RuleInfo& info);

}  // namespace sluice
