#include "io.h"

static const char *after_first(const char *text)
{
    return *text == '\0' ? text : text + 1;
}

void run(void)
{
    const char *typed = after_first(source());
    const char *fixed = after_first("fixed");
    /* ruleid: flow */
    sink(typed);
    /* ok: flow */
    sink(fixed);
}
