// Reports of strangers: whatever the bytes, an importer counts what it gives, or says what is wrong.
#include "gate/importer.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_importer(std::string_view text) {
  auto report = gate::import_report("auto", "report", text);
  if (!report) return REQUIRE_THAT(!report.error().empty() && !to_string(report.error()).empty());
  std::size_t left_out = 0;
  for (const auto& [reason, count] : report->left_out) left_out += count;
  REQUIRE_THAT(report->items == report->vulnerabilities.size() + report->merged + left_out);
  for (const gate::Vulnerability& vulnerability : report->vulnerabilities) REQUIRE_THAT(vulnerability.identity.size() == 64);
}

}  // namespace sluice::fuzz
