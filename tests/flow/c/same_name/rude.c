#include "../io.h"

static const char *answer(const char *question)
{
    return question;
}

void run_rude(void)
{
    /* ruleid: flow */
    sink(answer(source()));
}
