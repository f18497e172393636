// report/log_format.h - the log of a scan in the form somebody wants to read it.
//
// To add a format: report/log_<name>.cpp defines `render_<name>`, and
// report/log_formats.def gets one line.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {
namespace sarif {
struct Log;
class ResultStream;
}

struct RenderOptions {
  bool is_silent_when_clean = false;  // text: no word when nothing was found; for commit hooks
  unsigned jobs = 1;                  // threads that share the work; the text does not depend on it
  // The results of the log, made as they are written; only for a format that streams.
  const sarif::ResultStream* results = nullptr;
  // Takes the text as it grows, from a format that streams; what is returned is the rest.
  std::function<void(std::string_view)> sink = {};
};

using RenderLog = std::string (*)(const sarif::Log& log, const RenderOptions& options);

struct LogFormat {
  std::string_view name;
  RenderLog render;
  bool streams = false;  // results are written one by one, in their order; nothing else depends on them
};

const std::vector<LogFormat>& log_formats();
std::optional<LogFormat> find_log_format(std::string_view name);

}  // namespace sluice
