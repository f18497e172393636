#include <stdio.h>

#include "io.h"

static void quote(char *to, size_t size, const char *text)
{
    snprintf(to, size, "\"%s\"", text);
}

void run(void)
{
    char typed[64];
    char fixed[64];
    quote(typed, sizeof typed, source());
    quote(fixed, sizeof fixed, "fixed");
    /* ruleid: flow */
    sink(typed);
    /* ok: flow */
    sink(fixed);
}
