#include "io.h"

static void print(const char *text, const char *copies)
{
    /* ruleid: flow */
    sink(text);
    /* ok: flow */
    sink(copies);
}

void run(void)
{
    print(source(), "2");
}
