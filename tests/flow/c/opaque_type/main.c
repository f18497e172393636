#include "../io.h"
#include "store.h"

void run(void)
{
    struct store *store = store_open();
    store_put(store, source());
    /* ruleid: flow */
    sink(store_note(store));
    /* ok: flow */
    sink(store_kind(store));
}
