// analyzers/templates/free_names.h - the names that a template's code uses, for those that render it to give.
#pragma once
#include <vector>

#include "analyzers/templates/host.h"
#include "analyzers/templates/pieces.h"

namespace sluice::templates {

// Each once, without prefix, where it is used first. Names of functions that are called and what the host has
// by itself are left out; names that the code sets may be among them.
std::vector<ExtractedText> free_names(const std::vector<Piece>& pieces, const Host& host);

}  // namespace sluice::templates
