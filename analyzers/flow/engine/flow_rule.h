// analyzers/flow/engine/flow_rule.h - what a taint rule asks of library models, beside its patterns.
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/flow/model_kinds.h"
#include "analyzers/source/language.h"

namespace sluice::flow {

// EndpointMatch::rule is its place in the list.
struct FlowRule {
  Harms harms = 0;              // its sinks: what models call harmful in these ways
  std::uint32_t origins = 0;    // its sources: bits by Origin
  std::vector<Language> languages;
  bool wants(Origin origin) const { return (origins >> static_cast<unsigned>(origin) & 1) != 0; }
};

}  // namespace sluice::flow
