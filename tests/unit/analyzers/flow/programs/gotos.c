// expect: 1
// expect: 2
// expect: 3
// expect: clean
// expect: -1
// expect: 6
#include <stdio.h>
int open_all(int fail) {
  int i = 0;
again:
  i++;
  printf("%d\n", i);
  if (i < 3) goto again;
  if (fail) goto error;
  return 0;
error:
  printf("clean\n");
  return -1;
}
int main(void) {
  int r = open_all(1);
  printf("%d\n", r);
  int sum = 0;
  for (int i = 3, *p = 0; i; i--) sum += i;
  printf("%d\n", sum);
  return 0;
}
