// file-beside: { files: [package.json], need: [package-lock.json, yarn.lock], if-none: ... }
//
// Beside each file, or in a folder above it (a workspace has one lock file for all its
// packages), there is at least one of the needed names.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "checklists/predicates/files.h"

namespace sluice::checklists {
namespace {

class FileBeside : public Predicate {
 public:
  FileBeside(FileChoice choice, std::vector<std::string> need) : choice_(std::move(choice)), need_(std::move(need)) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<std::string> paths = evidence.tree.matching(choice_.globs);
    if (paths.empty()) return none_found(choice_, evidence.tree);
    Judgement answer;
    auto check = [&](const std::string& path, const std::string&) {
      if (!has_companion(evidence.tree, path)) answer.spots.push_back({path, 0});
    };
    if (auto open = visit_files(evidence, paths, answer.looked, check)) return *open;
    answer.kind = answer.spots.empty() ? sarif::Kind::Pass : sarif::Kind::Fail;
    answer.message = answer.spots.empty()
                         ? fmt::format("each of {} has its {}", paths.size(), fmt::join(need_, " or "))
                         : fmt::format("{} has no {} beside it or above", answer.spots[0].file, fmt::join(need_, " or "));
    return unless_incomplete(std::move(answer), evidence.tree);
  }

 private:
  bool has_companion(const Tree& tree, std::string_view path) const {
    for (std::size_t slash = path.rfind('/');; slash = path.rfind('/', slash - 1)) {
      bool at_root = slash == std::string_view::npos;
      std::string folder(at_root ? "" : path.substr(0, slash + 1));
      if (std::ranges::any_of(need_, [&](const std::string& name) { return tree.has(folder + name); })) return true;
      if (at_root || slash == 0) return false;
    }
  }

  FileChoice choice_;
  std::vector<std::string> need_;
};

}  // namespace

PredicatePtr make_file_beside(yaml::Fields& fields) {
  FileChoice choice = read_file_choice(fields, sarif::Kind::NotApplicable);
  fields.required("need");
  return std::make_shared<FileBeside>(std::move(choice), fields.texts("need"));
}

}  // namespace sluice::checklists
