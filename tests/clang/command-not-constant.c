#define NULL ((void *)0)
int system(const char *command);
void *popen(const char *command, const char *mode);
int execl(const char *path, const char *first, ...);
int execv(const char *path, char *const arguments[]);
int _wsystem(const int *command);
void *ShellExecuteA(void *window, const char *verb, const char *file, const char *parameters, const char *folder, int show);
int CreateProcessA(const char *program, char *command, void *a, void *b, int c, int d, void *e, const char *f, void *g, void *h);
char *getenv(const char *name);
static const char kList[] = "ls -l";

void runs(const char *text, int all) {
  // ruleid: clang-command-not-constant
  system(text);
  // ok: clang-command-not-constant
  system("ls");
  // ok: clang-command-not-constant
  system(NULL);
  // ok: clang-command-not-constant
  system(kList);
  // ok: clang-command-not-constant
  system(all ? "ls -a" : "ls");
  // ruleid: clang-command-not-constant
  popen(getenv("PAGER"), "w");
  // ok: clang-command-not-constant
  popen("more", "w");
  // ruleid: clang-command-not-constant
  execl("/bin/sh", "sh", "-c", text, NULL);
  // ok: clang-command-not-constant
  execl("/bin/sh", "sh", "-c", "ls", NULL);
  // ok: clang-command-not-constant
  execl("/bin/ls", "ls", "-c", text, NULL);
  // ruleid: clang-command-not-constant
  ShellExecuteA(NULL, "open", text, NULL, NULL, 1);
  // ok: clang-command-not-constant
  ShellExecuteA(NULL, "open", "notepad.exe", NULL, NULL, 1);
  char command[] = "calc.exe";
  // ok: clang-command-not-constant
  CreateProcessA(NULL, command, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL);
  // ruleid: clang-command-not-constant
  CreateProcessA(NULL, (char *)text, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL);
}
