#include "store.h"

#include <stdlib.h>

struct store {
    const char *note;
    const char *kind;
};

struct store *store_open(void)
{
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL)
        abort();
    store->kind = "memory";
    return store;
}

void store_put(struct store *store, const char *note)
{
    store->note = note;
}

const char *store_note(const struct store *store)
{
    return store->note;
}

const char *store_kind(const struct store *store)
{
    return store->kind;
}
