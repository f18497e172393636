#include <sys/socket.h>
#include <syslog.h>

void search(int client) {
  char term[64];
  recv(client, term, sizeof term - 1, 0);
  // ruleid: c-log-injection
  syslog(LOG_INFO, "search for %s", term);
  // ok: c-log-injection
  syslog(LOG_INFO, "search");
}
