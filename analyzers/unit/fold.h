// analyzers/unit/fold.h - works out what an expression of constants is worth.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "analyzers/unit/constants.h"

namespace sluice {

struct Folded {
  Constant constant;  // its `text` is to be that of `text` below when that is not empty
  std::string text;
};

// `part` says what a part of the expression is worth. Texts of more than kMaxFoldedText bytes
// become strings that nobody knows.
inline constexpr std::size_t kMaxFoldedText = 4096;
std::optional<Folded> fold(const Unit& unit, NodeId id, const std::function<std::optional<Constant>(NodeId)>& part);

}  // namespace sluice
