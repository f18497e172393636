// ledger/database.h - the little of SQL that a ledger needs, of SQLite and of PostgreSQL.
//
// Both understand the same statements: `$1` are parameters, values are texts. What they do not
// share is behind these functions: how one writer at a time is ensured, and which triggers
// forbid to change what was written.
//
// Not for several threads at once: each opens its own.
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::ledger {

using Row = std::vector<std::string>;

class Database {
 public:
  virtual ~Database() = default;
  // For people: without a password.
  virtual const std::string& name() const = 0;
  // Calls for each row; stops early, without an error, when the call says false.
  virtual Result<void> visit(std::string_view sql, std::span<const std::string> parameters, const std::function<bool(const Row&)>& call) = 0;
  virtual Result<void> execute(std::string_view sql, std::span<const std::string> parameters = {}) = 0;
  Result<std::vector<Row>> rows(std::string_view sql, std::span<const std::string> parameters = {});

  // From here to `commit` nobody else writes. What `commit` acknowledges survives a crash of the machine.
  virtual Result<void> begin_writing() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollback() = 0;
  // Reads between `begin_reading` and `rollback` see one state.
  virtual Result<void> begin_reading() = 0;

  virtual bool has_table(std::string_view table) = 0;
  // Statements that make `table` refuse UPDATE and DELETE.
  virtual std::vector<std::string> forbid_changes(std::string_view table) const = 0;
};

enum class Access { Read, Write, Create };

// A path, or `postgresql://...` (also `postgres://`, with all that libpq understands; the password
// may come from ~/.pgpass or PGPASSWORD). SQLite: WAL, every commit synced to disk.
Result<std::unique_ptr<Database>> open_database(const std::string& where, Access access);

bool is_server(std::string_view where);  // a connection string, not a path

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Access access);
Result<std::unique_ptr<Database>> open_postgres(const std::string& connection, Access access);

}  // namespace sluice::ledger
