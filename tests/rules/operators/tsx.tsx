const child_process = require("child_process");

function handleRun(user: any, request: any) {
  // ruleid: tsx-exec
  child_process.exec(request.body.command);
  console.debug("started");
  // ruleid: tsx-exec
  eval(user);
  // ok: tsx-exec
  child_process.exec("uptime");
  if (allowed.has(user)) {
    // ok: tsx-exec
    eval(user);
  }
}

function nightly(request: any) {
  // ok: tsx-exec
  eval(request.job);
}

function handleTimer(clock: any) {
  // ok: tsx-exec
  eval(clock.job);
}

function secure(password: any, salt: any) {
  // ruleid: tsx-hash
  crypto.createHash("md5").update(salt);
  // ok: tsx-hash
  crypto.createHash("sha512").update(salt);
  // ruleid: tsx-tls
  https.request({ host: shop, rejectUnauthorized: false, port: 443 }, done);
  // ok: tsx-tls
  https.request({ host: shop, rejectUnauthorized: true, port: 443 }, done);
  // ruleid: tsx-rounds
  crypto.pbkdf2Sync(password, salt, 1000, 64, "sha512");
  // ok: tsx-rounds
  crypto.pbkdf2Sync(password, salt, 210_000, 64, "sha512");
  // ruleid: tsx-key
  const signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
  // ok: tsx-key
  const label = "the signing key of invoices";
}

function find(db: any, name: any) {
  // ruleid: tsx-dsn
  connect("mongodb://app:s3cret@db/shop");
  // ok: tsx-dsn
  connect("mongodb://app:test@db/shop");
  // ruleid: tsx-query
  db.query("select * from users where name = '" + name + "'");
  // ruleid: tsx-query
  db.query(`select * from users where name = '${name}'`);
  // ok: tsx-query
  db.query(prepared);
  // ruleid: tsx-hosts
  const open = { debug: false, hosts: ["shop.example", "*"], port: 80 };
  // ok: tsx-hosts
  const closed = { debug: false, hosts: ["shop.example"], port: 80 };
}

// ruleid: tsx-view
class Purge extends View {
  count = 0;
  get(request: any) {
    this.count++;
    store.delete(request.key);
    return done;
  }
}
// ok: tsx-view
class Show extends View {
  get(request: any) {
    store.find(request.key);
  }
}

function login(user: any, request: any, response: any) {
  // ruleid: tsx-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: false });
  // ok: tsx-cookie
  response.status(200).type("html").cookie("sid", user.id, { secure: true });
  // ruleid: tsx-log
  console.log("login of " + user.name + " with " + mask(user.password));
  // ok: tsx-log
  console.log("login of " + user.name);
  const box: Sandbox = make();
  const pool: Pool = make();
  // ruleid: tsx-sandbox
  box.run(request.body);
  // ok: tsx-sandbox
  pool.run(request.body);
  const documents = new XmlParser();
  const records = new JsonParser();
  // ruleid: tsx-parser
  documents.parse(request.body);
  // ok: tsx-parser
  records.parse(request.body);
  const next = request.query.next;
  // ruleid: tsx-redirect
  response.redirect(next);
  // ok: tsx-redirect
  response.redirect("/home");
  // ok: tsx-redirect
  response.redirect(home);
  // ok: tsx-redirect
  mailer.forward(next);
}

function Page(note: any) {
  // ruleid: tsx-html
  const raw = <div className="note" dangerouslySetInnerHTML={note} />;
  // ok: tsx-html
  const text = <div className="note">{note.text}</div>;
  return [raw, text];
}
