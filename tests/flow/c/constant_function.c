#include "io.h"

static int audited(void)
{
    return 1;
}

static int limit(void)
{
    return 7 * 6;
}

void run(void)
{
    const char *text = source();
    if (!audited()) {
        /* ok: flow */
        sink(text);
    }
    if (limit() > 40) {
        /* ruleid: flow */
        sink(text);
    }
}
