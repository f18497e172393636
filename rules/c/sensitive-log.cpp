#include <spdlog/spdlog.h>
#include <syslog.h>

#include <cstdio>
#include <string>

struct Account {
  std::string name, password;
};

void log_in(const Account& account, const char* passwd, FILE* log_file) {
  // ruleid: c-sensitive-data-in-log
  syslog(LOG_INFO, "log-in of %s with %s", account.name.c_str(), passwd);
  // ruleid: c-sensitive-data-in-log-stream
  spdlog::info("log-in of {} with {}", account.name, account.password);
  // ruleid: c-sensitive-data-in-log
  fprintf(log_file, "password: %s", account.password.c_str());
  // ok: c-sensitive-data-in-log
  syslog(LOG_INFO, "log-in of %s: wrong password", account.name.c_str());
  // ok: c-sensitive-data-in-log-stream
  spdlog::info("length {}", account.password.size());
}
