// ledger/checkpoint.h - a signed sentence: "entry N of this ledger has this hash".
//
// A chain shows every change but one: that its last entries were cut off. A checkpoint that is
// kept elsewhere (an auditor's machine, a release's archive, a mail) shows that one too.
// It is a DSSE envelope, signed in the namespace signoff::kCheckpointNamespace.
#pragma once
#include <string>

#include "base/result.h"
#include "ledger/ledger.h"
#include "signoff/envelope.h"

namespace sluice::ledger {

inline constexpr std::string_view kCheckpointType = "application/vnd.sluice.ledger-checkpoint+json";

struct Checkpoint {
  std::string ledger_id;
  Head head;
  std::string at;  // "2026-09-25T10:00:00Z"
};

signoff::Envelope to_envelope(const Checkpoint& checkpoint);
// `file` names it in errors.
Result<Checkpoint> parse_checkpoint(const std::string& file, const signoff::Envelope& envelope);

// Follows a chain together with `LedgerCheck`: give it every entry, then ask.
class CheckpointCheck {
 public:
  CheckpointCheck(std::string file, Checkpoint checkpoint) : file_(std::move(file)), checkpoint_(std::move(checkpoint)) {}
  void take(const Entry& entry) {
    if (entry.sequence == checkpoint_.head.sequence) found_ = entry.hash;
  }
  // What is wrong, or nothing.
  std::optional<std::string> problem(const std::string& ledger_id, const Head& last) const;

 private:
  std::string file_;
  Checkpoint checkpoint_;
  std::string found_;
};

}  // namespace sluice::ledger
