#include "io.h"

void convert(void)
{
    void *anything = source();
    /* ruleid: flow */
    sink((const char *)anything);
    const void *fixed = "fixed";
    /* ok: flow */
    sink((const char *)fixed);
}
