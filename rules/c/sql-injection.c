#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void find(sqlite3 *db, int client) {
  char name[64];
  char sql[256];
  recv(client, name, sizeof name - 1, 0);
  snprintf(sql, sizeof sql, "SELECT * FROM orders WHERE customer = '%s'", name);
  // ruleid: c-sql-injection
  sqlite3_exec(db, sql, NULL, NULL, NULL);
}

void find_bound(sqlite3 *db, int client) {
  char name[64];
  sqlite3_stmt *statement;
  recv(client, name, sizeof name - 1, 0);
  // ok: c-sql-injection
  sqlite3_prepare_v2(db, "SELECT * FROM orders WHERE customer = ?", -1, &statement, NULL);
  sqlite3_bind_text(statement, 1, name, -1, SQLITE_TRANSIENT);
}
