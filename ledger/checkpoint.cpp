#include "ledger/checkpoint.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "signoff/strict_json.h"

namespace sluice::ledger {

signoff::Envelope to_envelope(const Checkpoint& checkpoint) {
  nlohmann::ordered_json json;
  json["format"] = "sluice-ledger-checkpoint/1";
  json["ledger"] = checkpoint.ledger_id;
  json["sequence"] = checkpoint.head.sequence;
  json["hash"] = checkpoint.head.hash;
  json["at"] = checkpoint.at;
  return {std::string(kCheckpointType), json.dump(), {}};
}

Result<Checkpoint> parse_checkpoint(const std::string& file, const signoff::Envelope& envelope) {
  if (envelope.payload_type != kCheckpointType) return fail({file}, "ledger-checkpoint", fmt::format("this is no checkpoint of a ledger: its payloadType is not `{}`", kCheckpointType));
  SLUICE_TRY(nlohmann::ordered_json json, signoff::parse_json(file, envelope.payload));
  auto text = [&](const char* name) { return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string(); };
  bool has_number = json.is_object() && json.contains("sequence") && json["sequence"].is_number_unsigned();
  Checkpoint checkpoint{text("ledger"), {has_number ? json["sequence"].get<std::uint64_t>() : 0, text("hash")}, text("at")};
  if (!has_number || checkpoint.ledger_id.empty() || checkpoint.head.hash.empty() || !parse_instant(checkpoint.at))
    return fail({file}, "ledger-checkpoint", "expected a ledger, a sequence, a hash and a time");
  return checkpoint;
}

std::optional<std::string> CheckpointCheck::problem(const std::string& ledger_id, const Head& last) const {
  const Head& head = checkpoint_.head;
  if (checkpoint_.ledger_id != ledger_id) return fmt::format("{}: the checkpoint is of another ledger, {}", file_, escape_terminal(checkpoint_.ledger_id));
  if (head.sequence > last.sequence)
    return fmt::format("{}: on {} the ledger had {} entries, now it ends with entry {}: its tail was cut off", file_, checkpoint_.at, head.sequence, last.sequence);
  if (head.sequence > 0 && found_ != head.hash) return fmt::format("{}: entry {} is not the one that stood there on {}", file_, head.sequence, checkpoint_.at);
  return std::nullopt;
}

}  // namespace sluice::ledger
