#include <stdlib.h>
#include <sys/socket.h>

void language(int client) {
  char value[64];
  recv(client, value, sizeof value - 1, 0);
  // ruleid: c-setting-from-input
  setenv("LANG", value, 1);
  // ok: c-setting-from-input
  setenv("LANG", "en", 1);
}
