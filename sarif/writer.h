// sarif/writer.h - a Log as JSON text: members in a fixed order, UTF-8 without a byte
// order mark, LF, the same bytes for the same log.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace sluice::sarif {
struct Log;
struct Result;
class ResultStream;

using TextSink = std::function<void(std::string_view)>;

// Pretty: one member a line, two spaces deep. Lines: the same, but each result and each artifact is compact, on a line of its own:
// half the bytes, and tools that compare lines see results. All end in a newline.
enum class Layout { Pretty, Lines, Compact };
// `jobs`: threads that share the results; the text does not depend on it.
// `results`: those of the log's only run, when they are made while it is written.
// `sink`: takes the text as it grows; what is returned is the rest.
std::string write_log(const Log& log, Layout layout = Layout::Pretty, unsigned jobs = 1, const ResultStream* results = nullptr, TextSink sink = {});
std::string write_result(const Result& result);  // compact, without a newline

}  // namespace sluice::sarif
