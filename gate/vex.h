// gate/vex.h - what somebody states about vulnerabilities in a product: VEX, counted as what it is.
//
// OpenVEX and CycloneDX documents given as `--vex`. A statement is about a vulnerability (by any of
// its ids) and a product: a component that a finding is in (same purl without version, and the version
// where the statement has one), the release itself (one of the release file's
// `identifiers`, at this version), or an image by the build's digest. Of all statements about a
// thing the newest counts:
//   not_affected, fixed   clear it, when the policy trusts the author with that word (`vex`);
//                         not_affected needs a justification
//   affected              it is open, also when a tool suppresses it
//   under_investigation   never clears: what is suppressed waits for a review again
// A clearing statement of somebody who is not trusted with it, or whose signature is wanted and not there, is told
// and passed over. Statements dated after the day of the decision are not made yet. One of the last two kinds on the
// release itself that no report confirms stands for itself: it is a vulnerability that a person has seen.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gate/release.h"
#include "gate/risk_policy.h"
#include "gate/tracked.h"
#include "gate/vex_document.h"

namespace sluice::gate {

class VexBook {
 public:
  // All must outlive the book.
  VexBook(const std::vector<VexDocument>& documents, const std::vector<VexAuthor>& trusted, const Release& release, Date as_of);

  struct Statement {
    const VexDocument* document;
    const Vulnerability* said;
    Instant when;
    std::string distrust;  // why it clears nothing; empty: it is trusted, or does not want to clear anything
    bool is_matched = false;  // it is about something that was found
  };
  // The newest that counts; null: nobody says anything.
  const Statement* find(const Tracked& thing, const Asset& asset);

  // Statements that would have cleared something and are nobody's whom the policy trusts.
  struct Refused {
    const VexDocument* document;
    std::string why;
    std::vector<std::string> subjects;
  };
  const std::vector<Refused>& refused() const { return refused_; }

  // What somebody states to be affected, or not to know yet, and no report has. Asked when all was judged.
  struct Stated {
    const Statement* newest;
    Instant since;  // of the earliest that said so
  };
  struct Alone {
    std::vector<Stated> on_release;           // on this release or a part of it
    std::vector<const Statement*> on_others;  // affected, on things that nobody found here
  };
  Alone alone() const;

 private:
  bool is_about(const Statement& statement, const Tracked& thing, const Asset& asset) const;
  bool names_release(const Vulnerability& said) const;
  bool is_of_product(const Vulnerability& said) const;  // in whatever version
  bool is_about_release(const Statement& statement) const;
  void refuse(const Statement& statement, const std::string& subject);

  const Release& release_;
  std::vector<Statement> statements_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> index_;  // by vulnerability id
  std::vector<Refused> refused_;
};

}  // namespace sluice::gate
