class Commands {
  void handleRun(String user, Request request) throws Exception {
    // ruleid: java-exec
    Runtime.getRuntime().exec(request.get("command"));
    log.debug("started");
    // ruleid: java-exec
    new ProcessBuilder(user).start();
    // ok: java-exec
    Runtime.getRuntime().exec("uptime");
    if (Allowed.contains(user)) {
      // ok: java-exec
      Runtime.getRuntime().exec(user);
    }
  }
  void nightly(Request request) throws Exception {
    // ok: java-exec
    Runtime.getRuntime().exec(request.job());
  }
  void handleTimer(Clock clock) throws Exception {
    // ok: java-exec
    Runtime.getRuntime().exec(clock.job());
  }
}

class Crypto {
  void digest(byte[] salt, char[] password) throws Exception {
    // ruleid: java-hash
    MessageDigest.getInstance("MD5").digest(salt);
    // ok: java-hash
    MessageDigest.getInstance("SHA-512").digest(salt);
    // ruleid: java-tls
    SSLContext.getInstance("TLSv1.1");
    // ok: java-tls
    SSLContext.getInstance("TLSv1.2");
    // ruleid: java-rounds
    new PBEKeySpec(password, salt, 1000, 256);
    // ok: java-rounds
    new PBEKeySpec(password, salt, 210_000, 256);
    // ruleid: java-key
    String signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
    // ok: java-key
    String label = "the signing key of invoices";
    // ruleid: java-ciphers
    String[] weak = new String[] {"AES", "NULL", "DES"};
    // ok: java-ciphers
    String[] strong = new String[] {"AES", "CHACHA20"};
  }
}

class Database {
  void find(Statement statement, String name) throws Exception {
    // ruleid: java-dsn
    connect("jdbc:postgresql://db/shop?user=app&password=s3cret");
    // ok: java-dsn
    connect("jdbc:postgresql://db/shop?user=app&password=test");
    // ruleid: java-query
    statement.executeQuery("select * from users where name = '" + name + "'");
    // ok: java-query
    statement.executeQuery(prepared);
  }
}

// ruleid: java-servlet
class Purge extends HttpServlet {
  int count;
  void doGet(Request request, Response response) {
    count++;
    store.delete(request.id());
    response.ok();
  }
  void init() { }
}
// ok: java-servlet
class Show extends HttpServlet {
  void doGet(Request request, Response response) {
    store.find(request.id());
  }
}

class Sessions {
  void login(User user, HttpServletRequest request, HttpServletResponse response, Random dice, SecureRandom safe) throws Exception {
    // ruleid: java-cookie
    ResponseCookie.from("sid", id).httpOnly(true).secure(false);
    // ok: java-cookie
    ResponseCookie.from("sid", id).httpOnly(true).secure(true);
    // ruleid: java-log
    logger.info("login of " + user.name() + " with " + mask(user.getPassword()));
    // ok: java-log
    logger.info("login of " + user.name());
    // ruleid: java-random
    int token = dice.nextInt(1000000);
    // ok: java-random
    int nonce = safe.nextInt(1000000);
    ObjectInputStream objects = new ObjectInputStream(request.getInputStream());
    JsonReader records = new JsonReader(request.getReader());
    // ruleid: java-read-object
    Object first = objects.readObject();
    // ok: java-read-object
    Object second = records.readObject();
    String next = request.getParameter("next");
    // ruleid: java-redirect
    response.sendRedirect(next);
    // ok: java-redirect
    response.sendRedirect("/home");
    // ok: java-redirect
    response.sendRedirect(home);
    // ok: java-redirect
    mailer.forward(next);
  }
}
