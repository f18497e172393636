#include <fmt/format.h>
#include <libpq-fe.h>

#include "base/text.h"
#include "ledger/database.h"

namespace sluice::ledger {
namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Clear>;

// Server, port, database and user; never a password, wherever the string has one.
std::string shown_name(const std::string& connection) {
  std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(connection.c_str(), nullptr));
  if (!options) return "postgresql://(a connection string that cannot be read)";
  std::string user, host, port, database;
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    std::string_view key = option->keyword;
    if (!option->val) continue;
    if (key == "user") user = std::string(option->val) + "@";
    if (key == "host") host = option->val;
    if (key == "port") port = std::string(":") + option->val;
    if (key == "dbname") database = option->val;
  }
  return "postgresql://" + user + host + port + "/" + database;
}

class Postgres : public Database {
 public:
  Postgres(std::string shown, PGconn* connection) : name_(std::move(shown)), connection_(connection) {}

  const std::string& name() const override { return name_; }

  std::unexpected<Errors> failed(const char* message) const {
    std::string text(trim(message));
    for (char& c : text)
      if (c == '\n') c = ' ';
    return fail({name_}, "ledger-postgresql", text);
  }
  std::unexpected<Errors> failed() const { return failed(PQerrorMessage(connection_.get())); }

  Result<void> visit(std::string_view sql, std::span<const std::string> parameters, const std::function<bool(const Row&)>& call) override {
    std::vector<const char*> values;
    for (const std::string& parameter : parameters) {
      // The wire ends a text at a zero byte: what comes after it would be lost in silence.
      if (parameter.find('\0') != std::string::npos) return failed("a text has a zero byte in it");
      values.push_back(parameter.c_str());
    }
    if (!PQsendQueryParams(connection_.get(), std::string(sql).c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0)) return failed();
    PQsetSingleRowMode(connection_.get());
    Result<void> state;
    bool goes_on = true;
    // All answers are fetched, also after an error: the next statement needs the connection.
    for (Answer answer(PQgetResult(connection_.get())); answer; answer.reset(PQgetResult(connection_.get()))) {
      ExecStatusType status = PQresultStatus(answer.get());
      bool is_good = status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
      if (!is_good && state) state = failed(PQresultErrorMessage(answer.get()));
      for (int r = 0; is_good && goes_on && r < PQntuples(answer.get()); ++r) goes_on = call(row_of(answer.get(), r));
    }
    return state;
  }

  Result<void> execute(std::string_view sql, std::span<const std::string> parameters) override {
    return visit(sql, parameters, [](const Row&) { return true; });
  }

  // The lock goes with the transaction. It needs no privilege on the tables, so that a writer can
  // be one who may INSERT and SELECT and nothing else.
  Result<void> begin_writing() override {
    SLUICE_CHECK(execute("BEGIN ISOLATION LEVEL READ COMMITTED", {}));
    return execute("SELECT pg_advisory_xact_lock('ledger_entries'::regclass::oid::bigint)", {});
  }
  Result<void> commit() override { return execute("COMMIT", {}); }
  void rollback() override {
    if (PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) (void)execute("ROLLBACK", {});
  }
  Result<void> begin_reading() override { return execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {}); }

  bool has_table(std::string_view table) override {
    std::string named(table);
    auto found = rows("SELECT 1 WHERE to_regclass($1) IS NOT NULL", {&named, 1});
    return found && !found->empty();
  }

  std::vector<std::string> forbid_changes(std::string_view table) const override {
    return {"CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $body$",
            fmt::format("CREATE TRIGGER {0}_no_change BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION ledger_refuse()", table),
            fmt::format("CREATE TRIGGER {0}_no_truncate BEFORE TRUNCATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()", table),
            fmt::format("REVOKE UPDATE, DELETE, TRUNCATE ON {0} FROM PUBLIC", table)};
  }

  PGconn* connection() const { return connection_.get(); }

 private:
  static Row row_of(PGresult* answer, int r) {
    Row row;
    for (int c = 0; c < PQnfields(answer); ++c) row.emplace_back(PQgetvalue(answer, r, c), static_cast<std::size_t>(PQgetlength(answer, r, c)));
    return row;
  }

  std::string name_;
  Connection connection_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& where, Access access) {
  auto database = std::make_unique<Postgres>(shown_name(where), PQconnectdb(where.c_str()));
  if (PQstatus(database->connection()) != CONNECTION_OK) {
    // Some mistakes in a connection string are told with the string.
    bool can_be_read = std::unique_ptr<PQconninfoOption, FreeOptions>(PQconninfoParse(where.c_str(), nullptr)) != nullptr;
    return can_be_read ? database->failed() : database->failed("the connection string cannot be read: expected postgresql://USER@HOST:PORT/DATABASE");
  }
  PQsetNoticeProcessor(database->connection(), [](void*, const char*) {}, nullptr);
  // Whatever the server's or the user's defaults are: acknowledged means on disk.
  for (const char* setting : {"SET synchronous_commit = on", "SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on"}) {
    SLUICE_CHECK(database->execute(setting, {}));
  }
  bool is_there = database->has_table("ledger_entries");
  if (access == Access::Create && is_there) return fail({database->name()}, "ledger-exists", "the database has a ledger already: a ledger is made once");
  if (access != Access::Create && !is_there) return fail({database->name()}, "ledger-missing", "the database has no ledger; `sluice ledger init` makes one");
  return database;
}

}  // namespace sluice::ledger
