#define NULL ((void *)0)
typedef unsigned long size_t;
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *memory, size_t size);
void free(void *memory);
char *strdup(const char *text);
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
char *strcpy(char *to, const char *from);
void exit(int code);
void die(const char *why) __attribute__((noreturn));
void __assert_fail(const char *text, const char *file, unsigned line, const char *function);
#define assert(x) ((x) ? (void)0 : __assert_fail(#x, "", 0, ""))
#define unlikely(x) __builtin_expect(!!(x), 0)
int check_memory(const void *memory);
void take(void *memory);
struct node { int value; struct node *next; char *name; };

void direct(const char *text, int n) {
  char *a = malloc(10);
  // ruleid: clang-unchecked-allocation
  a[0] = 0;
  // ok: clang-unchecked-allocation
  a[1] = 0;
  int *b = (int *)calloc(4, sizeof(int));
  // ruleid: clang-unchecked-allocation
  *b = 1;
  struct node *c = malloc(sizeof *c);
  // ruleid: clang-unchecked-allocation
  c->value = n;
  char *d = malloc(10);
  // ruleid: clang-unchecked-allocation
  memcpy(d, text, 10);
  char *e = strdup(text), *f = e;
  // ruleid: clang-unchecked-allocation
  f[n] = 0;
  // ruleid: clang-unchecked-allocation
  strcpy(malloc(10), "text");
  char *g;
  if (n) g = malloc(3);
  else g = malloc(4);
  // ruleid: clang-unchecked-allocation
  g[0] = 0;
  char *h = malloc(10);
  // ruleid: clang-unchecked-allocation
  *(h + n) = 0;
  struct node holder;
  holder.name = strdup(text);
  // ruleid: clang-unchecked-allocation
  holder.name[0] = 'x';
  char *loop = malloc(10);
  for (int i = 0; i < n; ++i) {
    // ruleid: clang-unchecked-allocation
    loop[i] = 0;
  }
}

int tested(const char *text, int n) {
  char *a = malloc(10);
  if (!a) return -1;
  // ok: clang-unchecked-allocation
  a[0] = 0;
  char *b = malloc(10);
  if (b == NULL) exit(1);
  // ok: clang-unchecked-allocation
  b[0] = 0;
  char *c = malloc(10);
  if (c) {
    // ok: clang-unchecked-allocation
    c[0] = 0;
  }
  char *d = malloc(10);
  assert(d);
  // ok: clang-unchecked-allocation
  d[0] = 0;
  char *e = malloc(10);
  // ok: clang-unchecked-allocation
  int first = e ? e[0] : 0;
  char *f;
  if ((f = malloc(10)) == NULL) return 1;
  // ok: clang-unchecked-allocation
  f[0] = 0;
  char *g = malloc(10), *h = malloc(10);
  if (!g || !h) return 1;
  // ok: clang-unchecked-allocation
  memcpy(g, text, 10);
  // ok: clang-unchecked-allocation
  h[0] = g[0];
  char *i = malloc(10);
  if (unlikely(!i)) die("no memory");
  // ok: clang-unchecked-allocation
  i[0] = 0;
  char *j = malloc(10);
  // ok: clang-unchecked-allocation
  if (j && j[0] == 'x') take(j);
  char *k = malloc(10);
  check_memory(k);
  // ok: clang-unchecked-allocation
  k[0] = 0;
  struct node *l = malloc(sizeof(*l));
  if (l != NULL && n > 0) {
    // ok: clang-unchecked-allocation
    l->next = NULL;
  }
  char *m = malloc(10);
  while (!m) m = malloc(10);
  // ok: clang-unchecked-allocation
  m[0] = 0;
  return first;
}

void other(const char *text, int n) {
  char buffer[10];
  char *a = malloc(10);
  take(a);
  free(a);
  a = buffer;
  // ok: clang-unchecked-allocation
  a[0] = *text;
  char *b = n ? malloc(10) : buffer;
  take(b);
  char *c = buffer;
  if (n > 10) {
    c = malloc(10);
    if (!c) return;
  }
  // ok: clang-unchecked-allocation
  c[0] = 0;
  struct node *d = malloc(sizeof *d);
  // ok: clang-unchecked-allocation
  take(&d->value);
  switch (n) {
    case 1:
      c = malloc(1);
      break;
    default:
      c = buffer;
  }
  // ruleid: clang-unchecked-allocation
  c[0] = 0;
  memset(buffer, 0, 10);
}
