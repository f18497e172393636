// A tiny name server's cache: most constructs of C in one file.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cache.h"

#define MAX_NAME 64
#define GREETING "cache " "1.0"
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#pragma pack(push, 1)

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned long long hash_t;
typedef struct entry entry_t;
typedef int (*compare_fn)(const void *, const void *);

enum state { STATE_EMPTY, STATE_USED = 0x10, STATE_DEAD = STATE_USED << 1 };

struct entry {
  char name[MAX_NAME + 1];
  struct entry *next, **previous;
  enum state state;
  unsigned flags : 3, age : 5;
  union {
    int number;
    char *text;
  } value;
  int (*on_drop)(struct entry *self, void *context);
};

static entry_t *table[128] = {0};
static const int weights[] = {1, 2, [5] = 0x20, 'a', -3};
static const struct entry none = {.name = "none", .state = STATE_EMPTY, .value.number = 7};
extern int log_line(const char *format, ...) __attribute__((format(printf, 1, 2), nonnull));
static __thread int depth;

static inline hash_t hash_of(const char *restrict name, size_t size) {
  hash_t hash = 5381u;
  for (size_t i = 0; i < size; ++i) hash = hash * 33 ^ (unsigned char)name[i];
  return hash;
}

int find(name, out)
  const char *name;
  entry_t **out;
{
  *out = table[hash_of(name, strlen(name)) % (sizeof table / sizeof(table[0]))];
  return *out != NULL && (*out)->state == STATE_USED;
}

entry_t *insert(const char *name, int number) {
  entry_t *fresh = (entry_t *)malloc(sizeof(struct entry)), *old = 0;
  if (!fresh) {
    perror("malloc");
    return NULL;
  } else if (strlen(name) >= MAX_NAME) {
    free(fresh);
    goto fail;
  } else
    strncpy(fresh->name, name, MAX_NAME);
  fresh->name[MAX_NAME] = '\0';
  fresh->value.number = number;
  if (find(name, &old)) log_line("%s replaced" "\n", old->name);
  table[hash_of(name, strlen(name)) & 127] = fresh;
  return fresh;
fail:
  fprintf(stderr, "too long: %s\n", name);
  exit(1);
}

int main(int argc, char *argv[]) {
  char line[256], *end = line, c;
  int (*compare)(const void *, const void *) = (compare_fn)strcmp, count = 0;
  struct entry copy = *table[0];
  double ratio = 1.5e3, rest = .5f;
  while (fgets(line, sizeof line, stdin)) {
    switch (c = line[0]) {
      case '+': {
        insert(line + 1, atoi(argv[1]));
        break;
      }
      case 'q':
      case 'x':
        return 0;
      default:
        count += 1, depth--;
        continue;
    }
  }
  do {
    count = count > 10 ? count / 2 : ~count;
  } while (count && !(count & 1));
  for (;;) {
    if (compare(line, end) == 0) break;
    end++;
  }
#if defined(DEBUG) && DEBUG > 1
  printf("%d of %d\n", count, argc);
#elif 0
  puts("never");
#else
  (void)argc;
#endif
  copy = (struct entry){.name = "x", .flags = 1};
  long offset = offsetof(struct entry, next) + _Alignof(int);
  __asm__ volatile("nop" : : "r"(offset));
  wchar_t wide[] = L"wide";
  return system(line) || wide[0] == L'w' || ratio < rest;
}

#ifdef __cplusplus
}
#endif
