#include "io.h"

void assign(void)
{
    const char *first;
    const char *second;
    first = second = source();
    /* ruleid: flow */
    sink(first);
    second = (first = "fixed", "last");
    /* ok: flow */
    sink(first);
    /* ok: flow */
    sink(second);
    if ((second = source()) != (char *)0) {
        /* ruleid: flow */
        sink(second);
    }
}
