// sarif/stats.h - what is in a log, counted.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

struct Count {
  std::size_t results = 0;     // all of them
  std::size_t suppressed = 0;  // of these, as is_suppressed says
};

struct Stats {
  Count total;
  std::map<std::string, Count> by_tool, by_rule, by_level, by_kind, by_file, by_baseline_state;
  std::map<std::string, std::size_t> notifications;  // by level
  std::size_t runs = 0, incomplete_runs = 0;
};

// Results without a rule, file or state are counted under "".
Stats stats(const Log& log);

// As tables for people: the rules and files with the most results first, at most `rows` of each.
std::string to_text(const Stats& stats, std::size_t rows = 20);
std::string to_json(const Stats& stats);  // everything, keys sorted

}  // namespace sluice::sarif
