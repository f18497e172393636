// gate/waiver_book.h - which waiver covers what, as of the day of a decision.
//
// A waiver counts when nothing speaks against it: it is signed by its approver in a role that
// the policy allows for its level, the level is what the policy's matrix says, it is neither
// expired nor dated in the future, not over-broad, not renewed too often, and it is for this
// version of the product. One that counts still covers a thing only up to its maximum score
// and as long as the thing is not known to be exploited. All of that is asked when a decision
// is made, so a waiver ends by itself.
//
// The book remembers which waivers were of use: `problems` is asked when all was judged.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gate/risk_policy.h"
#include "gate/tracked.h"
#include "gate/waiver.h"

namespace sluice::gate {

enum class WaiverTrouble : std::uint8_t {
  OverBroad,
  NotAllowed,  // level, role, term, renewals: against the policy
  Unsigned,    // no signature, or one that does not count
  Expired,
  Void,        // covers something that is rated above its maximum, or is exploited
  Unused,      // counts, and nothing in the evidence is covered by it
};
std::string_view to_string(WaiverTrouble trouble);  // "over-broad" "not-allowed" ...

struct WaiverProblem {
  const Waiver* waiver;
  WaiverTrouble trouble;
  std::string what, remedy;
};

// What there is to say of a waiver by itself, without anything it might cover; nothing of history.
std::vector<WaiverProblem> check_waiver(const Waiver& waiver, const Waivers& all, const RiskPolicy& risk, Date as_of);
// Another one renews it and it is over: it is kept for the count, and nothing is asked of it.
bool is_history(const Waiver& waiver, const Waivers& all, Date as_of);
// How often it was renewed: the length of the way through `previous`.
int renewals(const Waiver& waiver, const Waivers& all);

class WaiverBook {
 public:
  // All must outlive the book.
  WaiverBook(const Waivers& waivers, const RiskPolicy& risk, std::string_view product_version, Date as_of);

  struct Answer {
    const Waiver* waiver = nullptr;  // that counts; null: none
    std::string note;                // why one that covers it does not count; may be empty
  };
  Answer find(const Tracked& thing);

  // By waiver id, then trouble.
  std::vector<WaiverProblem> problems() const;

 private:
  struct Entry {
    const Waiver* waiver;
    std::vector<WaiverProblem> problems;
    bool is_for_this_version;
    bool is_used = false;
    std::vector<std::string> void_for;  // what it would cover and does not
    std::string void_because;           // of the first of them
  };
  Answer ask(Entry& entry, const Tracked& thing);
  std::vector<Entry> entries_;
  // Entry by any id, fingerprint, rule or component name it has: nothing else can be covered by it.
  std::map<std::string, std::vector<std::size_t>, std::less<>> index_;
};

}  // namespace sluice::gate
