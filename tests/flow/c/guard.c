#include "io.h"

void guarded(int known)
{
    const char *typed = source();
    if (!known) {
        typed = "unknown";
        /* ok: flow */
        sink(typed);
        return;
    }
    /* ruleid: flow */
    sink(typed);
}
