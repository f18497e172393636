#include "gate/import_archive.h"

#include <algorithm>
#include <unordered_map>

#include "gate/importers/defender.h"
#include "gate/report_archive.h"
#include "gate/report_builder.h"
#include "gate/report_document.h"

namespace sluice::gate {
namespace {

// Adds reports of one tool to the first of them.
class Joined {
 public:
  explicit Joined(ImportedReport first) : report_(std::move(first)) {
    for (std::size_t i = 0; i < report_.vulnerabilities.size(); ++i) known_.emplace(report_.vulnerabilities[i].identity, i);
  }

  void add(ImportedReport other) {
    report_.items += other.items;
    report_.merged += other.merged;
    for (const auto& [reason, count] : other.left_out) report_.left_out[reason] += count;
    for (std::string& target : other.targets)
      if (std::ranges::find(report_.targets, target) == report_.targets.end()) report_.targets.push_back(std::move(target));
    add_times(other);
    report_.facts.merge(other.facts);
    if (other.credentialed == false || !report_.credentialed) report_.credentialed = other.credentialed;
    report_.completeness = worse(report_.completeness, other.completeness);
    report_.incomplete_reasons.insert(report_.incomplete_reasons.end(), other.incomplete_reasons.begin(), other.incomplete_reasons.end());
    for (Vulnerability& one : other.vulnerabilities) add_vulnerability(std::move(one));
  }

  ImportedReport take() && {
    for (Vulnerability& one : report_.vulnerabilities) sort_lists(one);
    return std::move(report_);
  }

 private:
  static Completeness worse(Completeness a, Completeness b) {
    if (a == Completeness::Incomplete || b == Completeness::Incomplete) return Completeness::Incomplete;
    return a == b ? a : Completeness::Unknown;
  }

  void add_times(const ImportedReport& other) {
    if (other.scan_start && (!report_.scan_start || *other.scan_start < *report_.scan_start))
      report_.scan_start = other.scan_start, report_.scan_start_time = other.scan_start_time;
    if (other.scan_end && (!report_.scan_end || *other.scan_end > *report_.scan_end))
      report_.scan_end = other.scan_end, report_.scan_end_time = other.scan_end_time;
  }

  void add_vulnerability(Vulnerability one) {
    auto [known, is_new] = known_.emplace(one.identity, report_.vulnerabilities.size());
    if (is_new) return report_.vulnerabilities.push_back(std::move(one));
    merge_into(report_.vulnerabilities[known->second], std::move(one));
    ++report_.merged;
  }

  ImportedReport report_;
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace

Result<ImportedReport> import_archive(std::string_view tool, const std::string& file, std::string_view bytes, Keep keep, ImportMember import) {
  SLUICE_TRY(std::vector<ArchiveMember> members, read_zip(file, bytes));
  defender::Machines machines;
  std::optional<Joined> joined;
  std::string format;
  for (const ArchiveMember& member : members) {
    SLUICE_TRY(ReportDocument document, ReportDocument::parse(file + "!" + member.name, member.bytes));
    if (defender::read_machines(document, machines)) continue;
    SLUICE_TRY(ImportedReport report, import(tool, document));
    if (!format.empty() && report.format != format)
      return fail({document.file()}, "import-archive", fmt::format("a report of `{}` beside one of `{}`; give them one by one", report.format, format));
    format = report.format;
    if (joined) joined->add(std::move(report));
    else joined.emplace(std::move(report));
  }
  if (!joined) return fail({file}, "import-archive", "the archive has no report of vulnerabilities");
  ImportedReport report = std::move(*joined).take();
  report.file = file;
  defender::name_hosts(machines, report);
  if (keep == Keep::All) return report;
  for (Vulnerability& one : report.vulnerabilities) report.compact.add(std::move(one));
  report.vulnerabilities.clear();
  return report;
}

}  // namespace sluice::gate
