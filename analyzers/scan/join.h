// analyzers/scan/join.h - brings the matches of a join rule's parts together.
//
// Each part is a table: a row for each match, with the code of its metavariables (strings
// without quotes) and the path of its file. The conditions of the rule choose rows that go
// together, from any files; what is reported is the row on the right of the last condition.
//
// `a.$X --> a.$Y` makes of a's rows the chains that they form: from the `$X` of one row by rows
// whose `$X` is the `$Y` before to the `$Y` of another, at whose place the chain stands.
#pragma once
#include <vector>

#include "analyzers/finding.h"
#include "analyzers/pattern/rule_set.h"
#include "base/diagnostics.h"

namespace sluice {

// Takes the findings of parts away and puts those of the join rules there, by place as before.
// A rule whose tables are too large to be joined is told and finds nothing.
void join_findings(const RuleSet& rules, const SourceSet& sources, std::vector<Finding>& findings, Diagnostics& diags);

}  // namespace sluice
