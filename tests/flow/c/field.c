#include "io.h"

struct parcel {
    int weight;
    const char *label;
};

void send(void)
{
    struct parcel box;
    box.weight = 3;
    box.label = source();
    /* ruleid: flow */
    sink(box.label);
    box.label = "return to sender";
    /* ok: flow */
    sink(box.label);
}
