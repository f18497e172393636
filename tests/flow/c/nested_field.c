#include "io.h"

struct address {
    const char *street;
    const char *city;
};

struct customer {
    const char *name;
    struct address home;
};

void move_house(void)
{
    struct customer client = {"ann", {"old street", "Rome"}};
    client.home.street = source();
    /* ruleid: flow */
    sink(client.home.street);
    /* ok: flow */
    sink(client.home.city);
    /* ok: flow */
    sink(client.name);
}
