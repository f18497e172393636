#include "ledger/database.h"

namespace sluice::ledger {

Result<std::vector<Row>> Database::rows(std::string_view sql, std::span<const std::string> parameters) {
  std::vector<Row> found;
  SLUICE_CHECK(visit(sql, parameters, [&](const Row& row) {
    found.push_back(row);
    return true;
  }));
  return found;
}

bool is_server(std::string_view where) { return where.starts_with("postgresql://") || where.starts_with("postgres://"); }

Result<std::unique_ptr<Database>> open_database(const std::string& where, Access access) {
  return is_server(where) ? open_postgres(where, access) : open_sqlite(where, access);
}

}  // namespace sluice::ledger
