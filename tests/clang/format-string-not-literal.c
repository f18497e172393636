typedef __builtin_va_list va_list;
int printf(const char *format, ...);
int fprintf(void *file, const char *format, ...);
int vprintf(const char *format, va_list list);
void syslog(int priority, const char *format, ...);
int wprintf(const int *format, ...);
char *gettext(const char *text);
char *read_line(void);
void report(int level, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define LIKE_PRINTF(a, b) __attribute__((format(printf, a, b)))
void trace(const char *format, ...) LIKE_PRINTF(1, 2);
int into(char *buffer, const char *format, ...) LIKE_PRINTF(2, 3);
#define SAY(text) printf(text)

static const char kFormat[] = "%d\n";
static const char *const kFormats[] = {"%d", "%i"};
const char *changeable = "%d";

void prints(const char *text, int n, void *file) {
  // ruleid: clang-format-string-not-literal
  printf(text);
  // ok: clang-format-string-not-literal
  printf("%s", text);
  // ok: clang-format-string-not-literal
  printf(kFormat, n);
  // ok: clang-format-string-not-literal
  printf(kFormats[n], n);
  // ruleid: clang-format-string-not-literal
  printf(changeable, n);
  // ok: clang-format-string-not-literal
  printf(n ? "%d" : "%i", n);
  // ruleid: clang-format-string-not-literal
  printf(n ? "%d" : text, n);
  // ok: clang-format-string-not-literal
  printf(gettext("%d files"), n);
  // ruleid: clang-format-string-not-literal
  fprintf(file, read_line());
  // ruleid: clang-format-string-not-literal
  syslog(3, text);
  // ruleid: clang-format-string-not-literal
  report(1, text);
  // ok: clang-format-string-not-literal
  report(1, "%s", text);
  // ruleid: clang-format-string-not-literal
  trace(text);
  char room[9];
  // ok: clang-format-string-not-literal
  into(room, "%d", n);
  // ruleid: clang-format-string-not-literal
  into(room, text, n);
  // ruleid: clang-format-string-not-literal
  SAY(text);
  // ok: clang-format-string-not-literal
  SAY("text");
  const char *local = "%d";
  if (n > 2) local = "%5d";
  // ok: clang-format-string-not-literal
  printf(local, n);
  const char *mixed = "%d";
  if (n > 2) mixed = text;
  // ruleid: clang-format-string-not-literal
  printf(mixed, n);
  char buffer[16] = "%d";
  buffer[1] = *text;
  // ruleid: clang-format-string-not-literal
  printf(buffer, n);
}

void forward(const char *format, ...) {
  va_list list;
  __builtin_va_start(list, format);
  // ok: clang-format-string-not-literal
  vprintf(format, list);
  __builtin_va_end(list);
}
