#include <stdlib.h>
#include <sys/random.h>

int pin(void) {
  // ruleid: c-weak-random
  return rand() % 10000;
}

int strong_pin(void) {
  unsigned value;
  // ok: c-weak-random
  getrandom(&value, sizeof value, 0);
  return value % 10000;
}
