// sarif/export_steps.h - the single changes that profiles are made of. Each works on one
// run and returns how much it cut.
#pragma once
#include <cstddef>
#include <string_view>

#include "sarif/log.h"

namespace sluice::sarif {

std::size_t drop_suppressed(Run& run);
std::size_t drop_absent(Run& run);       // results that a baseline had and this run has not
std::size_t drop_other_kinds(Run& run);  // all but `fail`
std::size_t drop_same_alert(Run& run);   // GitHub takes equal rule, path and line hash for one alert
std::size_t drop_least_severe(Run& run, std::size_t keep);
std::size_t drop_unused_rules(Run& run);
void clear_suppressions(Run& run);
// Suppressions that do not suppress (under review, rejected): some consumers hide the result for any.
std::size_t drop_idle_suppressions(Run& run);
std::size_t cut_flow_steps(Run& run, std::size_t per_result);  // out of the middle: source and sink stay
std::size_t cut_locations(Run& run, std::size_t per_result);
std::size_t cut_tags(Run& run, std::size_t per_rule);  // `security` stays
std::size_t shorten_texts(Run& run);                   // of rules, to GitHub's lengths
void inline_references(Run& run);                      // flow steps and paths that are only an index
void fill_message_texts(Run& run);                     // from the rule's strings and the arguments
void move_configuration_notifications(Run& run);       // Jenkins takes them for issues
std::size_t drop_notifications(Run& run);
void notify(Run& run, std::string_view what, std::size_t count);  // tells a cut in the log

}  // namespace sluice::sarif
