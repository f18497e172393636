// analyzers/languages/php_block.h - branches and loops of PHP, whose bodies may end in HTML.
#pragma once
#include "analyzers/languages/definition.h"

namespace sluice::php {

// `elseif` is an If inside the Else, as everywhere else.
void shape_if(Shaper& s, RawIndex raw, Role role);
// `foreach ($list as $key => $value)`: the value comes first in the source.
void shape_foreach(Shaper& s, RawIndex raw, Role role);
// `for (...): a(); b(); endfor;` has a body of several statements.
void shape_for(Shaper& s, RawIndex raw, Role role);

}  // namespace sluice::php
