#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void show(int client) {
  char text[256];
  recv(client, text, sizeof text - 1, 0);
  // ruleid: c-format-string
  printf(text);
  // ok: c-format-string
  printf("%s", text);
}

void usage(int is_short) {
  const char *format = is_short ? "%s\n" : "usage: %s\n";
  // ok: c-format-string
  printf(format, "shop");
}

void log_line(void) {
  // ruleid: c-format-string
  fprintf(stderr, getenv("PREFIX"));
}
