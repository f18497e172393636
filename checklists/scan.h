// checklists/scan.h - what checklists and the gate read out of a SARIF file.
//
// A log says many things in several ways: a CWE stands in a rule's relationships, in
// its tags or in a result's taxa; a run failed when any of four signs says so. This is
// the one place where those are resolved, so that the checklist and the gate never
// disagree about what a report says.
//
// A run is complete only if nothing speaks against it (SARIF 2.1.0 appendix I:
// `executionSuccessful` is false, a notification of level error, no `results`): an
// empty report of a scan that failed is no evidence of anything.
//
// Not here: which findings block (gate/policy.h), the SARIF model (sarif/log.h).
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sarif/log.h"

namespace sluice::checklists {

struct ScanResult {
  std::string rule;
  sarif::Kind kind = sarif::Kind::Fail;
  sarif::Level level = sarif::Level::Warning;
  std::vector<int> cwes;  // sorted: 79 for CWE-79
  // `security-severity` in tenths, 0 to 100; nothing when the log has none.
  std::optional<int> severity_tenths;
  std::optional<sarif::BaselineState> baseline;  // nothing: the log was not compared
  bool suppressed = false;
  bool suppression_explained = false;  // each suppression has a justification
  bool suppression_known = false;      // a baseline has it suppressed already; told by gate/baseline.h
  bool is_exploited = false;           // property `knownExploited`
  std::optional<double> epss;          // property `epss`, 0 to 1
  bool is_in_component = false, has_fixed_version = false;  // properties `component`, `fixedVersion`
  std::string file;                    // "" without a location
  std::uint32_t line = 0;
  std::string line_hash;            // of the text there, as GitHub computes it; "" when the log has none
  std::vector<std::string> routes;  // of the request handler it is in, where the log says
  std::string message;
  std::optional<Date> first_seen;  // by the tool (provenance.firstDetectionTimeUtc)
  // Names the same finding in later reports; the first-seen ledger is keyed by it. The same that an
  // import of the log gives (sarif/result_identity.h).
  std::string identity;
};

struct ScanRule {
  std::string id;
  std::vector<int> cwes;  // sorted
};

// Files. `sluice scan` writes them into its invocation, other tools may as `coverage: { scanned, ... }`;
// `discovered` = scanned + skipped + ignored.
struct Coverage {
  std::int64_t discovered = 0, scanned = 0, skipped = 0, ignored = 0;
};

struct ScanRun {
  std::string tool, tool_version;
  std::vector<std::string> incomplete;  // why it cannot be trusted to be complete; empty: it can
  std::optional<Instant> ended;
  std::string revision;  // of the code that was scanned; "" when the log does not say
  std::optional<Coverage> coverage;
  std::vector<ScanRule> rules;
  std::vector<ScanResult> results;
};

struct Scan {
  std::string file;    // as the user named it
  std::string sha256;  // of its bytes
  std::vector<ScanRun> runs;
};

// Reads and resolves a log. What is not SARIF 2.1.0 is refused, never an empty Scan.
Result<Scan> load_scan(const std::filesystem::path& path);
// The same of a log that is already there.
Scan resolve_scan(const sarif::Log& log, std::string file, std::string sha256);

// An open result: kind fail, not suppressed, not absent from the current run.
bool is_open(const ScanResult& result);

// Share of what should have been scanned that was, in percent, rounded down; nothing
// when the run does not say. Ignored files are not counted: they were left out on purpose.
std::optional<int> coverage_percent(const ScanRun& run);

}  // namespace sluice::checklists
