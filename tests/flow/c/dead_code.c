#include <stdlib.h>

#include "io.h"

static void stop(void)
{
    exit(1);
}

void stop_early(int broken)
{
    const char *text = source();
    if (broken >= 0)
        return;
    stop();
    /* ok: flow */
    sink(text);
}

void goes_on(int ready)
{
    const char *text = source();
    if (!ready)
        return;
    /* ruleid: flow */
    sink(text);
}
