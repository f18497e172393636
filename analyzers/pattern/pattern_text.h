// analyzers/pattern/pattern_text.h - from the text a rule author wrote to a tree.
//
// The steps: find `$X`, `$...X`, `...` and `<... ...>` outside strings and comments;
// try stand-ins for them and contexts around them until the grammar reads the whole
// without an error; shape the part that is the pattern.
//
// Which stand-in fits depends on the place (`...` may be an argument, a statement, a
// parameter or a class member), and the grammar knows best: so the choices are
// tried, one hole after another, and the reading with the fewest errors is kept.
// Pattern texts are short; a try costs some ten microseconds.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "analyzers/unit/unit.h"
#include "base/result.h"

namespace sluice {

struct PatternTree {
  std::unique_ptr<std::string> text;  // what was parsed; the unit refers to it
  Unit unit;                          // File(the pattern's nodes)
  bool ends_with_semicolon = false;
};

Result<PatternTree> parse_pattern(Language language, std::string_view text, const Place& place);

}  // namespace sluice
