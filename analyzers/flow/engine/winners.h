// analyzers/flow/engine/winners.h - of all ways in which data reaches a place, those that are told: from each source
// the shortest, of very many sources the nearest. Of what was found now, and of what an earlier scan found with
// summaries that still hold.
//
// A file about which the same is told as in the earlier scan keeps its findings. For another one all that is told
// must be found now: whoever did then has to be looked at again (missing()), because of traces no more is kept than
// what they are compared by.
//
// Functions that share a variable are looked at together: when one of them is new, all are.
#pragma once
#include <map>
#include <set>
#include <vector>

#include "analyzers/flow/engine/continuation.h"
#include "analyzers/flow/engine/hits.h"

namespace sluice::flow {

struct MadeSummary {
  ProgramFunctionId function;
  const Context* context = nullptr;
  const Summary* summary = nullptr;
};

class Winners {
 public:
  // A summary that was made in this scan.
  struct Made {
    MadeSummary of;
    std::uint32_t kept = kNoKept;  // the live one of the earlier scan with that key
    bool is_new = true;            // what it finds may be something else than then
    SummaryHits hits;
    std::set<SharedPlace> writes, reads;
  };
  // From a source to a place: either was kept or is made.
  struct Winner {
    std::uint32_t kept = kNoKept, made = kNoKept;
    ProgramFunctionId function;    // whose summary it is
    bool is_shared = false;
    bool was_told = false;         // in the earlier scan, too
    std::uint32_t rank = 0;
    Atom atom;
  };

  Winners(const Program& program, const std::vector<FlowRule>& rules, const Continuation& earlier);
  void choose(const std::vector<MadeSummary>& made);
  // What has to be looked at before the choice is complete; nothing: it is.
  std::vector<SummaryKey> missing() const;

  const std::vector<Made>& made() const { return made_; }
  // It holds, is asked for, and finds what it found then.
  bool is_as_before(std::uint32_t kept) const { return earlier_.is_live(kept) && !is_touched_[kept]; }
  const std::vector<bool>& is_as_before() const { return is_as_before_; }  // by file
  // What is told of each place, the shortest way first; one from nowhere where there is no other.
  using Told = std::map<HitPlace, std::vector<std::pair<SourcePlace, Winner>>>;
  const Told& told() const { return told_; }
  bool is_told(std::uint32_t kept, const KeptHit& hit) const;
  bool is_told(const Made& made, const HitKey& key) const;
  // What was found for one that is told about a file that is not as before.
  const SummaryHit* hit(const HitPlace& place, const SourcePlace& source, const Winner& winner) const;

 private:
  template <class Is>
  bool is_told(const HitKey& key, const Is& is) const;
  void read(const std::vector<MadeSummary>& made);
  void find_touched();
  void compete();
  void enter(const HitKey& key, const Winner& winner);
  void choose_told();
  bool is_better(const Winner& a, const Winner& b) const;
  std::string context_text(const Winner& winner) const;
  void compare_with_earlier();
  HitKey key_of(const KeptHit& hit) const;
  void add_sharers(std::uint32_t kept, std::set<std::uint32_t>& wanted) const;

  const Program& program_;
  const HitReader reader_;
  const Continuation& earlier_;
  std::map<SharedPlace, std::vector<std::uint32_t>> sharers_;  // live ones of the earlier scan
  std::set<SharedPlace> orphaned_;          // that had another sharer then
  std::vector<Made> made_;
  std::vector<std::uint32_t> made_of_kept_;
  std::vector<bool> is_touched_;            // by kept summary: it shares a variable with a new one
  std::map<HitKey, Winner> winners_;
  Told told_;
  std::vector<bool> is_as_before_;
};

}  // namespace sluice::flow
