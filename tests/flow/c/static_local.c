#include "io.h"

static const char *remember(const char *text)
{
    static const char *kept = "nothing";
    const char *before = kept;
    kept = text;
    return before;
}

static const char *forget(const char *text)
{
    const char *kept = "nothing";
    const char *before = kept;
    kept = text;
    (void)kept;
    return before;
}

void run(void)
{
    remember(source());
    /* ruleid: flow */
    sink(remember("next"));
    forget(source());
    /* ok: flow */
    sink(forget("next"));
}
