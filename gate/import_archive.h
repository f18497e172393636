// gate/import_archive.h - a zip file of reports, read as the one export that it is.
#pragma once
#include "gate/importer.h"

namespace sluice::gate {

// Imports one member; the caller chooses the importer.
using ImportMember = Result<ImportedReport> (*)(std::string_view tool, const ReportDocument& document);

// All members must be reports of one tool, but for Defender's list of machines. What is said in two
// members is one vulnerability. Counts are those of all members together.
Result<ImportedReport> import_archive(std::string_view tool, const std::string& file, std::string_view bytes, Keep keep, ImportMember import);

}  // namespace sluice::gate
