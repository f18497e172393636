#include <string.h>

#include "io.h"

void raw(void)
{
    char typed[64] = {0};
    char fixed[64] = {0};
    const char *from = source();
    memcpy(typed, from, strlen(from));
    memcpy(fixed, "fixed", 6);
    /* ruleid: flow */
    sink(typed);
    /* ok: flow */
    sink(fixed);
    memset(typed, 0, sizeof typed);
    /* ok: flow */
    sink(typed);
}
