#include "io.h"

struct coin {
    const char *mark;
};

void duplicate(void)
{
    struct coin first = {"plain"};
    struct coin second = first;
    second.mark = source();
    /* ok: flow */
    sink(first.mark);
    /* ruleid: flow */
    sink(second.mark);
}
