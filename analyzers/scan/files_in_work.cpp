#include "analyzers/scan/files_in_work.h"

#include <algorithm>

namespace sluice {

FilesInWork::Slot::Slot(FilesInWork* files) {
  if (!files) return;
  std::size_t place = files->used_.fetch_add(1);
  if (place < kThreads) path_ = &files->paths_[place];
}

void FilesInWork::Slot::begin(std::string_view path) {
  if (!path_) return;
  if (path.size() >= kPathBytes) path.remove_prefix(path.size() - kPathBytes + 1);
  std::ranges::copy(path, path_->begin());
  (*path_)[path.size()] = '\0';
}

void FilesInWork::Slot::end() {
  if (path_) path_->front() = '\0';
}

std::vector<std::string> FilesInWork::now() const {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < std::min(used_.load(), kThreads); ++i)
    if (paths_[i].front() != '\0') paths.emplace_back(paths_[i].data(), std::ranges::find(paths_[i], '\0') - paths_[i].begin());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace sluice
