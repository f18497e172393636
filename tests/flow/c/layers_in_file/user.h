#ifndef USER_H
#define USER_H

struct user {
    const char *name;
    const char *role;
};

void repository_insert(const struct user *user);
void service_register(const char *name);

#endif
