// analyzers/flow/engine/hits.h - the places where data of strangers does harm, by the summaries that say so.
#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
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

// Where the data comes from. What a pattern matched is one source, though its parts are sources, too.
struct SourcePlace {
  ProgramFunctionId function;                             // not valid: from nowhere, it is harmful whatever comes
  ByteRange range;                                        // of what the pattern matched
  std::optional<std::pair<std::uint32_t, Origin>> model;  // or a step, by model
  friend auto operator<=>(const SourcePlace&, const SourcePlace&) = default;
};

struct HitKey {
  HitPlace place;
  SourcePlace source;
  friend auto operator<=>(const HitKey&, const HitKey&) = default;
};

// From one source to one place, by the shortest way.
struct SummaryHit {
  Taint taint;
  SinkPlace sink;
  const Summary* summary = nullptr;            // that the taint's trace is of
  const EndpointMatch* sink_match = nullptr;   // of a pattern
  bool is_shared = false;                      // it was left in a SharedPlace by `summary`
};
using SummaryHits = std::map<HitKey, SummaryHit>;

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
  SourcePlace place_of(Atom atom) const;
  void note(const HitPlace& place, const SummaryHit& hit, SummaryHits& hits) const;
  bool is_of_rule(Atom atom, std::uint16_t rule) const;
  void add_point(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const;
  void add_model(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const;
  const Program& program_;
  const std::vector<FlowRule>& rules_;
};

}  // namespace sluice::flow
