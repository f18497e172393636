// sarif/diff.h - a log compared with an older one: what is new, what is gone.
//
// Runs are compared with the older runs of the same tool and category (or, when none has
// that category, of the same tool). A result is found again by its rule and, in this order:
//   1. a fingerprint and the path                    the code moved inside its file
//   2. a lasting fingerprint (ours, or a full one)   the file was renamed
//   3. path, lines and columns                       the code or its fingerprint changed in place
//   4. any other fingerprint                         renamed, and only partial ones are there
//   5. path, message and snippet                     logs without fingerprints
// Fingerprints are tried from the most lasting to the least: ours, other tools' full and
// partial ones, GitHub's line hash last. Each older result is found once; of equal ones
// the first takes the first. Time and memory are linear in the number of results.
//
// The states follow the standard (3.27.24) and the SARIF SDK: `unchanged` when no
// location differs, `updated` when one does (a mere shift of lines too), `absent` results
// are appended from the older log. A log that has states already is compared as what it
// says is present: its own absent results are dropped first.
#pragma once
#include <cstddef>
#include <string>

#include "sarif/log.h"

namespace sluice::sarif {

struct DiffCounts {
  std::size_t added = 0, unchanged = 0, updated = 0, absent = 0;
  // Older results that were not found although nobody knows that they are gone: the newer
  // run did not complete, or no run of their tool is there. They are not in the log.
  std::size_t unknown = 0;
};

struct Diffed {
  Log log;  // the newer one, with states
  DiffCounts counts;
};

Diffed diff(const Log& baseline, Log current);

}  // namespace sluice::sarif
