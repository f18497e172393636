#include <regex.h>
#include <sys/socket.h>

void filter(int client) {
  char pattern[64];
  regex_t compiled;
  recv(client, pattern, sizeof pattern - 1, 0);
  // ruleid: c-regex-injection
  regcomp(&compiled, pattern, REG_EXTENDED);
  // ok: c-regex-injection
  regcomp(&compiled, "^[a-z]+$", REG_EXTENDED);
}
