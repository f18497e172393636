typedef unsigned long size_t;
char *gets(char *s);
char *strcpy(char *to, const char *from);
char *strcat(char *to, const char *from);
int sprintf(char *to, const char *format, ...);
int snprintf(char *to, size_t size, const char *format, ...);
int vsprintf(char *to, const char *format, __builtin_va_list list);
int scanf(const char *format, ...);
int sscanf(const char *text, const char *format, ...);
char *fgets(char *s, int size, void *file);

#define NAME "admin"
static const char kGreeting[] = "hello";
struct user { char name[16]; char *alias; };

void reads(char *line, void *file) {
  char buffer[64];
  // ruleid: clang-banned-string-function
  gets(buffer);
  // ok: clang-banned-string-function
  fgets(buffer, sizeof buffer, file);
  // ruleid: clang-banned-string-function
  scanf("%s", buffer);
  // ok: clang-banned-string-function
  scanf("%63s", buffer);
  // ruleid: clang-banned-string-function
  scanf("%64s", buffer);
  // ruleid: clang-banned-string-function
  sscanf(line, "%d %[^,]", (int *)file, buffer);
  // ok: clang-banned-string-function
  sscanf(line, "%d %*s %31[^]%]", (int *)file, buffer);
  int number;
  // ok: clang-banned-string-function
  scanf("%d%%", &number);
}

void copies(struct user *user, const char *text, char *unknown) {
  char small[6], tiny[3];
  // ruleid: clang-banned-string-function
  strcpy(small, text);
  // ok: clang-banned-string-function
  strcpy(small, "admin");
  // ok: clang-banned-string-function
  strcpy(small, NAME);
  // ok: clang-banned-string-function
  strcpy(small, kGreeting);
  // ruleid: clang-banned-string-function
  strcpy(tiny, "admin");
  // ok: clang-banned-string-function
  strcpy(user->name, "administrator");
  // ruleid: clang-banned-string-function
  strcpy(user->alias, "administrator");
  // ruleid: clang-banned-string-function
  strcpy(unknown, kGreeting);
  // ok: clang-banned-string-function
  strcpy(unknown, "");
  // ruleid: clang-banned-string-function
  strcat(small, text);
}

void prints(int number, const char *text, __builtin_va_list list) {
  char roomy[32], small[8];
  // ok: clang-banned-string-function
  sprintf(roomy, "%d-%s", number, "x");
  // ruleid: clang-banned-string-function
  sprintf(small, "%d", number);
  // ok: clang-banned-string-function
  sprintf(roomy, "%.8s:%02x", text, number);
  // ruleid: clang-banned-string-function
  sprintf(roomy, "%s", text);
  // ruleid: clang-banned-string-function
  sprintf(roomy, "%*d", number, number);
  // ruleid: clang-banned-string-function
  vsprintf(roomy, text, list);
  // ok: clang-banned-string-function
  snprintf(roomy, sizeof roomy, "%s", text);
}
