#include <string.h>

#include "io.h"

void find(void)
{
    const char *typed = source();
    const char *value = strchr(typed, '=');
    if (value != NULL) {
        /* ruleid: flow */
        sink(value + 1);
    }
    const char *fixed = strstr("key=fixed", "=");
    /* ok: flow */
    sink(fixed);
}
