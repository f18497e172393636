#include "io.h"

typedef const char *(*change)(const char *text);

static const char *echo(const char *text)
{
    return text;
}

static const char *hush(const char *text)
{
    (void)text;
    return "";
}

static const char *apply(change action, const char *text)
{
    return action(text);
}

void run(void)
{
    /* ruleid: flow */
    sink(apply(echo, source()));
    /* ok: flow */
    sink(apply(hush, source()));
    change action = echo;
    /* ruleid: flow */
    sink((*action)(source()));
}
