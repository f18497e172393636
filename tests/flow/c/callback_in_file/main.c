#include "../io.h"
#include "events.h"

static void on_order(const char *payload)
{
    /* ruleid: flow */
    sink(payload);
}

static void on_tick(const char *payload)
{
    /* ok: flow */
    sink(payload);
}

void run(void)
{
    events_on(0, on_order);
    events_on(1, on_tick);
    events_emit(0, source());
    events_emit(1, "now");
}
