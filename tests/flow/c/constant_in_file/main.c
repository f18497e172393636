#include "../io.h"
#include "config.h"

void run(void)
{
    const char *typed = source();
    if (TRACE) {
        /* ok: flow */
        sink(typed);
    }
    if (LEVEL > 2) {
        /* ruleid: flow */
        sink(typed);
    }
}
