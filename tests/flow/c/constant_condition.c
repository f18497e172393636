#include "io.h"

void always(void)
{
    const char *reply = source();
    int offset = 106;
    if (7 * 42 - offset > 180)
        reply = "constant";
    /* ok: flow */
    sink(reply);
}

void never(void)
{
    const char *reply = source();
    const int offset = 206;
    if (7 * 42 - offset > 180)
        reply = "constant";
    /* ruleid: flow */
    sink(reply);
}
