#include "io.h"

static void show(const char *text)
{
    /* ruleid: flow */
    sink(text);
}

static void mute(const char *text)
{
    (void)text;
    /* ok: flow */
    sink("muted");
}

struct command {
    const char *name;
    void (*handler)(const char *text);
};

static const struct command commands[] = {
    {"show", show},
    {"mute", mute},
};

void run(void)
{
    for (int i = 0; i < 2; i++)
        commands[i].handler(source());
}
