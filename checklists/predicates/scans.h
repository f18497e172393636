// checklists/predicates/scans.h - what the predicates over SARIF files share.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "checklists/predicate.h"

namespace sluice::checklists {

struct RunRef {
  const Scan* scan;
  const ScanRun* run;
};

// The runs of all scans that `wants` lets through.
std::vector<RunRef> runs_of(const Evidence& evidence, const std::function<bool(const ScanRun&)>& wants);

// The files that the runs stand in, each once.
std::vector<Looked> looked_at(const std::vector<RunRef>& runs);

// "`a.sarif`: the run of Sluice is not complete: <first reason>"; "" when all are complete.
std::string first_incomplete(const std::vector<RunRef>& runs);

// "1 result", "2 results".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace sluice::checklists
