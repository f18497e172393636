// analyzers/templates/expression.h - expressions of Jinja, Django, Twig, and of Java's pages (EL, OGNL, SpEL), in the
// host's language.
//
//   user.name|truncate(9)|safe      SluiceFilter.safe(SluiceFilter.truncate(user.name, 9))
//
// Linear but for filters: what stands before one is moved; expressions are short (kLongestExpression).
#pragma once
#include "analyzers/templates/host.h"
#include "analyzers/templates/pieces.h"

namespace sluice::templates {

enum class Style : std::uint8_t { Jinja, Twig, Java };  // Django's are read as Jinja's: what differs is in one of them alone

struct Expression {
  ExtractedText code;
  bool is_marked_safe = false;  // the engine is told not to escape it: `|safe`, `|raw`
};

Expression translate(std::string_view source, ByteRange range, const Host& host, Style style);

}  // namespace sluice::templates
