#include "io.h"

static const char *last_request = "none";
static const char *region = "eu";

static void receive(void)
{
    last_request = source();
}

static void report(void)
{
    /* ruleid: flow */
    sink(last_request);
    /* ok: flow */
    sink(region);
}

void run(void)
{
    receive();
    report();
}
