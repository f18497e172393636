// report/decision_outline.h - the order and the words of a decision, for all forms of it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/decision.h"

namespace sluice::report {

// Reasons that differ only in where they are: one entry, many places.
struct Entry {
  const gate::Reason* reason;
  std::vector<std::string> places;  // sorted, each once, without empty ones
};

// What is to be done about reasons of one effect.
struct Group {
  gate::Effect effect;
  gate::Action action;
  std::vector<Entry> entries;
  std::size_t reasons = 0;
};

std::vector<Group> outline(const gate::Decision& decision);

// One thing to do, and how many of the reasons that hold it would clear.
struct NextAction {
  const gate::Reason* reason;  // the first of them
  std::size_t reasons = 0;
};
// The fewest actions after which nothing holds, those that clear most first.
std::vector<NextAction> actions_to_go(const gate::Decision& decision);
// "Decided by policy.yaml:12 vulnerabilities.overdue and 2 more clauses; 3 actions turn it to go"; "" when nothing holds
std::string decided_line(const gate::Decision& decision);
// What `mode` kept from holding, as a sentence; "" in `mode: block`.
std::string mode_line(const gate::Decision& decision);
// "holds without `mode: ratchet`"; "" when the mode changed nothing about it.
std::string mode_note(const gate::Reason& reason, gate::Mode mode);
// "looked at 12 open results, decided 3; not: 7 levels, 2 scope"
std::string account_line(const gate::Account& account);

std::string_view verdict_word(gate::Verdict verdict);    // "HOLD", "GO", "GO WITH CONDITIONS"
std::string verdict_sentence(const gate::Decision& decision);
std::string_view effect_title(gate::Effect effect);      // "What holds it"
std::string_view action_title(gate::Action action);      // "Fix"
std::string counted(std::size_t count, std::string_view noun);
std::string clause_text(const gate::Clause& clause);     // "policy.yaml:12 vulnerabilities.overdue"
std::string band_title(gate::Band band);                 // "High"
std::string deadline_note(const gate::Decision& decision);
std::string results_line(const gate::Counts& counts);    // analyzers' results in a sentence; "" without any
std::string checklist_line(const gate::Counts& counts);  // "" without a checklist

// "Linked with CVE-.. in openssl, at web (why it is), and 2 more"; "" when nothing is.
// `most`: of those that are told.
std::string echoes_sentence(const gate::Reason& reason, std::size_t most);

std::string set_aside_sentence(const gate::SetAside& one);  // who, until when, why, where it is written

// Of each group; what holds gets more room than what is only told.
std::size_t entries_on_one_page(gate::Effect effect);
inline constexpr std::size_t kPlacesShown = 3;
// "a.c:1, b.c:2, c.c:3 and 4 more"
std::string places_text(const Entry& entry);

}  // namespace sluice::report
