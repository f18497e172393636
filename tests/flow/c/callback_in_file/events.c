#include "events.h"

static event_handler handlers[4];

void events_on(int event, event_handler handler)
{
    handlers[event] = handler;
}

void events_emit(int event, const char *payload)
{
    if (handlers[event])
        handlers[event](payload);
}
