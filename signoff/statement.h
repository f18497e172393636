// signoff/statement.h - what is signed: an in-toto Statement about the build, with the decision in it.
//
//   _type          https://in-toto.io/Statement/v1
//   subject        the build, by digest
//   predicateType  https://slsa.dev/verification_summary/v1, which other people's tools read
//   predicate      verifier, timeVerified, resourceUri, policy, inputAttestations, verificationResult,
//                  verifiedLevels, and under kDecisionPredicate the whole decision:
//     decision       as `sluice gate --format json` prints it
//     request, inputs, findings, checklists, waivers, ...  what else belongs to it (report/release_details.h)
//     signoff        who has to sign, and until when it counts
//     previousStatement  digest of the sign-off before this one
//     digests        of each part above: tells which part was changed when a signature fails
//
// Everything outside kDecisionPredicate is worked out from what is inside, so whoever verifies
// works it out again and finds any disagreement between the two, with its place.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "signoff/rules.h"

namespace sluice::signoff {

inline constexpr std::string_view kStatement = "https://in-toto.io/Statement/v1";
inline constexpr std::string_view kVerificationSummary = "https://slsa.dev/verification_summary/v1";
inline constexpr std::string_view kDecisionPredicate = "https://sluice.example/release-decision/v1";

struct StatementParts {
  std::string decision_json;  // of report::decision_json
  std::string details_json;   // an object; its members stand beside `decision`
  SignoffRules rules;
  std::optional<Date> expires;     // the last day the sign-off counts; nothing: it does not end
  std::string previous_statement;  // sha256 of the payload before, or empty
};

// The bytes to sign. Errors: parts that are not what they must be (a bug of the caller's, or a
// decision of a release without a build).
Result<std::string> make_statement(const StatementParts& parts);

// A statement read back.
struct Statement {
  std::string product, version, stage, verdict;
  Date as_of;
  std::optional<Date> expires;
  std::vector<std::string> build_digests;  // "sha256:..."
  SignoffRules rules;                      // as they were when it was made
  std::vector<std::string> authors;        // of what is waived
  std::string decision_json;               // as it was printed, byte for byte
  std::string request_json;                // what the gate was asked; "" when that was not kept
  std::string ledger_days_json;            // first-seen days that a ledger gave; "" when none was asked
  std::string previous_statement;          // sha256 of the payload before; may be empty
  struct Input {
    std::string role, file, sha256;  // role "tree": a file of the product that a checklist looked at; no digest: at its name
  };
  std::vector<Input> inputs;
  // What was changed, or does not agree with itself: one sentence each, with its place. Such a
  // statement is read as far as it goes, so that everything wrong with it can be told.
  std::vector<std::string> problems;
};

// Errors: not a statement of Sluice at all.
Result<Statement> parse_statement(const std::string& file, std::string_view payload);

// Where two payloads differ first, for people; empty when they are equal.
std::string difference(std::string_view signed_payload, std::string_view made_again);

}  // namespace sluice::signoff
