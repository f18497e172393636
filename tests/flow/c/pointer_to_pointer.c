#include "io.h"

void point(void)
{
    const char *title = "plain";
    const char *subtitle = "plain";
    const char **current = &title;
    *current = source();
    /* ruleid: flow */
    sink(title);
    current = &subtitle;
    /* ok: flow */
    sink(*current);
}
