#ifndef SESSION_H
#define SESSION_H

extern const char *session_user;
extern const char *session_region;

void session_login(const char *name);

#endif
