// A log for people at a terminal: what, where, why; then what was looked at.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/log_format.h"
#include "sarif/log.h"

namespace sluice {
namespace {

std::string_view word_of(sarif::Level level) {
  switch (level) {
    case sarif::Level::Error: return "error";
    case sarif::Level::Warning: return "warning";
    case sarif::Level::Note: return "note";
    case sarif::Level::None: return "none";
  }
  return "";
}

}  // namespace

std::string render_text(const sarif::Log& log, const RenderOptions&) {
  std::string out;
  for (const sarif::Run& run : log.runs)
    for (const sarif::Result& result : run.results.value_or(std::vector<sarif::Result>{})) {
      if (result.locations.empty()) continue;
      const auto& physical = result.locations[0].physical_location;
      if (!physical || !physical->region) continue;
      out += fmt::format("{}:{}:{}: {}: {} [{}]\n", escape_terminal(physical->artifact_location ? physical->artifact_location->uri : ""), physical->region->start_line,
                         physical->region->start_column, word_of(result.level.value_or(sarif::Level::Warning)), escape_terminal(result.message.text), result.rule_id);
    }
  return out;
}

}  // namespace sluice
