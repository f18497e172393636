// analyzers/scan/extract.h - what a rule of `mode: extract` finds, as code to be read.
#pragma once
#include <vector>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/pattern/rule.h"
#include "analyzers/syntax/extracted.h"

namespace sluice {

// A file may be made so that its pieces overlap without end.
inline constexpr std::size_t kMaxPieces = 1000;
inline constexpr std::size_t kMaxExtractedBytes = 8'000'000;

struct Extraction {
  std::vector<ExtractedText> pieces;  // in file order, equal ones once
  bool met_limit = false;             // there was more
};

// `unit` is the one that the matches are of.
Extraction extract(const Unit& unit, const ExtractText& text, const std::vector<RuleMatch>& matches);

// Whether a rule runs on what was extracted.
bool is_wanted(const ExtractText& text, std::string_view rule_id);

}  // namespace sluice
