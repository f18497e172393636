#include "report/log_format.h"

#include "sarif/log.h"
#include "sarif/writer.h"

namespace sluice {

#define SLUICE_LOG_FORMAT(suffix, name, streams) std::string render_##suffix(const sarif::Log& log, const RenderOptions& options);
#include "report/log_formats.def"
#undef SLUICE_LOG_FORMAT

std::string render_sarif(const sarif::Log& log, const RenderOptions& options) { return sarif::write_log(log, sarif::Layout::Lines, options.jobs, options.results, options.sink); }

const std::vector<LogFormat>& log_formats() {
  static const std::vector<LogFormat> formats = {
#define SLUICE_LOG_FORMAT(suffix, name, streams) {name, render_##suffix, streams},
#include "report/log_formats.def"
#undef SLUICE_LOG_FORMAT
  };
  return formats;
}

std::optional<LogFormat> find_log_format(std::string_view name) {
  for (const LogFormat& format : log_formats())
    if (format.name == name) return format;
  return std::nullopt;
}

}  // namespace sluice
