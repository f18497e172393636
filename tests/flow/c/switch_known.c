#include "io.h"

void route(void)
{
    char mode = 'B';
    const char *target;
    switch (mode) {
    case 'A':
        target = source();
        break;
    case 'B':
        target = "home";
        break;
    default:
        target = source();
    }
    /* ok: flow */
    sink(target);
}

void route_other(void)
{
    int mode = 2;
    const char *target = "home";
    switch (mode) {
    case 1:
        target = "one";
        break;
    case 2:
        target = source();
        break;
    }
    /* ruleid: flow */
    sink(target);
}
