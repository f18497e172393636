#include "io.h"

void pick(int flag)
{
    const char *typed = source();
    /* ruleid: flow */
    sink(flag ? "default" : typed);
    /* ok: flow */
    sink(flag ? "left" : "right");
    const int limit = 10;
    /* ok: flow */
    sink(limit > 5 ? "enough" : typed);
}
