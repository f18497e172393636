#include <stddef.h>

#include "io.h"

void notify(void)
{
    const char *people[] = {"ann", source(), NULL};
    for (const char **person = people; *person != NULL; person++) {
        /* ruleid: flow */
        sink(*person);
    }
    const char *staff[] = {"ben", "eve"};
    for (size_t i = 0; i < sizeof staff / sizeof staff[0]; i++) {
        /* ok: flow */
        sink(staff[i]);
    }
}
