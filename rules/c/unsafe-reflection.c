#include <dlfcn.h>
#include <stdlib.h>

void codec(void) {
  // ruleid: c-library-from-input
  dlopen(getenv("CODEC"), RTLD_NOW);
  // ok: c-library-from-input
  dlopen("libcodec.so", RTLD_NOW);
}
