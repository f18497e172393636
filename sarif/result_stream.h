// sarif/result_stream.h - results of a run that are made when they are written.
//
// A hundred thousand results as a Log take longer to build, keep and take apart than to find. A
// scan whose log nobody compares or cuts hands its writer this instead: each part (a file) is made
// and written by one thread, then it is gone. The bytes are those of the whole log.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sarif/builder.h"

namespace sluice::sarif {

// How much of a result is wanted.
enum class ResultDetail {
  All,
  WithoutHash,  // no hash of the line: for forms that identify nothing
  WithoutCode,  // no snippet and no context either: for forms that show none
};

class ResultStream {
 public:
  virtual ~ResultStream() = default;
  // Parts follow one another as their results do in the log.
  virtual std::size_t parts() const = 0;
  // Called once for each part, on any thread.
  virtual std::vector<Result> make(std::size_t part, ResultDetail detail) const = 0;
};

// What RunBuilder::build_stream asks for: the inputs of a part's results, in any order. Parts are
// the files of the results, in the order of their paths.
struct ResultParts {
  std::vector<std::string> paths;          // of each part
  std::vector<std::string> visited_paths;  // files that flows of results go through
  std::function<std::vector<ResultInput>(std::size_t part, ResultDetail detail)> make;  // called on any thread
};

struct StreamedLog {
  Log log;  // of one run, without a result
  std::unique_ptr<const ResultStream> results;
};

}  // namespace sluice::sarif
