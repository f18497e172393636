#include "io.h"

#define STRICT 1
#define LEVEL 3
#define IS_DEEP(level) ((level) > 5)

void check(void)
{
    const char *typed = source();
    if (!STRICT) {
        /* ok: flow */
        sink(typed);
    }
    if (IS_DEEP(LEVEL)) {
        /* ok: flow */
        sink(typed);
    } else {
        /* ruleid: flow */
        sink(typed);
    }
}
