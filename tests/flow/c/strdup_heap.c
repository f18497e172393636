#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>

#include "io.h"

void keep(void)
{
    char *typed = strdup(source());
    char *fixed = strdup("fixed");
    if (typed == NULL || fixed == NULL)
        abort();
    /* ruleid: flow */
    sink(typed);
    /* ok: flow */
    sink(fixed);
    free(typed);
    free(fixed);
}
