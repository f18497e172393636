#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"

namespace sluice::report {
namespace {

using namespace gate;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kWidestFile = 48;  // longer names push their own line only

// One line of a terminal: a line break in a title must not look like a line of ours.
std::string shown(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return escape_terminal(line);
}

// `head` and the words of `text`, broken at blanks; later lines are indented to the text.
std::string wrapped(std::string_view head, std::string_view text) {
  std::string out(head);
  std::size_t column = head.size();
  for (std::string_view word : split(text, ' ')) {
    if (column > head.size() && column + 1 + word.size() > kWidth) {
      out += "\n" + std::string(head.size(), ' ');
      column = head.size();
    }
    if (column > head.size()) out += ' ', ++column;
    out += word;
    column += word.size();
  }
  return out + "\n";
}

std::string entry_text(const Entry& entry, Mode mode) {
  const Reason& reason = *entry.reason;
  std::string title = shown(reason.subject);
  if (!entry.places.empty()) title += ", at " + shown(places_text(entry));
  std::string out = wrapped("  * ", title);
  std::string note = mode_note(reason, mode);
  out += wrapped("    ", fmt::format("{} [{}{}{}]", shown(reason.what), shown(clause_text(reason.clause)), note.empty() ? "" : ", ", note));
  if (std::string echoes = echoes_sentence(reason, 1); !echoes.empty()) out += wrapped("    ", shown(echoes));
  return out + wrapped("    -> ", shown(reason.remedy));
}

std::string group_text(const Group& group, Length length, Mode mode) {
  std::string out = fmt::format(" {}: {}\n", action_title(group.action), group.reasons);
  std::size_t most = length == Length::Full ? group.entries.size() : entries_on_one_page(group.effect);
  for (std::size_t i = 0; i < group.entries.size() && i < most; ++i) out += entry_text(group.entries[i], mode);
  if (group.entries.size() > most) out += fmt::format("  ... and {} more: --full shows them\n", group.entries.size() - most);
  return out;
}

std::string head_text(const Decision& decision) {
  const Release& release = decision.release;
  std::string out = wrapped(fmt::format("{}  ", verdict_word(decision.verdict)), shown(verdict_sentence(decision)));
  out += shown(fmt::format("as of {}, policy {} {}, build {:.19}, commit {:.12}", day_text(decision.as_of), decision.policy_id,
                           decision.policy_version, release.build, release.commit));
  if (!release.previous_active.empty()) out += shown(fmt::format(", replaces {}", release.previous_active));
  out += "\n";
  for (const std::string& line : {decided_line(decision), mode_line(decision)})
    if (!line.empty()) out += wrapped("", shown(line));
  return out;
}

std::string counts_text(const Decision& decision) {
  const Counts& counts = decision.counts;
  std::string out = "Counts\n               open  overdue  due soon  overdue at ship date\n";
  for (Band band : {Band::High, Band::Medium, Band::Low}) {
    const BandCount& count = counts.bands[static_cast<std::size_t>(band)];
    out += fmt::format("  {:<8} {:>8} {:>8} {:>9} {:>21}\n", band_title(band), count.open, count.overdue, count.due_soon, count.overdue_at_ship_date);
  }
  out += fmt::format("  unrated  {:>8}\n", counts.unrated);
  if (counts.suppressed_vulnerabilities) out += fmt::format("  waived by their tool: {}\n", counts.suppressed_vulnerabilities);
  if (counts.fixed_in_candidate) out += fmt::format("  fixed here, open in the Active version: {}\n", counts.fixed_in_candidate);
  out += fmt::format("  ({})\n", deadline_note(decision));
  out += fmt::format("  analyzers: {}\n", results_line(counts));
  if (std::string line = checklist_line(counts); !line.empty()) out += fmt::format("  checklist: {}\n", line);
  return out;
}

// What is not judged stays in sight.
std::string set_aside_text(const Decision& decision, Length length) {
  const std::vector<SetAside>& all = decision.set_aside;
  if (all.empty()) return {};
  std::string out = fmt::format("\nSet aside: {} by waivers, {} by statements\n", decision.counts.waived, decision.counts.cleared);
  std::size_t most = length == Length::Full ? all.size() : entries_on_one_page(Effect::Hold);
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    const SetAside& one = all[i];
    out += wrapped("  * ", shown(one.where.empty() ? one.subject : fmt::format("{}, at {}", one.subject, one.where)));
    out += wrapped("    ", shown(set_aside_sentence(one)));
  }
  if (all.size() > most) out += fmt::format("  ... and {} more: --full shows them\n", all.size() - most);
  return out;
}

std::string evidence_text(const Decision& decision) {
  std::size_t widest = 0;
  for (const EvidenceFile& file : decision.evidence) widest = std::max(widest, std::min(kWidestFile, shown(file.file).size()));
  std::string out = "Evidence (SHA-256 shortened; JSON and Markdown have it whole)\n";
  for (const EvidenceFile& file : decision.evidence)
    out += fmt::format("  {:<10}  {:<{}}  {:.16}  {}\n", file.role, shown(file.file), widest, file.sha256, shown(file.about));
  return out;
}

}  // namespace

std::string decision_text(const Decision& decision, Length length) {
  std::string out = head_text(decision);
  const Group* previous = nullptr;
  std::vector<Group> groups = outline(decision);
  for (const Group& group : groups) {
    if (!previous || previous->effect != group.effect) out += fmt::format("\n{}\n", effect_title(group.effect));
    out += group_text(group, length, decision.mode.mode);
    previous = &group;
  }
  if (groups.empty()) out += "\nNothing stands against it.\n";
  return out + set_aside_text(decision, length) + "\n" + counts_text(decision) + "\n" + evidence_text(decision);
}

std::string accounts_text(const Decision& decision) {
  std::string out = "Clauses of the stage, in the order of the files\n";
  for (const Account& account : decision.accounts) {
    out += wrapped("  ", fmt::format("{} -> {}", shown(clause_text(account.clause)), to_string(account.clause.effect)));
    out += wrapped("      ", shown(account_line(account)));
  }
  return out;
}

}  // namespace sluice::report
