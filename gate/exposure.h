// gate/exposure.h - who is affected by a vulnerability: versions, instances, customers, since when, and what is planned.
//
// A version is affected when a kept report has the vulnerability, whatever was decided about it (a risk that
// was accepted is still there), or when its bill of materials has the component in an affected
// version. It is not affected when a trusted statement says so, or when the evidence could show
// it and does not: a report that is whole and younger than the day the vulnerability became known, of a tool that
// could have seen it, or a bill of materials where a component was asked for. Everything else is unknown, never "no".
// What a decision in the ledger named of a version speaks for it, never against it: a decision names what it is about,
// not all that is there.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate/deployments.h"
#include "gate/gate_input.h"
#include "gate/sbom.h"
#include "gate/standing.h"

namespace sluice::gate {

struct ExposureQuery {
  std::vector<std::string> ids;           // CVE or GHSA ids, identities
  std::string component;                  // name or purl; empty: not asked for
  std::optional<VersionRange> affected;   // of the component; nothing: every version
  std::optional<Date> known_since;        // when the world learned of it; nothing: told by the evidence
};

// What is kept of one version, read.
struct VersionEvidence {
  std::string version;
  std::optional<Date> released;
  GateInput input;  // its reports and statements, the policy, the day
  std::vector<Sbom> sboms;
};

// What a decision that the ledger keeps said of a version.
struct RecordedVulnerability {
  std::string product, version, subject, where;
  Date as_of;
  std::optional<Date> first_seen, due;
  std::optional<Score> score;
  std::string source;  // "ledger entry 12"
};

enum class Exposed : std::uint8_t { Yes, No, Unknown };
std::string_view to_string(Exposed exposed);  // "affected" "not-affected" "unknown"

struct VersionExposure {
  std::string version;
  Exposed exposed = Exposed::Unknown;
  std::vector<std::string> because;  // "CVE-2026-1 in a 1.4", "no evidence is kept of it"
  std::optional<Date> first_seen, due;
  std::optional<Score> score;
  std::optional<Date> released;
};

struct InstanceExposure {
  Deployment deployment;
  Exposed exposed = Exposed::Unknown;
  std::optional<Date> since;  // it runs that version; nothing: not told
};

struct Exposure {
  ExposureQuery query;
  Date as_of;
  std::vector<VersionExposure> versions;    // all that are kept or run, by version
  std::vector<InstanceExposure> instances;  // by customer, then instance
};

// `recorded`: of the vulnerability that is asked for, and of any version.
Exposure find_exposure(const ExposureQuery& query, const std::vector<VersionEvidence>& versions, const std::vector<RecordedVulnerability>& recorded,
                       const Deployments& deployments, Date as_of);

}  // namespace sluice::gate
