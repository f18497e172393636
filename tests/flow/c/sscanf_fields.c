#include <stdio.h>
#include <string.h>

#include "io.h"

void read_formatted(void)
{
    char key[32];
    char rest[64];
    if (sscanf(source(), "%31[^=]=%63s", key, rest) != 2)
        return;
    /* ruleid: flow */
    sink(key);
    /* ruleid: flow */
    sink(rest);
    if (sscanf("a=b", "%31[^=]=%63s", key, rest) != 2)
        return;
    /* ok: flow */
    sink(key);
}
