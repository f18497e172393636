#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CLEANUP "rm -rf /tmp/relay"

int run(const char *file)
{
    char command[256];
    snprintf(command, sizeof command, "ffprobe %s", file);
    system(command);
    FILE *pipe = popen(command, "r");
    system("sync");
    system(CLEANUP);
    pclose(pipe);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    execlp("bash", "bash", "-c", file, (char *)NULL);
    execl("/bin/sh", "sh", "-c", "sync", (char *)NULL);
    return execl("/usr/bin/ffprobe", "ffprobe", file, (char *)NULL);
}

int find(sqlite3 *db, const char *name, int id)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT * FROM users WHERE name = '%s'", name);
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int drop(sqlite3 *db, const char *name)
{
    char sql[256];
    sprintf(sql, "delete from users where name = '%s'", name);
    if (name[0] != 0) {
        return sqlite3_exec(db, sql, NULL, NULL, NULL);
    }
    return 0;
}

int by_id(sqlite3 *db, int id)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT * FROM users WHERE id = %d", id);
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int bound(sqlite3 *db, sqlite3_stmt **statement, const char *name)
{
    int code = sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, statement, NULL);
    return code == SQLITE_OK ? sqlite3_bind_text(*statement, 1, name, -1, SQLITE_TRANSIENT) : code;
}

void scratch(void)
{
    char template[] = "/tmp/relay-XXXXXX";
    // ruleid: c-insecure-temp-file
    char *first = mktemp(template);
    // ruleid: c-insecure-temp-file
    char *second = tmpnam(NULL);
    // ok: c-insecure-temp-file
    int third = mkstemp(template);
    // ok: c-insecure-temp-file
    FILE *fourth = tmpfile();
    printf("%s %s %d %p\n", first, second, third, (void *)fourth);
}

FILE *open_if_allowed(const char *path)
{
    if (access(path, R_OK) != 0) {
        return NULL;
    }
    // ruleid: c-file-check-then-use
    return fopen(path, "r");
}

void remove_if_there(const char *path)
{
    if (access(path, F_OK) == 0) {
        // ruleid: c-file-check-then-use
        unlink(path);
    }
}

FILE *open_other(const char *path, const char *other)
{
    if (access(path, R_OK) != 0) {
        return NULL;
    }
    // ok: c-file-check-then-use
    return fopen(other, "r");
}

int open_first(const char *path, struct stat *info)
{
    // ok: c-file-check-then-use
    int handle = open(path, O_RDONLY);
    return handle < 0 ? handle : fstat(handle, info);
}

void share(const char *path)
{
    // ruleid: c-file-writable-by-all
    chmod(path, 0777);
    // ruleid: c-file-writable-by-all
    chmod(path, S_IRUSR | S_IWOTH);
    // ruleid: c-file-writable-by-all
    umask(0);
    // ok: c-file-writable-by-all
    chmod(path, 0750);
    // ok: c-file-writable-by-all
    umask(077);
    // ok: c-file-writable-by-all
    mode_t before = umask(0);
    umask(before);
}

void drop_rights(uid_t user, gid_t group)
{
    // ruleid: c-privilege-drop-unchecked
    setgid(group);
    // ruleid: c-privilege-drop-unchecked
    setuid(user);
}

int drop_rights_checked(uid_t user, gid_t group)
{
    // ok: c-privilege-drop-unchecked
    if (setgid(group) != 0) {
        return -1;
    }
    // ok: c-privilege-drop-unchecked
    return setuid(user);
}
