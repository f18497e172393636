#include <libxml/xpath.h>
#include <stdio.h>
#include <sys/socket.h>

void price(xmlXPathContextPtr context, int client) {
  char article[64];
  char path[128];
  recv(client, article, sizeof article - 1, 0);
  snprintf(path, sizeof path, "//article[@name='%s']", article);
  // ruleid: c-xpath-injection
  xmlXPathEvalExpression((const xmlChar *)path, context);
  // ok: c-xpath-injection
  xmlXPathEvalExpression((const xmlChar *)"//article[1]", context);
}
