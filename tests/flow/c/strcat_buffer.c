#include <string.h>

#include "io.h"

void append(void)
{
    char path[128] = "/data/";
    strcat(path, "pages/");
    /* ok: flow */
    sink(path);
    strcat(path, source());
    /* ruleid: flow */
    sink(path);
}
