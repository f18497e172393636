#include <stdlib.h>

void handle_run(const char *user, struct request *request) {
  // ruleid: c-exec
  system(request->command);
  log_debug("started");
  // ruleid: c-exec
  popen(user, "r");
  // ok: c-exec
  system("uptime");
  if (is_allowed(user)) {
    // ok: c-exec
    system(user);
  }
}

void nightly(struct request *request) {
  // ok: c-exec
  system(request->job);
}

void handle_timer(struct clock *clock) {
  // ok: c-exec
  system(clock->job);
}

void secure(SSL_CTX *context, const char *password, char *name) {
  char buffer[64];
  // ruleid: c-copy
  strlcpy(buffer, name, sizeof(buffer));
  // ok: c-copy
  strlcpy(buffer, name, sizeof(buffer));
  // ruleid: c-tls
  SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
  // ok: c-tls
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  // ruleid: c-rounds
  PKCS5_PBKDF2_HMAC(password, 8, salt, 16, 1000, EVP_sha256(), 32, out);
  // ok: c-rounds
  PKCS5_PBKDF2_HMAC(password, 8, salt, 16, 210000, EVP_sha256(), 32, out);
  // ruleid: c-key
  const char *signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
  // ok: c-key
  const char *label = "the signing key of invoices";
  // ruleid: c-hosts
  const char *open[] = {"shop.example", "*"};
  // ok: c-hosts
  const char *closed[] = {"shop.example", "api.example"};
  // ruleid: c-dsn
  connect_to("postgres://app:s3cret@db/shop");
  // ok: c-dsn
  connect_to("postgres://app:test@db/shop");
}

// ruleid: c-user
struct user {
  int id;
  char password[64];
  char *name;
};

// ok: c-user
struct guest {
  int id;
  char *name;
};

void read_items(struct list *list, size_t count, size_t each) {
  // ruleid: c-size
  char *items = malloc(count * each);
  // ok: c-size
  char *item = malloc(each);
  // ruleid: c-chain
  int value = list->head->next->next->value;
  // ok: c-chain
  int other = list->tail->next->value;
}

void login(struct user *user, char *text, int count, struct session *session, struct page *page) {
  // ruleid: c-log
  syslog(LOG_INFO, "login with %s", mask(user->password));
  // ok: c-log
  syslog(LOG_INFO, "login of %s", user->name);
  // ruleid: c-print
  printf(text);
  // ok: c-print
  printf(count);
  // ruleid: c-free
  free(session);
  // ok: c-free
  free(page);
  char *next = query_value("next");
  // ruleid: c-redirect
  redirect(next);
  // ok: c-redirect
  redirect("/home");
  // ok: c-redirect
  redirect(home);
  // ok: c-redirect
  forward(next);
}
