// A decision as one page for a release manager: the verdict, what to do next, every reason
// by what to do about it, deadlines, what is waived, the evidence with its digests, and for
// whoever asks further what every clause looked at.
//
// All text that comes from a report or a policy goes through shown(). Long groups are
// folded, never cut: the page has every reason.
#include <fmt/format.h>

#include <algorithm>

#include "base/version.h"
#include "embedded/decision_html_style.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"
#include "report/html_page.h"
#include "report/log_outline.h"

namespace sluice::report {
namespace {

using namespace gate;
using html::shown;

constexpr std::size_t kEntriesOpen = 12;  // of a group, before the fold
constexpr std::size_t kNextShown = 8;

// Text with `code` in it.
std::string prose(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (std::string_view part : code_spans(text)) {
    if (!part.empty()) out += is_code ? fmt::format("<code>{}</code>", shown(part)) : shown(part);
    is_code = !is_code;
  }
  return out;
}

// `blocks` as they are up to `open`, the others behind a fold.
std::string folded(const std::vector<std::string>& blocks, std::size_t open, std::string_view what) {
  std::string out, rest;
  for (std::size_t i = 0; i < blocks.size(); ++i) (i < open ? out : rest) += blocks[i];
  if (rest.empty()) return out;
  return out + fmt::format("<details><summary>{} more {}</summary>\n{}</details>\n", blocks.size() - open, what, rest);
}

std::string facts(const Decision& decision) {
  const Release& release = decision.release;
  std::string out = "<dl>";
  auto row = [&](std::string_view name, std::string_view value, bool is_code = false) {
    if (value.empty()) return;
    std::string text = shown(value);
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, is_code ? "<code>" + text + "</code>" : text);
  };
  row("Stage", decision.stage);
  row("As of", day_text(decision.as_of));
  row("Policy", decision.policy_id + " " + decision.policy_version);
  row("Build", release.build, true);
  row("Commit", release.commit, true);
  row("Replaces", release.previous_active);
  row("Ship date", release.ship_date ? day_text(*release.ship_date) : "");
  if (release.sandbox) row("Sandbox", fmt::format("{}, deployed {}", release.sandbox->name, instant_text(release.sandbox->deployed)));
  return out + "</dl>";
}

std::string head(const Decision& decision) {
  const Release& release = decision.release;
  std::string out = fmt::format("<header class=\"{}\">\n<h1><span class=\"verdict\">{}</span> {} {}</h1>\n<p>{}.</p>\n", to_string(decision.verdict),
                                verdict_word(decision.verdict), shown(release.product), shown(release.version), shown(verdict_sentence(decision)));
  if (std::string line = decided_line(decision); !line.empty()) out += fmt::format("<p class=\"soft\">{}.</p>\n", shown(line));
  if (std::string line = mode_line(decision); !line.empty()) out += fmt::format("<p class=\"mode\">{}.</p>\n", shown(line));
  return out + facts(decision) + "\n</header>\n";
}

std::string numbers(const Decision& decision) {
  std::size_t open = decision.counts.unrated, overdue = 0, soon = 0, at_ship = 0;
  for (const BandCount& band : decision.counts.bands) {
    open += band.open;
    overdue += band.overdue;
    soon += band.due_soon;
    at_ship += band.overdue_at_ship_date;
  }
  auto one = [](std::size_t count, std::string_view text, std::string_view style) {
    return fmt::format("<li class=\"{}\"><b>{}</b>{}</li>", count ? style : "", count, text);
  };
  return "<ul class=\"numbers\">" + one(decision.count(Effect::Hold), "reasons hold it", "bad") +
         one(decision.count(Effect::Condition), "conditions", "warn") + one(open, "on the clock", "") + one(overdue, "overdue", "bad") +
         one(soon, "due soon", "warn") + one(at_ship, "overdue at ship date", "warn") + "</ul>\n";
}

std::string next_actions(const Decision& decision) {
  std::vector<std::string> items;
  for (const NextAction& next : actions_to_go(decision)) {
    const Reason& first = *next.reason;
    if (next.reasons > 1)
      items.push_back(fmt::format("<li>{} <span class=\"soft\">(clears {} reasons, {} first)</span></li>\n", prose(first.remedy), next.reasons, shown(first.subject)));
    else
      items.push_back(fmt::format("<li><b>{}</b>{}: {}</li>\n", shown(first.subject), first.where.empty() ? "" : fmt::format(" <span class=\"place\">{}</span>", shown(first.where)),
                                  prose(first.remedy)));
  }
  if (items.empty()) return {};
  std::string first, rest;
  for (std::size_t i = 0; i < items.size(); ++i) (i < kNextShown ? first : rest) += items[i];
  std::string out = fmt::format("<h2>What turns it to go</h2>\n<ol class=\"next\">\n{}</ol>\n", first);
  if (rest.empty()) return out;
  return out + fmt::format("<details><summary>{} more actions</summary>\n<ol class=\"next\" start=\"{}\">\n{}</ol></details>\n", items.size() - kNextShown,
                           kNextShown + 1, rest);
}

std::string places(const Entry& entry) {
  if (entry.places.empty()) return {};
  if (entry.places.size() <= kPlacesShown) return fmt::format(" <span class=\"place\">{}</span>", shown(places_text(entry)));
  std::string all;
  for (const std::string& place : entry.places) all += shown(place) + "<br>";
  return fmt::format("<details><summary>at {} places</summary><span class=\"place\">{}</span></details>", entry.places.size(), all);
}

std::string article(const Entry& entry, Mode mode) {
  const Reason& reason = *entry.reason;
  std::string note = mode_note(reason, mode);
  std::string echoes = echoes_sentence(reason, reason.echoes.size());
  if (!echoes.empty()) echoes = "<p>" + prose(echoes) + "</p>";
  return fmt::format("<article class=\"{}\"><p><span class=\"subject\">{}</span>{}</p><p>{}</p>{}<p class=\"do\"><b>Do:</b> {}</p>"
                     "<p class=\"clause\">{}{}{}</p></article>\n",
                     to_string(reason.effect), shown(reason.subject), places(entry), prose(reason.what), echoes, prose(reason.remedy),
                     shown(clause_text(reason.clause)), note.empty() ? "" : ", ", shown(note));
}

std::string reasons(const Decision& decision) {
  std::string out;
  const Group* previous = nullptr;
  std::vector<Group> groups = outline(decision);
  for (const Group& group : groups) {
    if (!previous || previous->effect != group.effect) out += fmt::format("<h2>{}</h2>\n", effect_title(group.effect));
    out += fmt::format("<h3>{}<b>{}</b></h3>\n", action_title(group.action), group.reasons);
    std::vector<std::string> articles;
    for (const Entry& entry : group.entries) articles.push_back(article(entry, decision.mode.mode));
    out += folded(articles, kEntriesOpen, "of this kind");
    previous = &group;
  }
  return out.empty() ? "<p class=\"empty\">Nothing stands against it.</p>\n" : out;
}

std::string counts_table(const Decision& decision) {
  const Counts& counts = decision.counts;
  std::string out = "<h2>Counts</h2>\n<div class=\"scroll\"><table><tr><th></th><th class=\"number\">Open</th><th class=\"number\">Overdue</th>"
                    "<th class=\"number\">Due soon</th><th class=\"number\">Overdue at ship date</th></tr>\n";
  for (Band band : {Band::High, Band::Medium, Band::Low}) {
    const BandCount& count = counts.bands[static_cast<std::size_t>(band)];
    out += fmt::format("<tr><td>{}</td><td class=\"number\">{}</td><td class=\"number{}\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                       band_title(band), count.open, count.overdue ? " bad" : "", count.overdue, count.due_soon, count.overdue_at_ship_date);
  }
  out += fmt::format("<tr><td>Unrated</td><td class=\"number\">{}</td><td></td><td></td><td></td></tr></table></div>\n<p class=\"soft\">{}. Analyzers: {}.", counts.unrated,
                     shown(deadline_note(decision)), results_line(counts));
  if (counts.suppressed_vulnerabilities) out += fmt::format(" Waived by their tool: {}.", counts.suppressed_vulnerabilities);
  if (counts.fixed_in_candidate) out += fmt::format(" Fixed here, open in the Active version: {}.", counts.fixed_in_candidate);
  if (std::string line = checklist_line(counts); !line.empty()) out += fmt::format(" Checklist: {}.", line);
  return out + "</p>\n";
}

std::string deadline_row(const Reason& reason, Date as_of) {
  const Timing& timing = *reason.timing;
  auto left = (*timing.due - as_of).count();
  std::string when = left < 0 ? fmt::format("{} over", counted(static_cast<std::size_t>(-left), "day")) : left == 0 ? "today" : "in " + counted(static_cast<std::size_t>(left), "day");
  return fmt::format("<tr><td class=\"day\">{}</td><td class=\"day {}\">{}</td><td>{}</td><td class=\"number\">{}</td><td class=\"day\">{}</td></tr>\n", day_text(*timing.due),
                     left < 0 ? "bad" : "warn", when, shown(reason.subject), timing.score ? to_string(*timing.score) : "", day_text(timing.first_seen));
}

// What is due, the earliest first: of each thing one row, however many clauses speak of it.
std::string deadlines(const Decision& decision) {
  std::vector<const Reason*> due;
  std::vector<std::string> told;
  for (const Reason& reason : decision.reasons) {
    std::string key = reason.identity + reason.subject;
    if (!reason.timing || !reason.timing->due || std::ranges::binary_search(told, key)) continue;
    told.insert(std::ranges::upper_bound(told, key), key);
    due.push_back(&reason);
  }
  std::ranges::stable_sort(due, {}, [](const Reason* reason) { return *reason->timing->due; });
  if (due.empty()) return {};
  std::string rows, more;
  for (std::size_t i = 0; i < due.size(); ++i) (i < kEntriesOpen ? rows : more) += deadline_row(*due[i], decision.as_of);
  std::string titles = "<tr><th>Due</th><th></th><th>What</th><th class=\"number\">Score</th><th>First seen</th></tr>\n";
  std::string out = fmt::format("<h2>Deadlines</h2>\n<div class=\"scroll\"><table>{}{}</table></div>\n", titles, rows);
  if (more.empty()) return out;
  return out + fmt::format("<details><summary>{} more</summary><div class=\"scroll\"><table>{}{}</table></div></details>\n", due.size() - kEntriesOpen, titles, more);
}

std::string set_aside_row(const SetAside& one) {
  std::string due = one.timing && one.timing->due ? day_text(*one.timing->due) : "";
  std::string subject = one.where.empty() ? one.subject : fmt::format("{}, at {}", one.subject, one.where);
  return fmt::format("<tr><td>{}</td><td>{}</td><td class=\"day\">{}</td></tr>\n", shown(subject), shown(set_aside_sentence(one)), due);
}

// What is not judged stays in sight.
std::string set_aside(const Decision& decision) {
  const std::vector<SetAside>& all = decision.set_aside;
  if (all.empty()) return {};
  std::string rows, more;
  for (std::size_t i = 0; i < all.size(); ++i) (i < kEntriesOpen ? rows : more) += set_aside_row(all[i]);
  std::string titles = "<tr><th>What</th><th>By</th><th>Due</th></tr>\n";
  std::string out = fmt::format("<h2>Set aside: {} by waivers, {} by statements</h2>\n<div class=\"scroll\"><table>{}{}</table></div>\n", decision.counts.waived,
                                decision.counts.cleared, titles, rows);
  if (more.empty()) return out;
  return out + fmt::format("<details><summary>{} more</summary><div class=\"scroll\"><table>{}{}</table></div></details>\n", all.size() - kEntriesOpen, titles, more);
}

std::string evidence(const Decision& decision) {
  std::string out = "<h2>Evidence</h2>\n<div class=\"scroll\"><table><tr><th></th><th>File</th><th>About</th><th>SHA-256</th></tr>\n";
  for (const EvidenceFile& file : decision.evidence)
    out += fmt::format("<tr><td>{}</td><td class=\"place\">{}</td><td>{}</td><td class=\"digest\"><code>{}</code></td></tr>\n", file.role, shown(file.file),
                       shown(file.about), shown(file.sha256));
  return out + "</table></div>\n";
}

std::string accounts(const Decision& decision) {
  std::string out = "<h2>Every clause of the stage</h2>\n<details><summary>What each looked at, and why it did not decide</summary>\n<div class=\"scroll\"><table>"
                    "<tr><th>Clause</th><th>Effect</th><th></th></tr>\n";
  for (const Account& account : decision.accounts)
    out += fmt::format("<tr><td class=\"place\">{}</td><td>{}</td><td>{}</td></tr>\n", shown(clause_text(account.clause)), to_string(account.clause.effect),
                       shown(account_line(account)));
  return out + "</table></div></details>\n";
}

}  // namespace

std::string decision_html(const Decision& decision) {
  std::string title = fmt::format("{}: {} {}", verdict_word(decision.verdict), decision.release.product, decision.release.version);
  return html::page_head(title, embedded::decision_html_style()[0].bytes) + "<body>\n<main>\n" + head(decision) + numbers(decision) + next_actions(decision) +
         reasons(decision) + deadlines(decision) + set_aside(decision) + counts_table(decision) + evidence(decision) + accounts(decision) +
         fmt::format("<p class=\"soft\">Sluice {}</p>\n</main>\n</body>\n</html>\n", kVersion);
}

}  // namespace sluice::report
