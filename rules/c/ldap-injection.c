#include <ldap.h>
#include <stdio.h>
#include <sys/socket.h>

void login(LDAP *directory, int client, LDAPMessage **found) {
  char user[64];
  char filter[128];
  recv(client, user, sizeof user - 1, 0);
  snprintf(filter, sizeof filter, "(uid=%s)", user);
  // ruleid: c-ldap-injection
  ldap_search_s(directory, "ou=people", LDAP_SCOPE_SUBTREE, filter, NULL, 0, found);
  // ok: c-ldap-injection
  ldap_search_s(directory, "ou=people", LDAP_SCOPE_SUBTREE, "(uid=admin)", NULL, 0, found);
}
