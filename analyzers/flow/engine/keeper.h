// analyzers/flow/engine/keeper.h - an analysis as it is kept for the next scan.
#pragma once
#include <memory>
#include <vector>

#include "analyzers/flow/engine/continuation.h"
#include "analyzers/flow/engine/solver.h"
#include "analyzers/flow/engine/winners.h"

namespace sluice::flow {

KeptAnalysis keep(const Program& program, const Relevance& relevance, const Continuation& earlier, const Winners& winners, const std::vector<std::unique_ptr<Solver>>& solvers);

}  // namespace sluice::flow
