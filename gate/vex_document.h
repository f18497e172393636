// gate/vex_document.h - a document of VEX statements, read and checked.
//
// Not here: what its statements do (gate/vex.h).
#pragma once
#include <string>
#include <vector>

#include "base/time.h"
#include "gate/importer.h"

namespace sluice::gate {

struct VexDocument {
  std::string file, sha256, format;
  std::string author;   // "": the document does not say
  std::string subject;  // what the document is about as a whole; may be empty
  Instant time;        // of the document
  std::vector<Vulnerability> statements;
};

// `tool=file` is not needed: the format is told by the content, and must be one that makes statements.
Result<VexDocument> load_vex(const std::string& path);
Result<VexDocument> to_vex(ImportedReport report);

}  // namespace sluice::gate
