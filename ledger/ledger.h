// ledger/ledger.h - what happened to releases, append-only, for many writers at once.
//
// One table of entries (ledger/entry.h), and one of first-seen days that is worked out from the
// entries of kind "first-seen" (body: {"days": {NAME: DAY}}) and written with them.
//
// - `append` returns when the entries are on disk, or with an error; entries of one call are
//   written all or none. An entry whose id is there already is not written again.
// - Numbers have no gaps and follow the order in which writers got their turn.
// - Not for several threads at once: each opens its own.
//
// To see a cut tail it takes something outside: a signed checkpoint (ledger/checkpoint.h).
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "ledger/database.h"
#include "ledger/entry.h"

namespace sluice::ledger {

// The last entry; sequence 0 of an empty ledger.
struct Head {
  std::uint64_t sequence = 0;
  std::string hash;
};

struct Filter {
  std::string release;     // "": of every release
  std::string kind;        // "": of every kind
  std::uint64_t from = 1;  // sequence
};

// What is wrong with a ledger; `problems` is empty when nothing is.
struct LedgerCheck {
  std::uint64_t entries = 0;
  Head head;
  std::vector<std::string> problems;
};

class Ledger {
 public:
  static Result<Ledger> create(const std::string& where);
  static Result<Ledger> open(const std::string& where, Access access);

  const std::string& id() const { return id_; }             // 32 hexadecimal digits, drawn when it was made
  const std::string& name() const { return database_->name(); }  // for people: without a password

  // As they stand in the ledger, in the order given. Errors: the body is not JSON, a text is too long or no UTF-8.
  Result<std::vector<Entry>> append(const std::vector<NewEntry>& entries);
  Result<Head> head();
  // In order of sequence, of one state; stops early when the call says false.
  Result<void> read(const Filter& filter, const std::function<bool(const Entry&)>& call);
  // The earliest day of each name that was ever recorded.
  Result<std::map<std::string, Date, std::less<>>> first_seen();
  // Follows the whole chain. `seen` may be empty; it is called for each entry.
  Result<LedgerCheck> check(const std::function<void(const Entry&)>& seen = {});

 private:
  Ledger(std::unique_ptr<Database> database, std::string id) : database_(std::move(database)), id_(std::move(id)) {}
  Result<std::vector<Entry>> append_locked(const std::vector<NewEntry>& entries);
  Result<void> write(const Entry& entry);
  Result<std::optional<Entry>> find(const std::string& entry_id);

  std::unique_ptr<Database> database_;
  std::string id_;
};

inline constexpr std::size_t kMostBodyBytes = std::size_t{64} << 20;

// {NAME: DAY} of an entry of kind "first-seen".
Result<std::map<std::string, Date>> days_of(const Entry& entry);

}  // namespace sluice::ledger
