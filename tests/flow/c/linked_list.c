#include <stddef.h>

#include "io.h"

struct node {
    const char *text;
    struct node *next;
};

void walk(void)
{
    struct node last = {source(), NULL};
    struct node first = {"first", &last};
    /* ok: flow */
    sink(first.text);
    /* ruleid: flow */
    sink(first.next->text);
    for (struct node *each = &first; each != NULL; each = each->next) {
        /* ruleid: flow */
        sink(each->text);
    }
}
