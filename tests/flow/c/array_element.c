#include "io.h"

void columns(void)
{
    const char *row[3] = {"id", "name", "date"};
    row[1] = source();
    /* ok: flow */
    sink(row[0]);
    /* ruleid: flow */
    sink(row[1]);
    row[1] = "name";
    /* ok: flow */
    sink(row[1]);
}
