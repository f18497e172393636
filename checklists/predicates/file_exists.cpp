// file-exists: { files: [globs], if-none: fail }
#include <fmt/format.h>

#include "checklists/predicates/files.h"

namespace sluice::checklists {
namespace {

class FileExists : public Predicate {
 public:
  explicit FileExists(FileChoice choice) : choice_(std::move(choice)) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<std::string> paths = evidence.tree.matching(choice_.globs);
    if (paths.empty()) return none_found(choice_, evidence.tree);
    Judgement answer;
    // An empty file shows nothing but somebody's good intention.
    bool has_text = false;
    auto note = [&](const std::string&, const std::string& text) { has_text = has_text || !text.empty(); };
    if (auto open = visit_files(evidence, paths, answer.looked, note)) return *open;
    answer.kind = has_text ? sarif::Kind::Pass : sarif::Kind::Fail;
    answer.message = has_text ? paths[0] + " is there" : paths[0] + " is empty";
    if (paths.size() > 1) answer.message += fmt::format(" (and {} more)", paths.size() - 1);
    return answer;
  }

 private:
  FileChoice choice_;
};

}  // namespace

PredicatePtr make_file_exists(yaml::Fields& fields) {
  return std::make_shared<FileExists>(read_file_choice(fields, sarif::Kind::Fail));
}

}  // namespace sluice::checklists
