#include "io.h"

void until_found(int found)
{
    const char *token;
    while (1) {
        token = source();
        if (found)
            break;
        token = "again";
        return;
    }
    /* ruleid: flow */
    sink(token);
}

void until_cleared(int found)
{
    const char *token = source();
    do {
        token = "cleared";
        if (found)
            break;
        found = 1;
    } while (1);
    /* ok: flow */
    sink(token);
}
