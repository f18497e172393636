// ledger/entry.h - one line of the ledger, and how lines hang together.
//
// An entry says what happened (`kind`), to which release, when, by whom, and what belongs to it
// (`body`, JSON). Its `content` is one digest over all of that; its `hash` is one over the
// entry before, its own number and its content. So whoever changes, removes or reorders an
// entry breaks every hash after it, and a chain can be shown to somebody who may not read
// all of its entries: of those the content is enough.
//
//   content = SHA-256("sluice-ledger-entry/1" | id | kind | release | at | by | body), each with its length before it
//   hash    = SHA-256("sluice-ledger-chain/1" | previous | sequence | content), the same way
//   previous of entry 1 = SHA-256("sluice-ledger/1" | id of the ledger)
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::ledger {

struct NewEntry {
  // Given by who appends, and unique: appending the same one twice, because an acknowledgement got
  // lost, appends it once.
  std::string id;
  std::string kind;     // "scan" "decision" "waiver" "signoff" "rating" "first-seen" "checkpoint" "note"
  std::string release;  // "MediaShelf 4.2.1"; may be empty
  std::string at;       // "2026-09-25T10:00:00Z": when it was appended, by the clock of who appended
  std::string by;       // who
  std::string body;     // JSON
};

struct Entry : NewEntry {
  std::uint64_t sequence = 0;  // 1, 2, 3, ..
  std::string previous, content, hash;  // 64 hexadecimal digits each
};

std::string content_of(const NewEntry& entry);
std::string hash_of(std::string_view previous, std::uint64_t sequence, std::string_view content);
std::string first_previous(std::string_view ledger_id);

// 32 random hexadecimal digits.
std::string random_id();

// Follows a chain from its first entry on and says what is wrong with it. Each broken entry is
// told once: the chain goes on with what the entry itself says.
class ChainCheck {
 public:
  // The first entry must have `sequence` and come after one with the hash `previous`.
  ChainCheck(std::uint64_t sequence, std::string previous) : expected_(sequence), previous_(std::move(previous)) {}

  // `with_content`: the parts of the entry are there, not its content alone.
  void take(const Entry& entry, bool with_content = true);
  const std::vector<std::string>& problems() const { return problems_; }
  std::uint64_t count() const { return count_; }
  std::uint64_t last() const { return expected_ - 1; }
  const std::string& hash() const { return previous_; }

 private:
  void problem(const Entry& entry, std::string_view what);

  std::uint64_t expected_;
  std::string previous_;
  std::uint64_t count_ = 0;
  std::vector<std::string> problems_;
};

}  // namespace sluice::ledger
