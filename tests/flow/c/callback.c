#include "io.h"

typedef void (*listener)(const char *message, void *context);

static void publish(listener each, void *context)
{
    each(source(), context);
}

static void tick(listener each, void *context)
{
    each("tick", context);
}

static void remember(const char *message, void *context)
{
    const char **kept = context;
    *kept = message;
}

void connect(void)
{
    const char *order = "none";
    const char *time = "none";
    publish(remember, &order);
    tick(remember, &time);
    /* ruleid: flow */
    sink(order);
    /* ok: flow */
    sink(time);
}
