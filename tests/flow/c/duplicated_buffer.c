#include <string.h>

#include "io.h"

struct message {
    char head[32];
    char body[64];
};

void build(void)
{
    struct message first;
    memset(&first, 0, sizeof first);
    strncpy(first.body, source(), sizeof first.body - 1);
    struct message second;
    memcpy(&second, &first, sizeof second);
    /* ruleid: flow */
    sink(second.body);
    /* ok: flow */
    sink(second.head);
}
