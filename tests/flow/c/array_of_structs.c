#include "io.h"

struct item {
    const char *product;
    const char *unit;
};

void invoice(void)
{
    struct item lines[2] = {{"apple", "kg"}, {"milk", "l"}};
    lines[1].product = source();
    /* ruleid: flow */
    sink(lines[1].product);
    /* ok: flow */
    sink(lines[1].unit);
    /* ok: flow */
    sink(lines[0].product);
}
