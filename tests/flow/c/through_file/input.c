#include "input.h"

#include "../io.h"

const char *read_line(void)
{
    return source();
}

const char *prompt(void)
{
    return "> ";
}
