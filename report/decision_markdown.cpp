#include <fmt/format.h>

#include "base/text.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"

namespace sluice::report {
namespace {

using namespace gate;

std::string shown(std::string_view text) { return escape_markdown(text); }

std::string entry_markdown(const Entry& entry, Mode mode) {
  const Reason& reason = *entry.reason;
  std::string out = fmt::format("- **{}**", shown(reason.subject));
  if (!entry.places.empty()) out += fmt::format(" at {}", shown(places_text(entry)));
  out += fmt::format("  \n  {}  \n", shown(reason.what));
  if (std::string echoes = echoes_sentence(reason, 1); !echoes.empty()) out += fmt::format("  {}  \n", shown(echoes));
  out += fmt::format("  **Do:** {}  \n", shown(reason.remedy));
  std::string note = mode_note(reason, mode);
  return out + fmt::format("  <sub>{}{}{}</sub>\n", shown(clause_text(reason.clause)), note.empty() ? "" : ", ", shown(note));
}

std::string group_markdown(const Group& group, Length length, Mode mode) {
  std::string out = fmt::format("\n### {}: {}\n\n", action_title(group.action), group.reasons);
  std::size_t most = length == Length::Full ? group.entries.size() : entries_on_one_page(group.effect);
  for (std::size_t i = 0; i < group.entries.size() && i < most; ++i) out += entry_markdown(group.entries[i], mode);
  if (group.entries.size() > most) out += fmt::format("- ... and {} more: `--full` shows them\n", group.entries.size() - most);
  return out;
}

std::string head_markdown(const Decision& decision) {
  const Release& release = decision.release;
  std::string out = fmt::format("# {}: {} {}\n\n{}.\n\n", verdict_word(decision.verdict), shown(release.product), shown(release.version),
                                shown(verdict_sentence(decision)));
  out += "| | |\n| --- | --- |\n";
  auto row = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("| {} | {} |\n", name, shown(value));
  };
  row("Stage", decision.stage);
  row("As of", day_text(decision.as_of));
  row("Policy", decision.policy_id + " " + decision.policy_version);
  row("Build", release.build);
  row("Commit", release.commit);
  row("Replaces", release.previous_active);
  row("Ship date", release.ship_date ? day_text(*release.ship_date) : "");
  row("Sandbox", release.sandbox ? release.sandbox->name : "");
  row("Deciding", decided_line(decision));
  row("Mode", mode_line(decision));
  return out;
}

std::string counts_markdown(const Decision& decision) {
  const Counts& counts = decision.counts;
  std::string out = "\n## Counts\n\n| | Open | Overdue | Due soon | Overdue at ship date |\n| --- | ---: | ---: | ---: | ---: |\n";
  for (Band band : {Band::High, Band::Medium, Band::Low}) {
    const BandCount& count = counts.bands[static_cast<std::size_t>(band)];
    out += fmt::format("| {} | {} | {} | {} | {} |\n", band_title(band), count.open, count.overdue, count.due_soon, count.overdue_at_ship_date);
  }
  out += fmt::format("| Unrated | {} | | | |\n\n", counts.unrated);
  if (counts.suppressed_vulnerabilities) out += fmt::format("Waived by their tool: {}.\n", counts.suppressed_vulnerabilities);
  if (counts.fixed_in_candidate) out += fmt::format("Fixed here, open in the Active version: {}.\n", counts.fixed_in_candidate);
  out += fmt::format("({})\n\nAnalyzers: {}.\n", deadline_note(decision), results_line(counts));
  if (std::string line = checklist_line(counts); !line.empty()) out += fmt::format("\nChecklist: {}.\n", line);
  return out;
}

std::string set_aside_markdown(const Decision& decision, Length length) {
  const std::vector<SetAside>& all = decision.set_aside;
  if (all.empty()) return {};
  std::string out = fmt::format("\n## Set aside: {} by waivers, {} by statements\n\n", decision.counts.waived, decision.counts.cleared);
  std::size_t most = length == Length::Full ? all.size() : entries_on_one_page(Effect::Hold);
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    const SetAside& one = all[i];
    out += fmt::format("- **{}**{}  \n  {}\n", shown(one.subject), one.where.empty() ? "" : " at " + shown(one.where), shown(set_aside_sentence(one)));
  }
  if (all.size() > most) out += fmt::format("- ... and {} more: `--full` shows them\n", all.size() - most);
  return out;
}

std::string evidence_markdown(const Decision& decision) {
  std::string out = "\n## Evidence\n\n| | File | SHA-256 | |\n| --- | --- | --- | --- |\n";
  for (const EvidenceFile& file : decision.evidence)
    out += fmt::format("| {} | {} | `{}` | {} |\n", file.role, shown(file.file), file.sha256, shown(file.about));
  return out;
}

}  // namespace

std::string decision_markdown(const Decision& decision, Length length) {
  std::string out = head_markdown(decision);
  const Group* previous = nullptr;
  std::vector<Group> groups = outline(decision);
  for (const Group& group : groups) {
    if (!previous || previous->effect != group.effect) out += fmt::format("\n## {}\n", effect_title(group.effect));
    out += group_markdown(group, length, decision.mode.mode);
    previous = &group;
  }
  if (groups.empty()) out += "\nNothing stands against it.\n";
  return out + set_aside_markdown(decision, length) + counts_markdown(decision) + evidence_markdown(decision);
}

std::string accounts_markdown(const Decision& decision) {
  std::string out = "\n## Clauses\n\n| Clause | Effect | |\n| --- | --- | --- |\n";
  for (const Account& account : decision.accounts)
    out += fmt::format("| {} | {} | {} |\n", shown(clause_text(account.clause)), to_string(account.clause.effect), shown(account_line(account)));
  return out;
}

}  // namespace sluice::report
