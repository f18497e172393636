// analyzers/scan/to_log.h - a scan as SARIF, the only thing that leaves this room.
#pragma once
#include <optional>
#include <string>

#include "analyzers/scan/scan.h"
#include "sarif/log.h"
#include "sarif/result_stream.h"

namespace sluice {

struct LogOptions {
  bool is_reproducible = false;  // no clock, no command line
  std::string command_line;
  std::string start_time_utc, end_time_utc;  // 2026-01-31T23:59:59.000Z
  std::string category = "sluice/";          // automationDetails.id
  std::optional<sarif::VersionControlDetails> version_control;
  unsigned jobs = 1;  // threads that share the work; the log does not depend on it
};

sarif::Log to_log(const ScanResult& result, const LogOptions& options);
// The same log, its results made when they are written. `result` must outlive it.
sarif::StreamedLog to_streamed_log(const ScanResult& result, const LogOptions& options);

}  // namespace sluice
