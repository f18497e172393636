#include "io.h"

void shadow(void)
{
    const char *name = "outer";
    {
        const char *name = source();
        /* ruleid: flow */
        sink(name);
    }
    /* ok: flow */
    sink(name);
}
