// analyzers/pattern/generic/comments.h - a text without its comments.
#pragma once
#include <string>
#include <string_view>

#include "analyzers/pattern/generic/options.h"

namespace sluice {
// Comments become blanks, byte for byte, so that offsets stay; line ends are kept. What looks
// like a comment in a string is one: a generic text has no strings.
std::string without_comments(std::string_view text, GenericOptions::Comments style);
}  // namespace sluice
