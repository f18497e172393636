#include <stdlib.h>
#include <sys/socket.h>

void *packet(int client) {
  size_t size;
  recv(client, &size, sizeof size, 0);
  // todoruleid: c-allocation-size-input
  return malloc(size);
}

void *fixed(void) {
  // ok: c-allocation-size-input
  return malloc(4096);
}
