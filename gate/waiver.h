// gate/waiver.h - risks that somebody accepted, as they were written and signed.
//
//   waivers:
//     - id: W-2026-007
//       covers:                                   # all that is given must hold
//         ids: [CVE-2026-1000]                    # CVE or GHSA ids
//         fingerprints: [<64 hex digits>]         # `identity` in the JSON form of a decision
//         rules: [java-sql-injection]             # rule or plugin ids
//         component: { name: "pkg:npm/lodash", versions: ">=4.17.0 <4.17.21" }
//         paths: ["legacy/**"]
//       reason: The function is not reachable: the page that calls it is switched off
//       likelihood: rare
//       impact: serious
//       level: low                                # what the policy's matrix makes of the two
//       control: The page is blocked at the proxy
//       max-score: 8.1                            # void above it
//       product-versions: ">=4.2.0 <4.3.0"
//       author: dev@example.org
//       approver: ciso@example.org                # signs; is not the author
//       role: ciso
//       approved: 2026-09-20
//       expires: 2026-12-31                       # the last day; a year at most
//       previous: W-2026-003                      # the waiver that it renews
//       signature: |
//         -----BEGIN SSH SIGNATURE-----
//
// What is signed is `signed_bytes`: every field but the signature, as text that a person can
// read before signing (`sluice waivers to-sign ID`). So a waiver may be moved between files
// and written differently; a changed word voids the signature.
//
// Not here: whether a waiver counts (gate/waiver_book.h), keys (signoff/).
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "gate/cvss.h"
#include "gate/signature_check.h"
#include "gate/version_range.h"

namespace sluice::gate {

struct WaiverScope {
  std::vector<std::string> ids;           // "CVE-..", "GHSA-.."
  std::vector<std::string> fingerprints;
  std::vector<std::string> rules;
  std::string component;                  // name, or purl without version; empty: any
  std::optional<VersionRange> component_versions;
  std::vector<std::string> paths;         // globs
};

struct Waiver {
  std::string id;
  WaiverScope covers;
  std::string reason, likelihood, impact, level, control;
  Score max_score;
  VersionRange product_versions;
  std::string author, approver, role;
  Date approved, expires;
  std::string previous;   // empty: the first of its kind
  std::string signature;  // empty: unsigned
  Place place;            // of its `id`

  // Filled in by `check_signatures`.
  std::optional<Signer> signer;
  std::string signature_problem;  // why there is no signer
};

struct WaiverFile {
  std::string file, sha256;
  std::size_t count = 0;
};

struct Waivers {
  std::vector<Waiver> list;  // by id
  std::vector<WaiverFile> files;
};

// Files, and folders with their *.yaml and *.yml in the order of names. An id stands once in all of
// them, and `previous` names another of them.
Result<Waivers> load_waivers(const std::vector<std::filesystem::path>& files_and_folders);
Result<Waivers> parse_waivers(std::string file, std::string_view text);

std::string signed_bytes(const Waiver& waiver);

inline constexpr std::string_view kWaiverNamespace = "sluice-waiver";
void check_signatures(Waivers& waivers, const SignatureCheck& check);
// The same where nobody said whose signatures count.
void refuse_signatures(Waivers& waivers, std::string_view why);

// Why it covers more than a decision about one risk can; empty: it does not.
std::string over_broad(const WaiverScope& scope);

}  // namespace sluice::gate
