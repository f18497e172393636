#include "io.h"

static char *pass(char *text)
{
    return clean(text);
}

static char *look(char *text)
{
    clean(text);
    return text;
}

void run(void)
{
    /* ok: flow */
    sink(pass(source()));
    /* ruleid: flow */
    sink(look(source()));
}
