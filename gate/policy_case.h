// gate/policy_case.h - a made-up situation and the decision that a policy must make of it.
//
//   policy: product-release.yaml        # beside this file
//   given:                              # facts of every case that does not say them itself
//     as-of: 2026-03-03
//   cases:
//     - name: a High is overdue on its 61st day
//       policy: other.yaml              # instead of the one above
//       stage: release                  # `release` when not given
//       as-of: 2026-03-03
//       ship-date: 2026-04-01
//       version: "2.0"                  # of the release; the commit is 3f1c0de9..., the build aaaa...
//       previous-active: "1.9"
//       shipped: { "1.9": 2025-12-01 }
//       sandbox: { deployed: 2026-02-20T10:00:00Z, assets: [10.20.0.11], build: other }   # without `build`: the release's
//       first-seen: { CVE-2026-1: 2026-01-01 }
//       known: [CVE-2026-1, some-rule]  # what the baseline has; `known-suppressed` what it has suppressed
//       vulnerabilities:
//         - { id: CVE-2026-1, score: 8.0, first-seen: 2026-01-01, component: openssl, fixed: "3.0.2", epss: 0.4, exploited: true }
//       findings:                       # results of a complete run of a tool that no clause asks for
//         - { rule: sql-injection, level: error, severity: 8.8, baseline: new, file: src/a.c }
//       scans: [{ tool: Sluice, ended: 2026-03-01T10:00:00Z, coverage: [95, 5], revision: 3f1c0de, results: [] }]
//       assessments: [{ tool: nessus, ended: 2026-03-01T10:00:00Z, targets: [10.20.0.11], credentialed: true, feed: 2026-03-01 }]
//       checklist: { id: release-security, items: { access-reviewed: fail } }
//       expect:
//         verdict: hold
//         exit: 1
//         clauses: [vulnerabilities.overdue]       # all that hold or set a condition
//         reasons: ["hold fix vulnerabilities.overdue | CVE-2026-1 | due 2026-03-02"]   # all of them, in order
//
// The same cases test policies (`sluice policy test`) and the gate itself
// (tests/unit/gate/decision_cases.yaml).
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gate/decision.h"

namespace sluice::gate {

struct PolicyCase {
  std::string name;
  Place place;
  GateInput input;
  Verdict verdict = Verdict::Go;
  std::optional<int> exit;
  std::optional<std::vector<std::string>> clauses;  // sorted, without `stages.<name>.`
  std::optional<std::vector<std::string>> reasons;
};

// Reads a case for the policy; mistakes go to `errors`. `given`: the facts that the file gives
// to all its cases, or null.
PolicyCase read_policy_case(const yaml::Node& node, const yaml::Node* given, const Policy& policy, Errors& errors);

// "hold fix vulnerabilities.overdue | CVE-2026-1 | due 2026-03-02"
std::string line_of(const Reason& reason);

// What came out otherwise than expected: lines that begin with `-` (expected, not there) or
// `+` (there, not expected). Empty: all as expected.
std::vector<std::string> differences(const PolicyCase& one, const Decision& decision);

struct PolicyTestFailure {
  std::string name;
  Place place;
  std::vector<std::string> lines;
};
struct PolicyTestReport {
  std::size_t cases = 0;
  std::vector<PolicyTestFailure> failures;
  // Stages that no case is about, and clauses of the others that decided in no case, by name.
  std::vector<std::string> untested;
};

// Runs the cases of a file against the policy that it names. A file without cases is a mistake.
Result<PolicyTestReport> test_policy(const std::filesystem::path& path, const std::filesystem::path& policy_root = {});

}  // namespace sluice::gate
