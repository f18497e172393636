#include <stdlib.h>
#include <sys/socket.h>

void *packet(int client) {
  size_t size;
  recv(client, &size, sizeof size, 0);
  // ruleid: c-allocation-size-input
  return malloc(size);
}

void *pages(int client) {
  unsigned char header[4];
  recv(client, header, sizeof header, 0);
  // ruleid: c-allocation-size-input
  return malloc(header[0] * 4096);
}

void *fixed(void) {
  // ok: c-allocation-size-input
  return malloc(4096);
}

void *bounded(int client) {
  unsigned int size = 0;
  recv(client, &size, sizeof size, 0);
  if (size > 4 && size < 4096) {
    // ok: c-allocation-size-input
    return malloc(size);
  }
  return 0;
}

void *refused(int client) {
  unsigned int size = 0;
  recv(client, &size, sizeof size, 0);
  if (size >= 4096) return 0;
  // ok: c-allocation-size-input
  return malloc(size);
}

void *too_small_refused(int client) {
  unsigned int size = 0;
  recv(client, &size, sizeof size, 0);
  if (size < 4) return 0;
  // ruleid: c-allocation-size-input
  return malloc(size);
}
