const child_process = require("child_process");

function handleRun(user: any, request: any) {
  // ruleid: ts-exec
  child_process.exec(request.body.command);
  console.debug("started");
  // ruleid: ts-exec
  eval(user);
  // ok: ts-exec
  child_process.exec("uptime");
  if (allowed.has(user)) {
    // ok: ts-exec
    eval(user);
  }
}

function nightly(request: any) {
  // ok: ts-exec
  eval(request.job);
}

function handleTimer(clock: any) {
  // ok: ts-exec
  eval(clock.job);
}

function secure(password: any, salt: any) {
  // ruleid: ts-hash
  crypto.createHash("sha256").update(salt);
  // ok: ts-hash
  crypto.createHash("sha512").update(salt);
  // ruleid: ts-tls
  https.request({ host: shop, rejectUnauthorized: true, port: 443 }, done);
  // ok: ts-tls
  https.request({ host: shop, rejectUnauthorized: true, port: 443 }, done);
  // ruleid: ts-rounds
  crypto.pbkdf2Sync(password, salt, 1000, 64, "sha512");
  // ok: ts-rounds
  crypto.pbkdf2Sync(password, salt, 210_000, 64, "sha512");
  // ruleid: ts-key
  const signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
  // ok: ts-key
  const label = "the signing key of invoices";
}

function find(db: any, name: any) {
  // ruleid: ts-dsn
  connect("mongodb://app:s3cret@db/shop");
  // ok: ts-dsn
  connect("mongodb://app:test@db/shop");
  // ruleid: ts-query
  db.query("select * from users where name = '" + name + "'");
  // ruleid: ts-query
  db.query(`select * from users where name = '${name}'`);
  // ok: ts-query
  db.query(prepared);
  // ruleid: ts-hosts
  const open = { debug: false, hosts: ["shop.example", "*"], port: 80 };
  // ok: ts-hosts
  const closed = { debug: false, hosts: ["shop.example"], port: 80 };
}

// ruleid: ts-view
class Purge extends View {
  count = 0;
  get(request: any) {
    this.count++;
    store.delete(request.key);
    return done;
  }
}
// ok: ts-view
class Show extends View {
  get(request: any) {
    store.find(request.key);
  }
}

function login(user: any, request: any, response: any) {
  // ruleid: ts-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: false });
  // ok: ts-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: true });
  // ruleid: ts-log
  console.log("login of " + user.name + " with " + mask(user.password));
  // ok: ts-log
  console.log("login of " + user.name);
  const box: Sandbox = make();
  const pool: Pool = make();
  // ruleid: ts-sandbox
  box.run(request.body);
  // ok: ts-sandbox
  pool.run(request.body);
  const documents = new XmlParser();
  const records = new JsonParser();
  // ruleid: ts-parser
  documents.parse(request.body);
  // ok: ts-parser
  records.parse(request.body);
  const next = request.query.next;
  // ruleid: ts-redirect
  response.redirect(next);
  // ok: ts-redirect
  response.redirect("/home");
  // ok: ts-redirect
  response.redirect(home);
  // ok: ts-redirect
  mailer.forward(next);
}
