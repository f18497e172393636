#include "io.h"

void history(void)
{
    const char *previous = "start";
    const char *current = "start";
    for (int round = 0; round < 3; round++) {
        /* ruleid: flow */
        sink(previous);
        previous = current;
        current = source();
    }
}

void no_history(void)
{
    for (int round = 0; round < 3; round++) {
        const char *current = "start";
        /* ok: flow */
        sink(current);
        current = source();
        (void)current;
    }
}
