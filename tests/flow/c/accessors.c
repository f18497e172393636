#include "io.h"

struct wallet {
    const char *holder;
    const char *currency;
};

static void wallet_set_holder(struct wallet *self, const char *name)
{
    self->holder = name;
}

static const char *wallet_holder(const struct wallet *self)
{
    return self->holder;
}

static const char *wallet_currency(const struct wallet *self)
{
    return self->currency;
}

void create(void)
{
    struct wallet purse = {"nobody", "EUR"};
    wallet_set_holder(&purse, source());
    /* ruleid: flow */
    sink(wallet_holder(&purse));
    /* ok: flow */
    sink(wallet_currency(&purse));
}
