// gate/same_path.h - paths of one file as different tools see it.
//
// "/srv/app/lib/a.jar", "app/lib/a.jar" and "lib/a.jar" may be one file, seen from different
// folders. A path is taken for the longest one that ends with it, if there is only one such:
// where "x/a.jar" and "y/a.jar" are both there, "a.jar" is neither.
#pragma once
#include <map>
#include <vector>

#include "gate/text_pool.h"

namespace sluice::gate {

// Those of `paths` that stand for a longer one, and which. The time grows with the paths'
// length and their number times its logarithm.
std::map<TextId, TextId> same_paths(const std::vector<TextId>& paths, const TextPool& texts);

}  // namespace sluice::gate
