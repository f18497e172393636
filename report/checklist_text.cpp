#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "checklists/evaluation.h"
#include "report/checklist_report.h"

namespace sluice::report {
namespace {

using namespace checklists;
using sarif::Kind;

std::string shown(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return escape_terminal(line);
}

std::string controls_text(const Item& item) {
  std::string text;
  for (const Control& control : item.controls) text += (text.empty() ? "" : ", ") + control.framework + " " + control.id;
  return text;
}

struct KindTitle {
  Kind kind;
  std::string_view title;
};
// In the order somebody works them off.
constexpr KindTitle kTitles[] = {{Kind::Fail, "Fails"},
                                 {Kind::Open, "Could not be decided: evidence is missing"},
                                 {Kind::Review, "Waits for a person"},
                                 {Kind::Pass, "Passes"},
                                 {Kind::NotApplicable, "Does not apply"}};

constexpr std::size_t kSpotsShown = 3;

std::string result_text(const ItemResult& result) {
  std::string out = fmt::format("  {} {}: {}\n", result.item.is_manual() ? "signed " : "machine", shown(result.item.id), shown(result.item.title));
  out += fmt::format("          {}\n", shown(result.judgement.message));
  std::vector<Spot> spots = result.judgement.spots;
  std::ranges::sort(spots);
  for (std::size_t i = 0; i < spots.size() && i < kSpotsShown; ++i)
    out += fmt::format("          at {}{}\n", shown(spots[i].file), spots[i].line ? fmt::format(":{}", spots[i].line) : "");
  if (spots.size() > kSpotsShown) out += fmt::format("          and {} more\n", spots.size() - kSpotsShown);
  return out;
}

}  // namespace

std::string checklist_text(const Checklist& checklist) {
  std::string out = fmt::format("{} ({} {}, {} items)\n", shown(checklist.title), checklist.id, shown(checklist.version), checklist.items.size());
  for (const Item& item : checklist.items) {
    out += fmt::format("\n{}: {}\n", item.id, shown(item.title));
    out += fmt::format("  why       {}\n", shown(item.why));
    out += fmt::format("  controls  {}\n", shown(controls_text(item)));
    out += fmt::format("  evidence  {}\n", shown(item.evidence));
    if (!item.is_manual()) {
      out += fmt::format("  machine   {}\n", item.check_text);
      continue;
    }
    std::string roles;
    for (const std::string& role : item.manual.roles) roles += (roles.empty() ? "" : " or ") + role;
    out += fmt::format("  signed    {} ({})\n", shown(item.manual.ask), roles.empty() ? "anybody" : shown(roles));
  }
  return out;
}

std::string evaluation_text(const Evaluation& evaluation) {
  const Checklist& checklist = evaluation.checklist;
  std::string out = fmt::format("{} ({} {}) as of {}\n", shown(checklist.title), checklist.id, shown(checklist.version), day_text(evaluation.as_of));
  for (const KindTitle& title : kTitles) {
    std::size_t count = evaluation.count(title.kind);
    if (count == 0) continue;
    out += fmt::format("\n{}: {}\n", title.title, count);
    for (const ItemResult& result : evaluation.results)
      if (result.judgement.kind == title.kind) out += result_text(result);
  }
  return out;
}

}  // namespace sluice::report
