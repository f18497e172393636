// gate/report_builder.h - what importers have in common: counting, merging, scores, ids.
//
// Private to importers. An importer gives each item of the file to `add` or
// `leave_out`, exactly once; `finish` holds the sum to be right.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "gate/identity.h"
#include "gate/importer.h"

namespace sluice::gate {

class ReportBuilder {
 public:
  ReportBuilder(std::string_view format, std::string file, Keep keep);

  // What the report says about itself; counts and vulnerabilities are the builder's.
  ImportedReport& report() { return report_; }

  // One item. Items of the same identity are one vulnerability when they are also at
  // the same `spot` (a line, a region; empty: there is only one); otherwise they are
  // told apart by an ordinal, so that a tool's imprecise fingerprint merges nothing.
  void add(Vulnerability vulnerability, const IdentityParts& parts, std::string_view spot = {});
  // The same of tools that report facts (a banner, a header) as items of severity "info":
  // those are left out as `informational`, unless they carry a CVE or a score above 0, for
  // then somebody has turned a finding down, which is not the scanner's to decide.
  void add_finding(Vulnerability vulnerability, const IdentityParts& parts, std::string_view spot = {});
  void leave_out(std::string_view reason, std::size_t count = 1);

  void add_target(std::string target);
  void add_incomplete(std::string reason);
  // Widens the time of the scan; `time` is kept as written.
  void scanned_from(std::optional<Date> day, const std::string& time);
  void scanned_until(std::optional<Date> day, const std::string& time);

  // A vulnerability without a tool is the report's tool's.
  ImportedReport finish() &&;

 private:
  void merge(std::size_t index, Vulnerability&& vulnerability);

  ImportedReport report_;
  Keep keep_;
  std::size_t ordinal_of(const std::string& identity, std::string_view spot);

  std::unordered_map<std::string, std::size_t> places_;      // identity, line end, spot -> index
  std::unordered_map<std::string, std::size_t> spots_seen_;  // identity -> different spots, where one is not empty
  std::set<std::string, std::less<>> targets_;
};

// An importer made of two functions: the second gives all items to the builder.
std::unique_ptr<const Importer> importer_of(std::string_view name, bool (*recognizes)(const ReportDocument&),
                                            Result<void> (*import)(const ReportDocument&, ReportBuilder&));

// Adds what `other` knows to `into`; both are the same vulnerability. The worse severity
// stays, and so does the status that asks for more: open, needs review, suppressed.
// Lists are appended to, and sorted once by `finish`: a report may have one
// vulnerability a million times.
void merge_into(Vulnerability& into, Vulnerability&& other);

// A score as a report states it.
struct StatedScore {
  std::string source;
  std::string vector;                  // with or without prefix, also "CVSS2#AV:.."; may be empty
  std::string number;                  // may be empty
  std::optional<CvssVersion> version;  // what the report says, for a vector without prefix and for a bare number
};
// Adds the rating. What cannot be believed (a vector that is not valid, a number that
// is not a score or contradicts its vector) is told in `evidence`. A bare 0 is how
// tools write "no score", and rates nothing.
void add_rating(Vulnerability& vulnerability, const StatedScore& stated);

// Sorts ids, versions and ratings and removes repetitions; `finish` does it for all.
void sort_lists(Vulnerability& vulnerability);

// Appends every CVE, GHSA and CWE id that occurs in `text`.
void add_ids(VulnerabilityIds& ids, std::string_view text);

// Adds a piece of evidence, shortened when it is very long.
void add_evidence(Vulnerability& vulnerability, std::string text);

// "CRITICAL", "moderate", "Informational", "note", ...; Unknown for anything else.
SeverityWord severity_word_of(std::string_view text);

}  // namespace sluice::gate
