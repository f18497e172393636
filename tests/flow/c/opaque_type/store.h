#ifndef STORE_H
#define STORE_H

struct store;

struct store *store_open(void);
void store_put(struct store *store, const char *note);
const char *store_note(const struct store *store);
const char *store_kind(const struct store *store);

#endif
