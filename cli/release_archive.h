// cli/release_archive.h - one file with all that a decision rests on, for an auditor who has nothing else.
//
//   README.md, manifest.json
//   decision.json            as it was printed
//   inputs/NNNN-NAME         every file the gate read; manifest.json says what each was called
//   signoffs/NN.dsse.json    sign-offs of the release
//   ledger/entries.jsonl     the chain from the release's first entry to the end of the ledger: entries of this
//                            release and checkpoints whole, of all others the digest that the chain needs
//
// Exporting twice gives the same bytes as long as the ledger stays as it is. Verifying lays the
// inputs out as they were, decides again and compares byte for byte.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "ledger/checkpoint.h"
#include "ledger/ledger.h"

namespace sluice::cli {

struct ExportOptions {
  std::string release;            // "MediaShelf 4.2.1"
  std::uint64_t decision = 0;     // number of the entry; 0: the last decision about the release
  std::filesystem::path inputs = ".";  // the folder where the gate was run
  std::filesystem::path output;
};
Result<void> export_release(ledger::Ledger& ledger, const ExportOptions& options);

struct ArchiveCheck {
  std::string release, decision_sha256;
  std::size_t inputs = 0, entries = 0, signoffs = 0;
  std::vector<std::string> problems;   // empty: everything holds
  std::vector<std::string> signers;    // "ada@example.org (release-manager)"
  std::vector<std::string> unchecked;
};
struct ArchiveTrust {
  std::string allowed_signers, revoked, policy;  // files; "": not asked
  std::string policy_root;                       // as in SignoffCheck
  std::vector<std::string> checkpoints;          // files
  Date as_of;
};
// Errors: what is no archive at all. All else is a problem.
Result<ArchiveCheck> check_archive(const std::string& archive, const ArchiveTrust& trust);

}  // namespace sluice::cli
