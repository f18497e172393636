// sarif/merge.h - several logs as one.
//
// Results that are equal in everything but their numbering occur once per tool and
// category. A run stays although it is empty: it says that its tool looked.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

enum class MergeMode {
  KeepRuns,        // the runs of all logs, one after another
  OnePerCategory,  // runs of one tool and category become one run, where that loses nothing
};

struct Merged {
  Log log;
  std::size_t runs_read = 0, results_read = 0, duplicates = 0;
  std::vector<std::string> kept_apart;  // why runs of one category did not become one
};

Merged merge(std::vector<Log> logs, MergeMode mode);

// Makes the suppressions of a run's results all or none again, after results of several
// runs came together (3.27.23).
void even_out_suppressions(Run& run);

}  // namespace sluice::sarif
