// analyzers/flow/engine/hits.h - the places where data of strangers does harm, by the summaries that say so.
#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "analyzers/flow/engine/flow_rule.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/summary.h"

namespace sluice::flow {

// Where a finding is.
struct HitPlace {
  std::uint32_t file = 0;
  ByteRange range;
  std::uint16_t rule = 0;
  friend auto operator<=>(const HitPlace&, const HitPlace&) = default;
};

// A variable of a file (`owner`: its code) or a field of a class (its body), which several functions share.
struct SharedPlace {
  ProgramFunctionId owner;
  Symbol name;
  friend auto operator<=>(const SharedPlace&, const SharedPlace&) = default;
};

// What comes to one place, by the shortest way.
struct SummaryHit {
  bool has_taint = false;  // not: harmful whatever comes
  Taint taint;
  SinkPlace sink;
  const Summary* summary = nullptr;            // that the taint's trace is of
  const EndpointMatch* sink_match = nullptr;
  bool is_shared = false;                      // it was left in a SharedPlace by `summary`
};
using SummaryHits = std::map<HitPlace, SummaryHit>;

// The data of sources that summaries left in shared places.
class SharedWrites {
 public:
  struct Written {
    Taint taint;
    const Summary* summary;
  };
  void add(const Summary& summary);
  const std::map<Atom, Written>* at(const SharedPlace& place) const;
  static std::set<SharedPlace> written_by(const Summary& summary);
  // Places from which something comes to a sink.
  static std::set<SharedPlace> read_by(const Summary& summary);

 private:
  std::map<SharedPlace, std::map<Atom, Written>> writes_;
};

class HitReader {
 public:
  HitReader(const Program& program, const std::vector<FlowRule>& rules) : program_(program), rules_(rules) {}
  // What the summary found by itself.
  void add_found(const Summary& summary, SummaryHits& hits) const;
  // What comes to its sinks from shared places.
  void add_shared(const Summary& summary, const SharedWrites& writes, SummaryHits& hits) const;

 private:
  bool is_of_rule(Atom atom, std::uint16_t rule) const;
  void add_point(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const;
  void add_model(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const;
  const Program& program_;
  const std::vector<FlowRule>& rules_;
};

// Of two ways to one place the one that is told: any source before none, then the shorter trace.
std::strong_ordering compare_ways(bool has_taint, std::uint32_t rank, Atom atom, bool other_has_taint, std::uint32_t other_rank, Atom other_atom);

}  // namespace sluice::flow
