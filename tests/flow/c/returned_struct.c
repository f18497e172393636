#include "io.h"

struct length {
    const char *value;
    const char *unit;
};

static struct length measured(void)
{
    struct length result = {source(), "cm"};
    return result;
}

void report(void)
{
    struct length desk = measured();
    /* ruleid: flow */
    sink(desk.value);
    /* ok: flow */
    sink(desk.unit);
}
