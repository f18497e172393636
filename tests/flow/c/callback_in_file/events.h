#ifndef EVENTS_H
#define EVENTS_H

typedef void (*event_handler)(const char *payload);

void events_on(int event, event_handler handler);
void events_emit(int event, const char *payload);

#endif
