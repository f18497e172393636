#include "io.h"

typedef struct {
    const char *name;
    const char *table;
} guest;

void seat(void)
{
    guest first = {source(), "window"};
    /* ruleid: flow */
    sink(first.name);
    /* ok: flow */
    sink(first.table);
    guest second = {.table = source(), .name = "ann"};
    /* ok: flow */
    sink(second.name);
    /* ruleid: flow */
    sink(second.table);
}
