#include "checklists/predicates/scans.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::checklists {

std::vector<RunRef> runs_of(const Evidence& evidence, const std::function<bool(const ScanRun&)>& wants) {
  std::vector<RunRef> runs;
  for (const Scan& scan : evidence.scans)
    for (const ScanRun& run : scan.runs)
      if (wants(run)) runs.push_back({&scan, &run});
  return runs;
}

std::vector<Looked> looked_at(const std::vector<RunRef>& runs) {
  std::vector<Looked> looked;
  for (const RunRef& ref : runs) {
    Looked file{ref.scan->file, ref.scan->sha256};
    if (std::ranges::find(looked, file) == looked.end()) looked.push_back(std::move(file));
  }
  return looked;
}

std::string first_incomplete(const std::vector<RunRef>& runs) {
  for (const RunRef& ref : runs)
    if (!ref.run->incomplete.empty())
      return fmt::format("{}: the run of {} is not complete: {}", ref.scan->file, ref.run->tool, ref.run->incomplete[0]);
  return {};
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace sluice::checklists
