// gate/re_rating.h - scores that were changed, and waiting for a vendor: events that people wrote down.
//
//   re-ratings:
//     - id: CVE-2026-1000                 # CVE or GHSA id, or an identity
//       component: "pkg:npm/lodash"       # optional: only in it
//       on: 2026-09-01
//       from: CVSS:3.1/AV:N/...           # what was reported until then
//       to: CVSS:3.1/AV:L/...             # with temporal and environmental metrics, if any
//       source: https://nvd.example/...
//       reason: The service listens on the loopback device only
//       approver: lead@example.org
//       role: security-lead
//       signature: |                      # needed where the score goes down
//         -----BEGIN SSH SIGNATURE-----
//   vendor-fixes:
//     - id: CVE-2026-2000
//       waiting-since: 2026-08-01
//       until: 2026-09-15                 # when the fix came; optional
//       source: https://vendor.example/advisory
//       approver: lead@example.org
//       role: security-lead
//       signature: ...
//
// A score that goes up counts from its day on, whoever wrote it. One that goes down counts when it is
// signed by a role that the policy allows (`risk.re-rating-roles`), and only as long as
// what is reported today is no worse than what was re-rated.
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

namespace sluice::gate {

// What both kinds of event have.
struct SignedEvent {
  std::string id, component, source, reason, approver, role, signature;
  Place place;
  std::optional<Signer> signer;
  std::string signature_problem;
};

struct ReRating : SignedEvent {
  Date on;
  std::string from, to;  // vectors
  Score old_score, new_score;  // of the whole vectors
};

struct VendorFix : SignedEvent {
  Date waiting_since;
  std::optional<Date> until;
};

struct RatingEvents {
  std::vector<ReRating> re_ratings;  // by day
  std::vector<VendorFix> vendor_fixes;
  std::string file, sha256;  // empty: there is no such file
};

Result<RatingEvents> load_rating_events(const std::filesystem::path& path);
Result<RatingEvents> parse_rating_events(std::string file, std::string_view text);

// The score of all of a vector's metrics: environmental, else temporal, else base.
Score whole_score(const CvssResult& result);

inline constexpr std::string_view kEventNamespace = "sluice-rating";
std::string signed_bytes(const ReRating& event);
std::string signed_bytes(const VendorFix& event);
void check_signatures(RatingEvents& events, const SignatureCheck& check);
void refuse_signatures(RatingEvents& events, std::string_view why);
// Why it does not count as signed; empty: it does.
std::string against_signature(const SignedEvent& event, const std::vector<std::string>& allowed_roles);

}  // namespace sluice::gate
