#include "io.h"

void archive(int public)
{
    char *note = source();
    if (public)
        note = clean(note);
    /* ruleid: flow */
    sink(note);
}

void archive_all(int public)
{
    char *note = source();
    note = public ? clean(note) : clean(note + 1);
    /* ok: flow */
    sink(note);
}
