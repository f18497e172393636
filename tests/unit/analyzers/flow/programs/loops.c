// expect: 0 2
// expect: two
// expect: three
// expect: 3
// expect: out 4
// expect: 1
#include <stdio.h>
int twice(int x) { return x * 2; }
int main(void) {
  for (int i = 0; i < 5; i++) { if (i == 1) continue; if (i == 3) break; if (i == 2) printf("0 %d\n", i); }
  switch (2) { case 1: printf("one\n"); case 2: printf("two\n"); case 3: printf("three\n"); break; default: printf("d\n"); }
  int n = 0;
  do { n++; } while (n < 3);
  printf("%d\n", n);
  int t = twice(2);
  goto out;
  printf("never\n");
out:
  printf("out %d\n", t);
  int j = 0, k = j++;
  printf("%d\n", j - k);
  return 0;
}
