// report/log_outline.h - what all forms of a scan's log say, taken out of SARIF once.
//
// A form (report/log_<name>.cpp) decides only on layout and escaping. What is left out
// for everyone: results of another kind than `fail`, and those that only the baseline
// had (`absent`), which stay in the SARIF form alone.
//
// Texts are those of the log, valid UTF-8 and not escaped: whoever prints one escapes
// it for where it goes. Pointers go into the log, which must outlive the outline.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sarif/log.h"

namespace sluice {

struct LogFinding {
  const sarif::Run* run = nullptr;
  const sarif::Result* result = nullptr;
  const sarif::ReportingDescriptor* rule = nullptr;  // null when the log does not describe it
  sarif::Level level{};
  double score = 0;           // the rule's security-severity, 0.1 to 10.0; 0: none
  std::string path, cwe;      // percent-encoding undone; "CWE-89"
  sarif::Region region;       // line 0: the file as a whole
  std::uint32_t repetition = 0;  // how many findings before it are equal to it but for their lines
  bool is_suppressed = false;
  std::optional<sarif::BaselineState> baseline;  // set when a baseline was given; `updated` is `unchanged` here

  // 64 hex digits, each once in a log; does not change when lines move.
  std::string identity() const;
  // Something to be told of: not suppressed and not known since the baseline.
  bool is_news() const { return !is_suppressed && baseline.value_or(sarif::BaselineState::New) == sarif::BaselineState::New; }
};

// The code of the note about a function that data was not followed through all of.
inline constexpr std::string_view kFlowCut = "flow-cut";

// Something that the run tells besides results.
struct LogNote {
  sarif::Level level;
  std::string code, path, rule_id, message;  // path and rule may be empty
  std::int32_t line = 0;
  // A file, or one rule for one file, that no result says anything about.
  bool is_skipped() const { return code == "file-skipped" || code == "budget-met"; }
};

// discovered = scanned + skipped + ignored
struct LogCoverage {
  std::int64_t discovered = 0, scanned = 0, skipped = 0, ignored = 0, lines = 0, rules = 0;
  std::int64_t cut = 0;  // functions that met a bound of the data flow: kFlowCut among the notes
};

struct LogCounts {
  std::int64_t errors = 0, warnings = 0, notes = 0;  // not suppressed
  std::int64_t suppressed = 0, fresh = 0, known = 0;  // fresh and known: since the baseline, not suppressed
};

struct LogOutline {
  std::vector<LogFinding> findings;  // in the order of the log
  std::vector<LogNote> notes;
  LogCoverage coverage;
  LogCounts counts;
  bool is_complete = true;  // false: what is not reported may still be there
  bool has_baseline = false;
};

// One finding by itself: of equal ones it does not know the others, `repetition` is 0.
LogFinding outline_of(const sarif::Run& run, const sarif::Result& result);
// Whether the forms tell of a result at all, as said above.
bool is_told(const sarif::Result& result);
// `jobs`: threads that share the findings.
LogOutline outline(const sarif::Log& log, unsigned jobs = 1);
// Errors before warnings before notes, then by score; equal ones in the order of the log.
std::vector<const LogFinding*> worst_first(const LogOutline& outline);

std::string_view level_word(sarif::Level level);  // "error"
std::string counts_line(const LogOutline& outline);    // "1 error, 0 warnings, 0 notes; 2 suppressed; since the baseline: 1 new, 0 unchanged"
std::string coverage_line(const LogOutline& outline);  // "12 of 15 files scanned (1204 lines) with 96 rules; 1 skipped, 2 ignored"
std::string place_text(const LogFinding& finding);     // "src/a.c:12:3"
// Of the first accepted suppression; may be empty.
std::string justification(const LogFinding& finding);
// `text` in parts: odd ones stood between backticks. An odd number of backticks quotes nothing.
std::vector<std::string_view> code_spans(std::string_view text);

}  // namespace sluice
