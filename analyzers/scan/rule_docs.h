// analyzers/scan/rule_docs.h - a catalogue of rules for people to read: `sluice rules docs`.
#pragma once
#include <string>
#include <vector>

#include "analyzers/pattern/rule.h"

namespace sluice {
// Markdown: a section a language with a table of its rules, then every rule once with its
// message, severity, CWE, OWASP, fix and references. Sorted by language and id; what a rule
// says is escaped.
std::string rule_catalogue(const std::vector<Rule>& rules);
}  // namespace sluice
