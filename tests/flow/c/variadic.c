#include <stdarg.h>
#include <stdio.h>

#include "io.h"

typedef const char *text_ptr;

static void compose(char *to, size_t size, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(to, size, format, values);
    va_end(values);
}

static const char *last_of(int count, ...)
{
    va_list values;
    const char *last = "";
    va_start(values, count);
    for (int i = 0; i < count; i++)
        last = va_arg(values, text_ptr);
    va_end(values);
    return last;
}

void run(void)
{
    char text[128];
    compose(text, sizeof text, "%s and %s", "one", source());
    /* ruleid: flow */
    sink(text);
    compose(text, sizeof text, "%s and %s", "one", "two");
    /* ok: flow */
    sink(text);
    /* ruleid: flow */
    sink(last_of(2, "one", source()));
}
