#include "io.h"

#define WITH_AUDIT 0

void save(void)
{
    const char *typed = source();
#if WITH_AUDIT
    /* ok: flow */
    sink(typed);
#else
    /* ruleid: flow */
    sink(typed);
#endif
}
