#include "io.h"

static const char *ask(const char *prompt)
{
    (void)prompt;
    return source();
}

static const char *tell(const char *prompt)
{
    source();
    return prompt;
}

void run(void)
{
    /* ruleid: flow */
    sink(ask("name? "));
    /* ok: flow */
    sink(tell("name? "));
}
