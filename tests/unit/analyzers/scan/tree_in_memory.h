// Files of a tree that is nowhere on a disk.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "analyzers/scan/scan.h"

namespace sluice::test {

// Path and text of each.
SourceTree tree_of(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace sluice::test
