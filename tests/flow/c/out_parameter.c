#include "io.h"

static int read_pair(const char **line, const char **unit)
{
    *line = source();
    *unit = "cm";
    return 0;
}

void measure(void)
{
    const char *line = "none";
    const char *unit = "none";
    if (read_pair(&line, &unit) != 0)
        return;
    /* ruleid: flow */
    sink(line);
    /* ok: flow */
    sink(unit);
}
