#include <stdio.h>

#include "../io.h"
#include "user.h"

void repository_insert(const struct user *user)
{
    char query[128];
    snprintf(query, sizeof query, "insert into users values ('%s')", user->name);
    /* ruleid: flow */
    sink(query);
    snprintf(query, sizeof query, "insert into roles values ('%s')", user->role);
    /* ok: flow */
    sink(query);
}
