#include <bson/bson.h>
#include <stdio.h>
#include <stdlib.h>

void find(void) {
  char query[512];
  snprintf(query, sizeof query, "{\"name\": \"%s\"}", getenv("QUERY_STRING"));
  // ruleid: c-nosql-injection
  bson_new_from_json((const uint8_t *)query, -1, NULL);
  bson_t *filter = bson_new();
  // ok: c-nosql-injection
  bson_append_utf8(filter, "name", -1, getenv("QUERY_STRING"), -1);
}
