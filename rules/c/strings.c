#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

#define BANNER "media relay 1.0\n"

struct session { char name[64]; char path[256]; };

void read_lines(struct session *session)
{
    char line[128];
    /* ruleid: c-gets*/
    gets(line);
    // ruleid: c-gets
    while (gets(session->name) != NULL) {
        puts(session->name);
    }
    // ok: c-gets
    fgets(line, sizeof line, stdin);
    // ok: c-gets
    puts(line);
}

void copy(struct session *session, const char *name, const char *folder)
{
    // ruleid: c-unbounded-string-copy
    strcpy(session->name, name);
    // ruleid: c-unbounded-string-copy
    strcat(session->path, folder);
    // ok: c-unbounded-string-copy
    strcpy(session->name, "anonymous");
    // ok: c-unbounded-string-copy
    snprintf(session->name, sizeof session->name, "%s", name);
    // ruleid: c-sprintf-unbounded
    sprintf(session->path, "/srv/%s/%s.wav", folder, name);
    // ruleid: c-sprintf-unbounded
    sprintf(session->name, "%-10s", name);
    // ok: c-sprintf-unbounded
    sprintf(session->name, "%d-%d", 1, 2);
    // ok: c-sprintf-unbounded
    snprintf(session->path, sizeof session->path, "/srv/%s", folder);
}

int ask(struct session *session, const char *text)
{
    int port;
    // ruleid: c-scanf-unbounded
    scanf("%s", session->name);
    // ruleid: c-scanf-unbounded
    sscanf(text, "%d %s", &port, session->name);
    // ok: c-scanf-unbounded
    scanf("%63s", session->name);
    // ok: c-scanf-unbounded
    sscanf(text, "%d", &port);
    return port;
}

void show(const char *message, char *out, size_t size)
{
    printf(message);
    syslog(LOG_ERR, message);
    snprintf(out, size, message);
    printf("%s", message);
    printf(BANNER);
    syslog(LOG_INFO, "started");
    printf(size > 1 ? "frames\n" : "frame\n");
}

void stack(size_t count)
{
    // ruleid: c-alloca-size
    char *first = alloca(count);
    // ruleid: c-alloca-size
    int *second = alloca(count * sizeof(int));
    // ok: c-alloca-size
    char *third = alloca(64);
    // ok: c-alloca-size
    char *fourth = malloc(count);
    free(fourth);
    first[0] = third[0] = (char)second[0];
}
