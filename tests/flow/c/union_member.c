#include "io.h"

union word {
    const char *text;
    const char *alias;
};

struct pair {
    const char *text;
    const char *other;
};

void share(void)
{
    union word word;
    word.text = source();
    /* ruleid: flow */
    sink(word.alias);
    struct pair pair = {"none", "none"};
    pair.text = source();
    /* ok: flow */
    sink(pair.other);
}
