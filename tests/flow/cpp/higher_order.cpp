#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

#include "io.h"

void convert() {
  const std::vector<std::string> rows = {source(), "b"};
  std::vector<std::string> loud;
  std::transform(rows.begin(), rows.end(), std::back_inserter(loud), [](const std::string& row) { return row + "!"; });
  // ruleid: flow
  sink(loud[0]);
  std::vector<std::string> hidden;
  std::transform(rows.begin(), rows.end(), std::back_inserter(hidden), [](const std::string&) { return "-"; });
  // ok: flow
  sink(hidden[0]);
  // ruleid: flow
  sink(std::accumulate(rows.begin(), rows.end(), std::string()));
}
