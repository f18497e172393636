#include "io.h"

static const char *odd(const char *text, int left);

static const char *even(const char *text, int left)
{
    if (left == 0)
        return text;
    return odd(text, left - 1);
}

static const char *odd(const char *text, int left)
{
    if (left == 0)
        return "odd";
    return even(text, left - 1);
}

void run(void)
{
    /* ruleid: flow */
    sink(even(source(), 4));
    /* ok: flow */
    sink(even("fixed", 4));
}
