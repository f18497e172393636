#include "io.h"

#define PASS(text) (text)
#define DROP(text) ((void)(text), "dropped")
#define WASH(text) clean(text)

void run(void)
{
    /* ruleid: flow */
    sink(PASS(source()));
    /* ok: flow */
    sink(DROP(source()));
    /* ok: flow */
    sink(WASH(source()));
}
