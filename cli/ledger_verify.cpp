#include "cli/ledger_verify.h"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "ledger/checkpoint.h"

namespace sluice::cli {
namespace {

using ledger::Entry;

// A ledger in a file begins as SQLite's files do.
bool is_ledger(const std::string& name) {
  if (ledger::is_server(name)) return true;
  std::FILE* file = std::fopen(name.c_str(), "rb");
  if (!file) return false;
  char begin[16] = {};
  std::size_t size = std::fread(begin, 1, sizeof begin, file);
  std::fclose(file);
  return std::string_view(begin, size) == std::string_view("SQLite format 3\0", 16);
}

struct Asked {
  std::vector<ledger::CheckpointCheck> checkpoints;
  std::vector<std::string> problems, unchecked;
  std::size_t signed_inside = 0;
};

// Who signed a checkpoint, as of its own day.
void check_signature(const std::string& about, const signoff::Envelope& envelope, const ledger::Checkpoint& checkpoint, const signoff::AllowedSigners& allowed, Asked& asked) {
  Date day = day_of(parse_instant(checkpoint.at).value_or(Instant{}));
  std::string why = "it has no signature";
  for (const signoff::CheckedSignature& one : check_signatures(envelope, allowed, signoff::kCheckpointNamespace, day)) {
    if (one.problem.empty()) return;
    why = one.problem;
  }
  asked.problems.push_back(about + ": " + why);
}

Result<Asked> read_checkpoints(const ArchiveTrust& trust, const std::optional<signoff::AllowedSigners>& allowed) {
  Asked asked;
  for (const std::string& file : trust.checkpoints) {
    SLUICE_TRY(std::string text, read_file(file));
    SLUICE_TRY(signoff::Envelope envelope, signoff::Envelope::parse(file, text));
    SLUICE_TRY(ledger::Checkpoint checkpoint, ledger::parse_checkpoint(file, envelope));
    if (allowed) check_signature(file, envelope, checkpoint, *allowed, asked);
    asked.checkpoints.emplace_back(file, std::move(checkpoint));
  }
  if (trust.checkpoints.empty()) asked.unchecked.push_back("that no last entries were cut off: give a checkpoint that was kept elsewhere with --checkpoint");
  else if (!allowed) asked.unchecked.push_back("who signed the checkpoint: give the signers that you trust with --allowed-signers");
  return asked;
}

// A checkpoint within the ledger must be signed, and right about what came before it.
void take_inner_checkpoint(const Entry& entry, const std::string& ledger_id, const std::map<std::uint64_t, std::string>& hashes, const signoff::AllowedSigners& allowed, Asked& asked) {
  std::string about = fmt::format("entry {} (checkpoint)", entry.sequence);
  auto body = nlohmann::json::parse(entry.body, nullptr, false);
  std::string text = body.is_object() && body.contains("envelope") ? body["envelope"].dump() : "";
  Result<signoff::Envelope> envelope = signoff::Envelope::parse(about, text);
  Result<ledger::Checkpoint> checkpoint = envelope ? ledger::parse_checkpoint(about, *envelope) : std::unexpected(envelope.error());
  if (!checkpoint) return asked.problems.push_back(to_string(checkpoint.error().list.front()));
  check_signature(about, *envelope, *checkpoint, allowed, asked);
  auto at = hashes.find(checkpoint->head.sequence);
  bool is_right = checkpoint->head.sequence == 0 || (at != hashes.end() && at->second == checkpoint->head.hash);
  if (checkpoint->ledger_id != ledger_id || !is_right) asked.problems.push_back(about + ": it is not about the entries before it");
  ++asked.signed_inside;
}

Result<std::optional<signoff::AllowedSigners>> read_trust(const ArchiveTrust& trust) {
  std::optional<signoff::AllowedSigners> allowed;
  if (trust.allowed_signers.empty()) return allowed;
  SLUICE_TRY(allowed, signoff::AllowedSigners::load(trust.allowed_signers));
  if (trust.revoked.empty()) return allowed;
  SLUICE_TRY(std::string text, read_file(trust.revoked));
  SLUICE_CHECK(allowed->revoke(trust.revoked, text));
  return allowed;
}

std::string listed(const std::vector<std::string>& problems, const std::vector<std::string>& unchecked) {
  std::string text;
  for (const std::string& one : problems) text += "  problem: " + escape_terminal(one) + "\n";
  for (const std::string& one : unchecked) text += "  not checked: " + escape_terminal(one) + "\n";
  return text;
}

struct Answer {
  std::string text;
  bool is_sound = false;
};

Result<Answer> verify_ledger(const std::string& name, const ArchiveTrust& trust) {
  SLUICE_TRY(std::optional<signoff::AllowedSigners> allowed, read_trust(trust));
  SLUICE_TRY(Asked asked, read_checkpoints(trust, allowed));
  SLUICE_TRY(ledger::Ledger ledger, ledger::Ledger::open(name, ledger::Access::Read));
  std::map<std::uint64_t, std::string> hashes;  // of entries that a checkpoint may be about: the ones just before
  SLUICE_TRY(ledger::LedgerCheck check, ledger.check([&](const Entry& entry) {
    for (ledger::CheckpointCheck& one : asked.checkpoints) one.take(entry);
    if (allowed && entry.kind == "checkpoint") take_inner_checkpoint(entry, ledger.id(), hashes, *allowed, asked);
    hashes[entry.sequence] = entry.hash;
    // Between a checkpoint's reading and its writing others may have appended a little.
    if (hashes.size() > 100'000) hashes.erase(hashes.begin());
  }));
  asked.problems.insert(asked.problems.begin(), check.problems.begin(), check.problems.end());
  for (const ledger::CheckpointCheck& one : asked.checkpoints)
    if (auto what = one.problem(ledger.id(), check.head)) asked.problems.push_back(*what);
  bool is_sound = asked.problems.empty();
  std::string text = fmt::format("{}  {}: ledger {}, {} entries, last {}\n", is_sound ? "SOUND" : "CHANGED", escape_terminal(ledger.name()), ledger.id(), check.entries, check.head.hash);
  if (allowed) text += fmt::format("  {} signed checkpoints in it\n", asked.signed_inside);
  return Answer{text + listed(asked.problems, asked.unchecked), is_sound};
}

Result<Answer> verify_archive(const std::string& name, const ArchiveTrust& trust) {
  SLUICE_TRY(ArchiveCheck check, check_archive(name, trust));
  bool is_sound = check.problems.empty();
  std::string text = fmt::format("{}  {}: {}, decision {}, {} inputs, {} entries, {} sign-offs\n", is_sound ? "SOUND" : "CHANGED", escape_terminal(name), escape_terminal(check.release),
                                 check.decision_sha256, check.inputs, check.entries, check.signoffs);
  for (const std::string& signer : check.signers) text += "  signed by " + escape_terminal(signer) + "\n";
  return Answer{text + listed(check.problems, check.unchecked), is_sound};
}

}  // namespace

ExitCode run_ledger_verify(const LedgerVerifyOptions& options) {
  Result<Date> as_of = read_as_of(options.as_of);
  Result<std::string> name = options.archive.empty() ? ledger_of(options.ledger) : Result<std::string>(options.archive);
  Errors errors;
  if (!as_of) errors.append(as_of.error());
  if (!name) errors.append(name.error());
  if (!errors.empty()) return report_errors(errors);
  ArchiveTrust trust = options.trust;
  trust.as_of = *as_of;
  Result<Answer> answer = options.archive.empty() || is_ledger(*name) ? verify_ledger(*name, trust) : verify_archive(*name, trust);
  if (!answer) return report_errors(answer.error());
  if (Result<void> written = write_output("", answer->text); !written) return report_errors(written.error());
  return answer->is_sound ? ExitCode::Ok : ExitCode::Blocked;
}

}  // namespace sluice::cli
