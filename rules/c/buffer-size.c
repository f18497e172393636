#include <string.h>
#include <sys/socket.h>

void copy(int client, const char *packet) {
  char buffer[64];
  size_t size;
  recv(client, &size, sizeof size, 0);
  // ruleid: c-buffer-size-input
  memcpy(buffer, packet, size);
  unsigned char header[4];
  recv(client, header, sizeof header, 0);
  // ruleid: c-buffer-size-input
  memcpy(buffer, packet, header[0]);
  // ok: c-buffer-size-input
  memcpy(buffer, packet, sizeof buffer);
}
