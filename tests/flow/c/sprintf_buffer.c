#include <stdio.h>

#include "io.h"

void label(void)
{
    char text[128];
    snprintf(text, sizeof text, "part %s of %d", source(), 3);
    /* ruleid: flow */
    sink(text);
    sprintf(text, "part %s of %d", "engine", 3);
    /* ok: flow */
    sink(text);
}
