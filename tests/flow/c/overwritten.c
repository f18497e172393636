#include "io.h"

void discard(void)
{
    const char *draft = source();
    draft = "empty";
    /* ok: flow */
    sink(draft);
}

void retain(void)
{
    const char *draft = "empty";
    draft = source();
    /* ruleid: flow */
    sink(draft);
}
