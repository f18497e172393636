#include "io.h"

static const char *inner(const char *text, const char *other)
{
    return text[0] == '\0' ? other : text;
}

static const char *middle(const char *text)
{
    return inner(text, "end");
}

static const char *outer(const char *text)
{
    return middle(text + 1);
}

void run(void)
{
    /* ruleid: flow */
    sink(outer(source()));
    /* ok: flow */
    sink(outer("fixed"));
}
