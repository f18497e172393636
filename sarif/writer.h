// sarif/writer.h - a Log as JSON text: members in a fixed order, UTF-8 without a byte
// order mark, LF, the same bytes for the same log.
#pragma once
#include <string>

namespace sluice::sarif {
struct Log;
struct Result;
class ResultStream;

enum class Layout { Pretty, Compact };  // Pretty: one member a line, two spaces deep; both end in a newline
// `jobs`: threads that share the results; the text does not depend on it.
// `results`: those of the log's only run, when they are made while it is written.
std::string write_log(const Log& log, Layout layout = Layout::Pretty, unsigned jobs = 1, const ResultStream* results = nullptr);
std::string write_result(const Result& result);  // compact, without a newline

}  // namespace sluice::sarif
