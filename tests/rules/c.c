// ruleid: c-macro
#define PASSWORD "hunter2"
// ok: c-macro
#define PASSWORD_LENGTH 8

// ruleid: c-struct
struct flags { int bits; char name[4]; };
// ok: c-struct
struct other { int bytes; };

// ruleid: c-function
static void *worker(void *arg) { return arg; }
// ok: c-function
static int *counter(void *arg) { return arg; }

// ruleid: c-parameter
int visit(const struct node *n, int depth) { return depth; }
// ok: c-parameter
int visit_value(struct node n) { return n.value; }

int main(int argc, char **argv) {
  // ruleid: c-buffer-then-copy
  char line[64], *end;
  // ok: c-array-definition
  int small[8];
  // ruleid: c-array-definition
  int large[16] = {0};
  // ruleid: c-pointer-definition
  const char *copy = malloc(10);
  // ok: c-pointer-definition
  const char *name = calloc(1, 10);
  // ruleid: c-call
  if (argc) strcpy(line, argv[1]);
  // ok: c-call
  strncpy(line, argv[1], sizeof line);
  // ruleid: c-statement
  end = gets(line);
  // ruleid: c-format
  printf(line);
  // ok: c-format
  printf("%s" "\n", line);
  // ruleid: c-if
  if (copy == NULL) return 1;
  // ok: c-if
  if (copy != NULL) argc--;
  // ruleid: c-use-after-free
  free(copy);
  if (argc) { use(copy); }
  // ok: c-use-after-free
  free(name);
  use(end);
  // ruleid: c-loop
  for (int i = 0; i < 8; ++i) small[i] = large[i];
  // ok: c-loop
  for (;;) { small[argc] = 1; }
  // ruleid: c-member
  log_line((*argv)->secret);
  // ruleid: c-cast
  log_line((unsigned char)argc);
  // ok: c-cast
  log_line((signed char)argc);
  // ruleid: c-sizeof
  copy = realloc(copy, sizeof(int) * argc);
  // ruleid: c-initializer
  struct options options = {.name = "x", .verify = 0x0};
  // ok: c-initializer
  struct options checked = {.name = "x", .verify = 1};
  // ruleid: c-case
  switch (argc) { case 7: return 2; default: break; }
  return checked.verify + options.verify;
}
