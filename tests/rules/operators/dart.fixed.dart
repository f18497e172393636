void handleRun(String user, Request request) {
  // ruleid: dart-exec
  Process.run(request.command, []);
  debug('started');
  // ruleid: dart-exec
  shell(user);
  // ok: dart-exec
  Process.run('uptime', []);
  if (allowed.contains(user)) {
    // ok: dart-exec
    shell(user);
  }
}

void nightly(Request request) {
  // ok: dart-exec
  shell(request.job);
}

void handleTimer(Clock clock) {
  // ok: dart-exec
  shell(clock.job);
}

void secure(List<int> password, List<int> salt) {
  // ruleid: dart-hash
  use(sha256.convert(salt));
  // ok: dart-hash
  use(sha512.convert(salt));
  // ruleid: dart-tls
  connect(Dio(base, verify: true));
  // ok: dart-tls
  connect(Dio(base, verify: true));
  // ruleid: dart-rounds
  pbkdf2(password, salt, 1000);
  // ok: dart-rounds
  pbkdf2(password, salt, 210000);
  // ruleid: dart-key
  final signing = 'q8Zt3vX1pLk90WmJr2Ycs7Dh';
  // ok: dart-key
  final label = 'the signing key of invoices';
  // ruleid: dart-hosts
  final open = ['shop.example', '*'];
  // ok: dart-hosts
  final closed = ['shop.example', 'api.example'];
}

void find(Database db, String name) {
  // ruleid: dart-dsn
  connect('postgres://app:s3cret@db/shop');
  // ok: dart-dsn
  connect('postgres://app:test@db/shop');
  // ruleid: dart-query
  db.rawQuery("select * from users where name = '" + name + "'");
  // ruleid: dart-query
  db.rawQuery("select * from users where name = '${name}'");
  // ok: dart-query
  db.rawQuery(prepared);
}

// ruleid: dart-page
class Help extends Page {
  int count = 0;
  void load(String page) {
    show(page);
    view.runJavaScript(page);
    done();
  }
}

// ok: dart-page
class About extends Page {
  void load(String page) {
    show(page);
  }
}

void login(User user, Request request, Random dice, SecureRandom safe) {
  // ruleid: dart-cookie
  cookie('sid', user.id).httpOnly(true).secure(false);
  // ok: dart-cookie
  cookie('sid', user.id).httpOnly(true).secure(true);
  // ruleid: dart-log
  print('login of ' + user.name + ' with ' + mask(user.password));
  // ok: dart-log
  print('login of ' + user.name);
  // ruleid: dart-random
  dice.nextInt(1000000);
  // ok: dart-random
  safe.nextInt(1000000);
  ObjectReader objects = open(request);
  JsonReader records = open(request);
  // ruleid: dart-decode
  objects.decode(first);
  // ok: dart-decode
  records.decode(second);
  final next = request.query('next');
  // ruleid: dart-redirect
  redirect(next);
  // ok: dart-redirect
  redirect('/home');
  // ok: dart-redirect
  redirect(home);
  // ok: dart-redirect
  forward(next);
}
