#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  char line[256];
  if (argc < 2) return 1;
  snprintf(line, sizeof line, "convert %s out.png", argv[1]);
  // ruleid: c-command-injection
  system(line);
  // ok: c-command-injection
  system("convert in.png out.png");
  // ok: c-command-injection
  execl("/usr/bin/identify", "identify", argv[1], (char *)NULL);
  // ok: c-command-injection
  execl("/usr/bin/identify", "identify", "in.png", (char *)NULL);
  return 0;
}

void job(int client) {
  char name[64];
  recv(client, name, sizeof name - 1, 0);
  // ruleid: c-command-injection
  popen(name, "r");
}

void script(void) {
  // ruleid: c-command-injection
  system(getenv("QUERY_STRING"));
}
