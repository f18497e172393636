#include <stdio.h>
#include <sys/socket.h>

void invoice(int client) {
  char name[64];
  char path[128];
  recv(client, name, sizeof name - 1, 0);
  snprintf(path, sizeof path, "/srv/invoices/%s", name);
  // ruleid: c-path-traversal-input
  fopen(path, "r");
  // ok: c-path-traversal-input
  fopen("/srv/invoices/list", "r");
}
