#include "io.h"

struct reader;

struct reader_operations {
    const char *(*read)(struct reader *self);
};

struct reader {
    const struct reader_operations *operations;
    const char *cached;
};

static const char *read_live(struct reader *self)
{
    (void)self;
    return source();
}

static const char *read_cached(struct reader *self)
{
    return self->cached;
}

static const struct reader_operations live = {.read = read_live};
static const struct reader_operations cached = {.read = read_cached};

void run(void)
{
    struct reader first = {&live, "none"};
    struct reader second = {&cached, "fixed"};
    /* ruleid: flow */
    sink(first.operations->read(&first));
    /* ok: flow */
    sink(second.operations->read(&second));
}
