// file-matches: { files: [globs], pattern: REGEX, in: each | some, if-none: ... }
// file-lacks:   { files: [globs], pattern: REGEX, if-none: ... }
//
// The pattern (PCRE2, `^` and `$` at lines) is found in each of the files, in at least
// one of them, or in none.
#include <fmt/format.h>

#include "base/text.h"
#include "checklists/predicates/files.h"
#include "checklists/regex.h"

namespace sluice::checklists {
namespace {

enum class Wanted { InEach, InSome, InNone };

class FileMatches : public Predicate {
 public:
  FileMatches(FileChoice choice, Regex regex, Wanted wanted)
      : choice_(std::move(choice)), regex_(std::move(regex)), wanted_(wanted) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<std::string> paths = evidence.tree.matching(choice_.globs);
    if (paths.empty()) return none_found(choice_, evidence.tree);
    Found found;
    Judgement answer;
    auto search = [&](const std::string& path, const std::string& text) { found.add(path, text, regex_.search(text)); };
    if (auto open = visit_files(evidence, paths, answer.looked, search)) return *open;
    return unless_incomplete(decide(found, std::move(answer)), evidence.tree);
  }

 private:
  struct Found {
    std::vector<Spot> with, without, gave_up;
    void add(const std::string& path, const std::string& text, const RegexMatch& match) {
      using State = RegexMatch::State;
      if (match.state == State::Found) with.push_back({path, line_of(text, match.begin)});
      else if (match.state == State::None) without.push_back({path, 0});
      else gave_up.push_back({path, 0});
    }
  };

  Judgement decide(const Found& found, Judgement answer) const {
    std::size_t files = found.with.size() + found.without.size() + found.gave_up.size();
    const std::vector<Spot>& wrong = wanted_ == Wanted::InNone ? found.with : found.without;
    bool fails = wanted_ == Wanted::InSome ? found.with.empty() && found.gave_up.empty() : !wrong.empty();
    bool unsure = !found.gave_up.empty() && !(wanted_ == Wanted::InSome && !found.with.empty());
    if (fails) {
      answer.kind = sarif::Kind::Fail;
      answer.spots = wrong;
      std::string_view what = wanted_ == Wanted::InNone ? "have what must not be there" : "lack what must be there";
      answer.message = fmt::format("{} of {} files {}", wrong.size(), files, what);
    } else if (unsure) {
      answer.kind = sarif::Kind::Open;
      answer.spots = found.gave_up;
      answer.message = fmt::format("the search in {} was too expensive and was given up", found.gave_up[0].file);
    } else {
      answer.kind = sarif::Kind::Pass;
      answer.message = files == 1 ? answer.looked[0].file + " is as it must be" : fmt::format("{} files are as they must be", files);
    }
    return answer;
  }

  FileChoice choice_;
  Regex regex_;
  Wanted wanted_;
};

PredicatePtr make(yaml::Fields& fields, FileChoice choice, Wanted wanted) {
  const yaml::Node* pattern = fields.required("pattern");
  if (!pattern) return nullptr;
  Result<Regex> regex = Regex::compile(pattern->scalar(), pattern->place());
  if (!regex) {
    fields.errors().append(std::move(regex).error());
    return nullptr;
  }
  return std::make_shared<FileMatches>(std::move(choice), *std::move(regex), wanted);
}

}  // namespace

PredicatePtr make_file_matches(yaml::Fields& fields) {
  FileChoice choice = read_file_choice(fields, sarif::Kind::Fail);
  auto wanted = fields.word<Wanted>("in", {{"each", Wanted::InEach}, {"some", Wanted::InSome}});
  return make(fields, std::move(choice), wanted.value_or(Wanted::InEach));
}

PredicatePtr make_file_lacks(yaml::Fields& fields) {
  return make(fields, read_file_choice(fields, sarif::Kind::NotApplicable), Wanted::InNone);
}

}  // namespace sluice::checklists
