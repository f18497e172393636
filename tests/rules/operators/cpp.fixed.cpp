#include <cstdlib>

void handle_run(const char *user, const Request &request) {
  // ruleid: cpp-exec
  std::system(request.command);
  debug("started");
  // ruleid: cpp-exec
  popen(user, "r");
  // ok: cpp-exec
  std::system("uptime");
  if (allowed.contains(user)) {
    // ok: cpp-exec
    std::system(user);
  }
}

void nightly(const Request &request) {
  // ok: cpp-exec
  std::system(request.job);
}

void handle_timer(const Clock &clock) {
  // ok: cpp-exec
  std::system(clock.job);
}

void secure(Context &context, std::string_view password, std::string_view salt) {
  // ruleid: cpp-hash
  use(EVP_sha256());
  // ok: cpp-hash
  use(EVP_sha512());
  // ruleid: cpp-tls
  context.set_min_version(tlsv13);
  // ok: cpp-tls
  context.set_min_version(tlsv12);
  // ruleid: cpp-rounds
  pbkdf2(password, salt, 1000);
  // ok: cpp-rounds
  pbkdf2(password, salt, 210'000);
  // ruleid: cpp-key
  auto signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
  // ok: cpp-key
  auto label = "the signing key of invoices";
  // ruleid: cpp-hosts
  std::vector<std::string> open = {"shop.example", "*"};
  // ok: cpp-hosts
  std::vector<std::string> closed = {"shop.example", "api.example"};
}

void find(Database &db, const std::string &name) {
  // ruleid: cpp-dsn
  connect("postgres://app:s3cret@db/shop");
  // ok: cpp-dsn
  connect("postgres://app:test@db/shop");
  // ruleid: cpp-query
  db.query("select * from users where name = '" + name + "'");
  // ruleid: cpp-query
  db.query(std::format("select * from users where name = '{}'", name));
  // ok: cpp-query
  db.query(prepared);
}

// ruleid: cpp-handler
class Purge : public Handler {
  int count = 0;
  void get(const Request &request) {
    ++count;
    store.erase(request.id);
    done();
  }
};

// ok: cpp-handler
class Show : public Handler {
  void get(const Request &request) {
    store.find(request.id);
  }
};

void login(const User &user, const Request &request, Response &response, std::mt19937 dice, std::random_device safe) {
  // ruleid: cpp-cookie
  Cookie("sid", user.id).http_only(true).secure(false);
  // ok: cpp-cookie
  Cookie("sid", user.id).http_only(true).secure(true);
  // ruleid: cpp-log
  info("login of " + user.name + " with " + mask(user.password));
  // ok: cpp-log
  info("login of " + user.name);
  // ruleid: cpp-random
  dice.discard(3);
  // ok: cpp-random
  safe.discard(3);
  ObjectReader objects(request.body);
  JsonReader records(request.body);
  // ruleid: cpp-decode
  objects.decode(first);
  // ok: cpp-decode
  records.decode(second);
  auto next = request.query("next");
  // ruleid: cpp-redirect
  response.redirect(next);
  // ok: cpp-redirect
  response.redirect("/home");
  // ok: cpp-redirect
  response.redirect(home);
  // ok: cpp-redirect
  mailer.forward(next);
}
