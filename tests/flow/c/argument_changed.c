#include "io.h"

struct reply {
    const char *body;
};

static void fill(struct reply *target, const char *text)
{
    target->body = text;
}

static void fill_copy(struct reply target, const char *text)
{
    target.body = text;
    (void)target.body;
}

void respond(void)
{
    struct reply answer = {"none"};
    fill_copy(answer, source());
    /* ok: flow */
    sink(answer.body);
    fill(&answer, source());
    /* ruleid: flow */
    sink(answer.body);
}
