// sarif/profile.h - a log for one consumer, where consumers contradict each other.
//
// The canonical log holds everything. Some consumers misread some of it: GitHub opens
// alerts for suppressed results, DefectDojo and Jenkins hide a result for a suppression
// that was rejected, Visual Studio fails on notifications. A profile takes out what its
// consumer misreads or refuses, and counts it: nothing goes missing silently.
//
// To add a profile: 1. a value here and its name in profile.cpp; 2. a function of its own.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

enum class Profile {
  Canonical,   // unchanged
  Github,      // code scanning
  Ghazdo,      // GitHub Advanced Security for Azure DevOps
  DefectDojo,  // also Jenkins' warnings plugin
  Vs,          // Visual Studio
};

// "canonical", "github", "ghazdo", "defectdojo" (also "jenkins"), "vs".
std::optional<Profile> profile_of(std::string_view name);

// What GitHub Advanced Security for Azure DevOps wants to know about the pipeline; the
// task that publishes the log fills it from the pipeline's variables.
struct PipelineFacts {
  // azuredevops/pipeline/build/ORGANIZATION/PROJECT/DEFINITION/PHASE/BRANCH/BUILD; the phase's id is a GUID
  std::string organization, project, definition_id, definition_name, phase_id, phase_name, branch, build_id;
};

struct Cut {
  std::string what;  // "suppressed results", "results beyond the limit" ...
  std::size_t count = 0;
};

struct Exported {
  Log log;
  std::vector<Cut> cuts;  // only what was cut, in a fixed order
};

// Cuts that a consumer's limits force are also told in the log, as notifications (but
// for Vs, which cannot take them).
Exported export_log(Log log, Profile profile, const PipelineFacts& pipeline = {});

}  // namespace sluice::sarif
