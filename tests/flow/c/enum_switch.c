#include "io.h"

enum detail { LOW, HIGH };

static const char *describe(enum detail level, const char *text)
{
    switch (level) {
    case LOW:
        return "short";
    case HIGH:
        return text;
    }
    return "";
}

void run(void)
{
    /* ruleid: flow */
    sink(describe(HIGH, source()));
    /* ok: flow */
    sink(describe(LOW, source()));
}
