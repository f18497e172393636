#include "log.h"

#include "../io.h"

void log_warn(const char *text)
{
    /* ruleid: flow */
    sink(text);
}

void log_warn_quietly(const char *text)
{
    /* ok: flow */
    sink(clean(text));
}
