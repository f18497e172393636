// analyzers/languages/markup.h - what XML, HTML and JSX share.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice {

// Text between tags, without the layout around it; nothing when it is layout only.
void shape_markup_text(Shaper& shaper, RawIndex raw, Role role);
// A name and its value, if it has one: Pair(Key, Value?).
void shape_markup_attribute(Shaper& shaper, RawIndex raw, Role role);

}  // namespace sluice
