/* What the programs here talk to. */
#ifndef IO_H
#define IO_H

char *source(void);
char *clean(const char *text);
void sink(const char *text);

#endif
