// cli/decision_record.h - what `sluice gate` leaves behind besides its answer: a sign-off to be signed, an entry
// in the ledger.
//
// Both must be checkable later from the same files, so the request is made relative to the
// current folder before anything is read (cli/kept_request.h).
#pragma once
#include <string>

#include "base/result.h"
#include "cli/kept_request.h"
#include "cli/ledger_days.h"
#include "cli/ledger_name.h"
#include "gate/decision.h"
#include "ledger/ledger.h"

namespace CLI {
class App;
}

namespace sluice::cli {

struct RecordOptions {
  std::string signoff;   // file for an envelope without signatures; "": none
  LedgerOptions ledger;  // without a name: none; SLUICE_LEDGER is not asked
  bool is_kept() const { return !signoff.empty() || !ledger.ledger.empty(); }
};
void add_record_options(CLI::App& command, RecordOptions& options);

class Recorder {
 public:
  static Result<Recorder> open(const RecordOptions& options, const GateRequest& request);
  Result<gate::GateInput> read_input();
  // When this returns, the ledger has the decision and the first-seen days.
  Result<void> record(const gate::GateInput& input, const gate::Decision& decision);

 private:
  Recorder(RecordOptions options, GateRequest request) : options_(std::move(options)), request_(std::move(request)) {}
  Result<std::string> previous_statement(const gate::GateInput& input);
  Result<void> append(const gate::GateInput& input, const gate::Decision& decision, const std::string& payload);

  RecordOptions options_;
  GateRequest request_;
  std::optional<ledger::Ledger> ledger_;
  Days known_;  // to the ledger, when the input was read
};

}  // namespace sluice::cli
