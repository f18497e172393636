#include "../io.h"
#include "texts.h"

void run(void)
{
    struct text_pair pair = text_pair_of(source(), "fixed");
    /* ruleid: flow */
    sink(FIRST_OF(pair));
    /* ok: flow */
    sink(pair.second);
}
