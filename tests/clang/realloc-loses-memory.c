typedef unsigned long size_t;
void *realloc(void *memory, size_t size);
void free(void *memory);
struct list { char *items; size_t size; };

int grows(struct list *list, char *buffer, char *other) {
  // ruleid: clang-realloc-loses-memory
  buffer = realloc(buffer, 20);
  // ruleid: clang-realloc-loses-memory
  list->items = (char *)realloc(list->items, list->size * 2);
  // ruleid: clang-realloc-loses-memory
  if ((buffer = realloc(buffer, 40)) == 0) return 1;
  // ok: clang-realloc-loses-memory
  char *larger = realloc(buffer, 80);
  if (!larger) {
    free(buffer);
    return 1;
  }
  buffer = larger;
  // ok: clang-realloc-loses-memory
  other = realloc(buffer, 160);
  return other != 0;
}
