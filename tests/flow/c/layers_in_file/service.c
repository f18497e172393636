#include "user.h"

void service_register(const char *name)
{
    struct user user = {.name = name, .role = "guest"};
    repository_insert(&user);
}
