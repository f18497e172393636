// file-fresh: { files: [globs], date: REGEX, max-age-days: 365, if-none: fail }
//
// The first capture of the regex is a day such as 2026-03-09, and it is not older than
// that. Asked of the text, not of the file system: a fresh clone makes every file new.
#include <fmt/format.h>

#include "checklists/predicates/files.h"
#include "checklists/regex.h"

namespace sluice::checklists {
namespace {

class FileFresh : public Predicate {
 public:
  FileFresh(FileChoice choice, Regex date, std::int64_t max_age_days)
      : choice_(std::move(choice)), date_(std::move(date)), max_age_days_(max_age_days) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<std::string> paths = evidence.tree.matching(choice_.globs);
    if (paths.empty()) return none_found(choice_, evidence.tree);
    Judgement answer;
    std::string fresh;
    auto check = [&](const std::string& path, const std::string& text) {
      std::string reason = why_stale(text, evidence.as_of);
      if (reason.empty()) fresh = path;
      else answer.spots.push_back({path, 0}), answer.message = path + ": " + reason;
    };
    if (auto open = visit_files(evidence, paths, answer.looked, check)) return *open;
    answer.kind = answer.spots.empty() ? sarif::Kind::Pass : sarif::Kind::Fail;
    if (answer.spots.empty()) answer.message = fmt::format("{} was reviewed in the last {} days", fresh, max_age_days_);
    return unless_incomplete(std::move(answer), evidence.tree);
  }

 private:
  std::string why_stale(const std::string& text, Date as_of) const {
    std::optional<Date> newest;
    for (std::size_t from = 0; from <= text.size();) {
      RegexMatch match = date_.search(text, from);
      if (match.state != RegexMatch::State::Found) break;
      std::optional<Date> day = parse_day(match.group);
      if (day && *day <= as_of && (!newest || *day > *newest)) newest = day;
      from = match.end > from ? match.end : from + 1;
    }
    if (!newest) return "it does not say when it was reviewed";
    auto age = (as_of - *newest).count();
    if (age <= max_age_days_) return {};
    return fmt::format("last reviewed {}, {} days ago; at most {} are allowed", day_text(*newest), age, max_age_days_);
  }

  FileChoice choice_;
  Regex date_;
  std::int64_t max_age_days_;
};

}  // namespace

PredicatePtr make_file_fresh(yaml::Fields& fields) {
  FileChoice choice = read_file_choice(fields, sarif::Kind::Fail);
  const yaml::Node* date = fields.required("date");
  fields.required("max-age-days");
  auto days = fields.whole("max-age-days", 0, 36500);
  if (!date || !days) return nullptr;
  Result<Regex> regex = Regex::compile(date->scalar(), date->place());
  if (!regex) {
    fields.errors().append(std::move(regex).error());
    return nullptr;
  }
  return std::make_shared<FileFresh>(std::move(choice), *std::move(regex), *days);
}

}  // namespace sluice::checklists
