#include <stdio.h>
#define SIZE 8
static const char *names[SIZE] = {"a", [2] = "b"};
struct pair { int key, *value; };
int find(struct pair *p, int (*test)(int), ...);
int main(void) {
  char line[SIZE], c = 'x';
  for (int i = 0; i < SIZE; i++) if (names[i]) puts(names[i]); else break;
  struct pair p = {.key = 1};
  p.value = (int *)malloc(sizeof(int) * 2);
  return *p.value ? p.key : -1;
}
