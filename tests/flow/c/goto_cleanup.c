#include "io.h"

void save(int broken)
{
    const char *text = "none";
    if (broken)
        goto fail;
    text = source();
    /* ruleid: flow */
    sink(text);
    return;
fail:
    /* ok: flow */
    sink(text);
}

void retry(int again)
{
    const char *text = "none";
start:
    /* ruleid: flow */
    sink(text);
    text = source();
    if (again) {
        again = 0;
        goto start;
    }
}
