#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <map>

#include "ledger/database.h"

namespace sluice::ledger {
namespace {

constexpr int kBusyMs = 120'000;
constexpr int kApplicationId = 0x534c4344;  // "SLCD"

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

class Sqlite : public Database {
 public:
  Sqlite(std::string path, sqlite3* connection) : path_(std::move(path)), connection_(connection) {}

  const std::string& name() const override { return path_; }

  std::unexpected<Errors> failed() const { return fail({path_}, "ledger-sqlite", sqlite3_errmsg(connection_.get())); }

  Result<void> visit(std::string_view sql, std::span<const std::string> parameters, const std::function<bool(const Row&)>& call) override {
    SLUICE_TRY(sqlite3_stmt * statement, prepared(sql));
    Reset reset{statement};
    for (std::size_t i = 0; i < parameters.size(); ++i)
      sqlite3_bind_text64(statement, static_cast<int>(i + 1), parameters[i].data(), parameters[i].size(), SQLITE_STATIC, SQLITE_UTF8);
    for (;;) {
      int state = sqlite3_step(statement);
      if (state == SQLITE_DONE) return {};
      if (state != SQLITE_ROW) return failed();
      Row row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        row.emplace_back(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
      if (!call(row)) return {};
    }
  }

  Result<void> execute(std::string_view sql, std::span<const std::string> parameters) override {
    return visit(sql, parameters, [](const Row&) { return true; });
  }

  // IMMEDIATE: waits for the other writer now, instead of failing at the first INSERT.
  Result<void> begin_writing() override { return execute("BEGIN IMMEDIATE", {}); }
  Result<void> commit() override { return execute("COMMIT", {}); }
  void rollback() override {
    if (sqlite3_get_autocommit(connection_.get()) == 0) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Result<void> begin_reading() override { return execute("BEGIN DEFERRED", {}); }

  bool has_table(std::string_view table) override {
    std::string named(table);
    auto found = rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", {&named, 1});
    return found && !found->empty();
  }

  std::vector<std::string> forbid_changes(std::string_view table) const override {
    std::vector<std::string> statements;
    for (const char* action : {"UPDATE", "DELETE"})
      statements.push_back(fmt::format("CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END", table, action));
    return statements;
  }

  sqlite3* connection() const { return connection_.get(); }

 private:
  struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
      sqlite3_reset(statement);
      sqlite3_clear_bindings(statement);
    }
  };

  // Each statement is compiled once: an append is the same few again and again.
  Result<sqlite3_stmt*> prepared(std::string_view sql) {
    auto at = statements_.find(sql);
    if (at != statements_.end()) return at->second.get();
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr) != SQLITE_OK) return failed();
    return statements_.emplace(std::string(sql), Statement(made)).first->second.get();
  }

  std::string path_;
  std::unique_ptr<sqlite3, CloseConnection> connection_;
  std::map<std::string, Statement, std::less<>> statements_;  // die before the connection
};

Result<void> configure(Sqlite& database, Access access) {
  std::vector<std::string> settings = {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"};
  if (access != Access::Read) settings.insert(settings.end(), {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"});
  if (access == Access::Create) settings.push_back(fmt::format("PRAGMA application_id = {}", kApplicationId));
  for (const std::string& setting : settings) {
    SLUICE_CHECK(database.execute(setting, {}));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Access access) {
  std::error_code error;
  bool is_there = std::filesystem::exists(path, error);
  if (access == Access::Create && is_there) return fail({path}, "ledger-exists", "the file is there already: a ledger is made once");
  if (access != Access::Create && !is_there) return fail({path}, "ledger-missing", "there is no such ledger; `sluice ledger init` makes one");
  int flags = access == Access::Read ? SQLITE_OPEN_READONLY : access == Access::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* connection = nullptr;
  int state = sqlite3_open_v2(path.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  auto database = std::make_unique<Sqlite>(path, connection);
  if (state != SQLITE_OK) return database->failed();
  sqlite3_busy_timeout(connection, kBusyMs);
  sqlite3_extended_result_codes(connection, 1);
  SLUICE_CHECK(configure(*database, access));
  return database;
}

}  // namespace sluice::ledger
