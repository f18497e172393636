#include "io.h"

static void upper(char *to, const char *from)
{
    while (*from != '\0') {
        *to = *from >= 'a' && *from <= 'z' ? *from - 32 : *from;
        to++;
        from++;
    }
    *to = '\0';
}

void shout(void)
{
    char loud[64];
    char quiet[64];
    upper(loud, source());
    upper(quiet, "fixed");
    /* ruleid: flow */
    sink(loud);
    /* ok: flow */
    sink(quiet);
}
