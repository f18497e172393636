#include "tree_in_memory.h"

namespace sluice::test {

SourceTree tree_of(const std::vector<std::pair<std::string, std::string>>& files) {
  Discovery discovery;
  std::vector<std::expected<ReadFile, Reason>> read;
  DiscoveryOptions options;
  for (const auto& [path, text] : files) {
    DiscoveredFile file;
    file.path = path;
    discovery.files.push_back(file);
    read.push_back(make_source(path, text, options));
  }
  return finish(std::move(discovery), std::move(read), options, 1);
}

}  // namespace sluice::test
