#include "io.h"

typedef union {
    const char *given;
    const char *taken;
} passing;

typedef struct {
    const char *given;
    const char *taken;
} keeping;

static const char *pass(const char *text)
{
    passing both;
    both.given = text;
    return both.taken;
}

static const char *keep(const char *text)
{
    keeping both;
    both.taken = "";
    both.given = text;
    return both.taken;
}

void run(void)
{
    /* ruleid: flow */
    sink(pass(source()));
    /* ok: flow */
    sink(keep(source()));
}
