#include "io.h"

struct slot {
    const char *value;
};

void shared(void)
{
    struct slot store = {"empty"};
    struct slot *here = &store;
    struct slot *there = here;
    there->value = source();
    /* ruleid: flow */
    sink(here->value);
    /* ruleid: flow */
    sink(store.value);
}

void separate(void)
{
    struct slot stores[2] = {{"empty"}, {"empty"}};
    struct slot *here = &stores[0];
    struct slot *there = &stores[1];
    there->value = source();
    /* ok: flow */
    sink(here->value);
}
