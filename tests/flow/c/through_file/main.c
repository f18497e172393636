#include "../io.h"
#include "input.h"

void run(void)
{
    /* ruleid: flow */
    sink(read_line());
    /* ok: flow */
    sink(prompt());
}
