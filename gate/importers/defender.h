// gate/importers/defender.h - the list of machines that stands beside Defender's vulnerabilities.
#pragma once
#include <map>
#include <string>

#include "gate/importer.h"

namespace sluice::gate::defender {

struct Machine {
  std::string host, ip;
};
using Machines = std::map<std::string, Machine, std::less<>>;  // by their id

// True when the document is such a list; it is added to `machines` then.
bool read_machines(const ReportDocument& document, Machines& machines);
// The vulnerabilities name machines by id alone.
void name_hosts(const Machines& machines, ImportedReport& report);

}  // namespace sluice::gate::defender
