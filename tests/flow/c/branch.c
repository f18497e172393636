#include "io.h"

void paint(int night)
{
    const char *color;
    if (night)
        color = source();
    else
        color = "white";
    /* ruleid: flow */
    sink(color);
}

void repaint(int night)
{
    const char *color = source();
    if (night)
        color = "black";
    else
        color = "white";
    /* ok: flow */
    sink(color);
}
