#include "io.h"

static void fill(const char *cells[], int count)
{
    for (int i = 0; i < count; i++)
        cells[i] = source();
}

static void reset(const char *cells[], int count)
{
    for (int i = 0; i < count; i++)
        cells[i] = "";
}

void run(void)
{
    const char *typed[2];
    const char *empty[2];
    fill(typed, 2);
    reset(empty, 2);
    /* ruleid: flow */
    sink(typed[0]);
    /* ok: flow */
    sink(empty[0]);
}
