#include "io.h"

void choose(int code)
{
    const char *target = "home";
    switch (code) {
    case 1:
        target = source();
        break;
    default:
        target = "other";
    }
    /* ruleid: flow */
    sink(target);
    target = source();
    switch (code) {
    case 0:
        target = "zero";
        /* falls through */
    case 1:
        target = "one";
        break;
    default:
        target = "many";
    }
    /* ok: flow */
    sink(target);
}
