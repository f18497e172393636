#include "../io.h"

static const char *answer(const char *question)
{
    (void)question;
    return "thank you";
}

void run_polite(void)
{
    /* ok: flow */
    sink(answer(source()));
}
