#include "gate/yaml_files.h"

#include <algorithm>

namespace sluice::gate {

Result<std::vector<std::filesystem::path>> yaml_files(const std::filesystem::path& given) {
  std::error_code error;
  if (!std::filesystem::is_directory(given, error)) return std::vector{given};
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entry(given, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (entry->path().extension() == ".yaml" || entry->path().extension() == ".yml") files.push_back(entry->path());
  if (error) return fail({given.string()}, "folder-read", "cannot read the folder: " + error.message());
  std::ranges::sort(files);
  return files;
}

}  // namespace sluice::gate
