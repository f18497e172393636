#ifndef LOG_H
#define LOG_H

void log_warn(const char *text);
void log_warn_quietly(const char *text);

#endif
