#include <string.h>

#include "io.h"

void copies(void)
{
    char page[64];
    strcpy(page, "fixed");
    /* ok: flow */
    sink(page);
    strcpy(page, source());
    /* ruleid: flow */
    sink(page);
    strncpy(page, "fixed again", sizeof page);
    /* ok: flow */
    sink(page);
}
