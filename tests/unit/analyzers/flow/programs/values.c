// expect: 7
// expect: 30
// expect: 5
// expect: yes
// expect: 2
#include <stdio.h>
struct point { int x, y; };
static int total = 3;
int add(int by) { total += by; return total; }
int main(void) {
  printf("%d\n", add(4));
  int a[3] = {10, 20};
  printf("%d\n", a[0] + a[1]);
  int b, c;
  b = c = 5;
  printf("%d\n", b);
  printf("%s\n", b > 4 && c < 9 ? "yes" : "no");
  while (b > 2) b--;
  printf("%d\n", b);
  return 0;
}
