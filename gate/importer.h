// gate/importer.h - reports of other tools become vulnerabilities.
//
// An importer knows one tool's formats. It accounts for every item of the file: an
// item becomes a vulnerability, is merged into one, or is left out for a reason that
// is counted. And it fails closed: what is not certainly a whole report of its tool
// (garbage, a truncated file, an error message, a login page) is an error, never
// "0 findings". Since a scan that did not finish is not clean either, a report says
// whether it is complete.
//
// To add an importer:
//   1. write gate/importers/<name>.cpp with a class derived from Importer and
//      `std::unique_ptr<const Importer> make_<name>_importer()`;
//      (`importer_of` of gate/report_builder.h makes one of two functions);
//   2. add a line to gate/importers.def, and to the tables of gate/report_document.cpp where its
//      items are, so that they are read one at a time; a row to docs/importers.md;
//   3. put samples into tests/unit/gate/data/ and what they hold into importer_formats_test.cpp.
// gate/report_builder.h does the counting and merging, gate/report_document.h has
// checked the bytes already, gate/identity.h names vulnerabilities.
//
// Importers hold no state: any number of threads may use one.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gate/date.h"
#include "gate/vulnerability_store.h"

namespace sluice::gate {

class ReportDocument;

// Whether the scan behind a report covered what it was told to.
enum class Completeness : std::uint8_t {
  Unknown,     // the format does not say
  Complete,    // it says so
  Incomplete,  // it says that something failed or was not finished
};
std::string_view to_string(Completeness completeness);  // "unknown" "complete" "incomplete"

// What of the vulnerabilities is kept in memory.
enum class Keep : std::uint8_t {
  All,          // in `vulnerabilities`
  ForDecision,  // in `compact`: what a decision reads, in a tenth of the memory
};

struct ImportedReport {
  std::string format;  // the importer's name
  std::string file;    // as named by the caller
  std::string digest;  // SHA-256 of the bytes, 64 hex digits
  std::string tool;    // of several tools in one file: all, separated by ", "
  std::string tool_version;
  std::vector<std::string> targets;  // what was scanned, as the report names it, in file order
  std::optional<Date> scan_start, scan_end;
  std::string scan_start_time, scan_end_time;  // as written, for those who need the hour
  std::optional<bool> credentialed;            // all hosts were scanned with a login, where the format says
  std::map<std::string, std::string> facts;    // further claims: "plugin-feed", "policy"
  Completeness completeness = Completeness::Unknown;
  std::vector<std::string> incomplete_reasons;

  std::size_t items = 0;                        // in the file; == found() + merged + sum of left_out
  std::vector<Vulnerability> vulnerabilities;   // in the order of the file
  VulnerabilityStore compact;                   // the same in little memory: one of the two is empty
  std::size_t found() const { return vulnerabilities.size() + compact.size(); }
  std::size_t merged = 0;                       // items that were the same vulnerability as an earlier one
  std::map<std::string, std::size_t> left_out;  // reason ("informational", "kind-pass") -> items
};

class Importer {
 public:
  virtual ~Importer() = default;
  virtual std::string_view name() const = 0;  // as on the command line: "osv-scanner"
  // Whether the document has the shape of this tool's reports. Cheap, looks at the
  // outline only; two importers must not both say yes.
  virtual bool recognizes(const ReportDocument& document) const = 0;
  // The caller has asked `recognizes`.
  virtual Result<ImportedReport> import(const ReportDocument& document, Keep keep) const = 0;
};

#define SLUICE_IMPORTER(name) std::unique_ptr<const Importer> make_##name##_importer();
#include "gate/importers.def"
#undef SLUICE_IMPORTER

// All of them, in the order of importers.def.
std::vector<std::unique_ptr<const Importer>> make_importers();

// `tool` is an importer's name or "auto", which tells by content. Errors: unknown
// tool, a file that is not what `tool` says or that nobody recognizes, and whatever
// is wrong in the report.
Result<ImportedReport> import_report(std::string_view tool, const std::string& file, std::string_view bytes, Keep keep = Keep::All);

// The same of a file, however large: its bytes are not copied into memory.
Result<ImportedReport> import_report_file(std::string_view tool, const std::string& path, Keep keep = Keep::All);

}  // namespace sluice::gate
