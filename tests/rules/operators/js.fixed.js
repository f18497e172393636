const child_process = require("child_process");

function handleRun(user, request) {
  // ruleid: js-exec
  child_process.exec(request.body.command);
  console.debug("started");
  // ruleid: js-exec
  eval(user);
  // ok: js-exec
  child_process.exec("uptime");
  if (allowed.has(user)) {
    // ok: js-exec
    eval(user);
  }
}

function nightly(request) {
  // ok: js-exec
  eval(request.job);
}

function handleTimer(clock) {
  // ok: js-exec
  eval(clock.job);
}

function secure(password, salt) {
  // ruleid: js-hash
  crypto.createHash("sha256").update(salt);
  // ok: js-hash
  crypto.createHash("sha512").update(salt);
  // ruleid: js-tls
  https.request({ host: shop, rejectUnauthorized: true, port: 443 }, done);
  // ok: js-tls
  https.request({ host: shop, rejectUnauthorized: true, port: 443 }, done);
  // ruleid: js-rounds
  crypto.pbkdf2Sync(password, salt, 1000, 64, "sha512");
  // ok: js-rounds
  crypto.pbkdf2Sync(password, salt, 210_000, 64, "sha512");
  // ruleid: js-key
  const signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
  // ok: js-key
  const label = "the signing key of invoices";
}

function find(db, name) {
  // ruleid: js-dsn
  connect("mongodb://app:s3cret@db/shop");
  // ok: js-dsn
  connect("mongodb://app:test@db/shop");
  // ruleid: js-query
  db.query("select * from users where name = '" + name + "'");
  // ruleid: js-query
  db.query(`select * from users where name = '${name}'`);
  // ok: js-query
  db.query(prepared);
  // ruleid: js-hosts
  const open = { debug: false, hosts: ["shop.example", "*"], port: 80 };
  // ok: js-hosts
  const closed = { debug: false, hosts: ["shop.example"], port: 80 };
}

// ruleid: js-view
class Purge extends View {
  count = 0;
  get(request) {
    this.count++;
    store.delete(request.key);
    return done;
  }
}
// ok: js-view
class Show extends View {
  get(request) {
    store.find(request.key);
  }
}

function login(user, request, response) {
  // ruleid: js-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: false });
  // ok: js-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: true });
  // ruleid: js-log
  console.log("login of " + user.name + " with " + mask(user.password));
  // ok: js-log
  console.log("login of " + user.name);
  const box = new Sandbox();
  const pool = new Pool();
  // ruleid: js-sandbox
  box.run(request.body);
  // ok: js-sandbox
  pool.run(request.body);
  const documents = new XmlParser();
  const records = new JsonParser();
  // ruleid: js-parser
  documents.parse(request.body);
  // ok: js-parser
  records.parse(request.body);
  const next = request.query.next;
  // ruleid: js-redirect
  response.redirect(next);
  // ok: js-redirect
  response.redirect("/home");
  // ok: js-redirect
  response.redirect(home);
  // ok: js-redirect
  mailer.forward(next);
}
