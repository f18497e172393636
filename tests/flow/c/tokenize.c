#include <string.h>

#include "io.h"

void words(void)
{
    char typed[64];
    strcpy(typed, source());
    for (char *word = strtok(typed, ","); word != NULL; word = strtok(NULL, ",")) {
        /* ruleid: flow */
        sink(word);
    }
}

void fixed_words(void)
{
    char fixed[] = "one,two";
    char *word = strtok(fixed, ",");
    /* ok: flow */
    sink(word);
}
