#include "io.h"

void skip(void)
{
    const char *typed = source();
    typed += 3;
    typed++;
    /* ruleid: flow */
    sink(typed);
    const char *fixed = "fixed";
    fixed++;
    /* ok: flow */
    sink(fixed + 1);
    /* ruleid: flow */
    sink(&typed[2]);
}
