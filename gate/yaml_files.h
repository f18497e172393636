// gate/yaml_files.h - files that a user names one by one, or by the folder that they lie in.
#pragma once
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

// `given` itself, or the `.yaml` and `.yml` files of the folder, not of those in it, in the order of their
// names. Error: a folder that cannot be read; nothing of it may be taken for all.
Result<std::vector<std::filesystem::path>> yaml_files(const std::filesystem::path& given);

}  // namespace sluice::gate
