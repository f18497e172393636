const child_process = require("child_process");
const cp = require("child_process");
const { execSync, execFile } = require("child_process");
const ejs = require("ejs");
const libxmljs = require("libxmljs");
const serialize = require("node-serialize");
const vm = require("vm");

const TABLE = "orders";

async function orders(db, req, res) {
  // ruleid: javascript-sql-injection
  await db.query("SELECT * FROM orders WHERE customer = '" + req.query.customer + "'");
  // ruleid: javascript-sql-injection
  await db.query(`SELECT * FROM orders WHERE id = ${req.params.id}`);
  const sql = `DELETE FROM orders WHERE state = '${req.body.state}'`;
  // ruleid: javascript-sql-injection
  await db.execute(sql);
  // ok: javascript-sql-injection
  await db.query("SELECT * FROM orders WHERE customer = ?", [req.query.customer]);
  // ok: javascript-sql-injection
  await db.query("SELECT * FROM " + TABLE + " ORDER BY id");
  // ok: javascript-sql-injection
  await db.query("SELECT * FROM orders WHERE customer = " + db.escape(req.query.customer));
  // ok: javascript-sql-injection
  const link = cache.get("order of " + req.query.customer);
  res.json(link);
}

async function users(User, req) {
  // ruleid: javascript-nosql-injection
  await User.findOne({ name: req.body.name, password: req.body.password });
  // ruleid: javascript-nosql-injection
  await User.find(req.query);
  // ok: javascript-nosql-injection
  await User.findOne({ name: String(req.body.name) });
  // ok: javascript-nosql-injection
  await User.findOne({ where: { name: req.body.name } });
  // ok: javascript-nosql-injection
  return [1, 2, 3].find((n) => n === req.body.number);
}

function convert(req, file) {
  // ruleid: javascript-command-injection
  child_process.exec("convert " + file + " out.png");
  // ruleid: javascript-command-injection
  cp.execSync(`ffmpeg -i ${req.query.file} out.mp4`);
  // ruleid: javascript-command-injection
  execSync("tar czf backup.tgz " + file);
  // ok: javascript-command-injection
  execFile("convert", [file, "out.png"]);
  // ok: javascript-command-injection
  child_process.exec("ls -l | wc -l");
  // ok: javascript-command-injection
  const parts = /name=(\w+)/.exec("name=" + file);
  return parts;
}

function compute(req) {
  // ruleid: javascript-code-injection
  const total = eval(req.body.formula);
  // ruleid: javascript-code-injection
  const price = new Function("amount", "return amount * " + req.query.rate);
  // ruleid: javascript-code-injection
  vm.runInNewContext(`result = ${req.body.script}`);
  // ruleid: javascript-code-injection
  setTimeout("refresh('" + req.query.id + "')", 100);
  // ok: javascript-code-injection
  setTimeout(() => refresh("id" + req.query.id), 100);
  // ok: javascript-code-injection
  const data = JSON.parse(req.body.text);
  // ok: javascript-code-injection
  const answer = eval("6 * 7");
  return [total, price, data, answer];
}

function mail(req) {
  // ruleid: javascript-template-injection
  const first = ejs.render(req.body.template, { name: "Ann" });
  // ruleid: javascript-template-injection
  const second = ejs.compile("<p>" + req.query.text + "</p>");
  // ok: javascript-template-injection
  const third = ejs.render("<p><%= text %></p>", { text: req.query.text });
  // ok: javascript-template-injection
  const fourth = ejs.render(templates.welcome, { name: req.body.name });
  return [first, second, third, fourth];
}

function feed(text) {
  // ruleid: javascript-xxe
  const first = libxmljs.parseXml(text, { noent: true });
  // ruleid: javascript-xxe
  const second = libxmljs.parseXmlString(text, { noblanks: true, noent: true });
  // ok: javascript-xxe
  const third = libxmljs.parseXml(text);
  // ok: javascript-xxe
  const fourth = libxmljs.parseXml(text, { noblanks: true });
  return [first, second, third, fourth];
}

function profile(req) {
  // ruleid: javascript-unsafe-deserialization
  const first = serialize.unserialize(req.cookies.profile);
  // ruleid: javascript-unsafe-deserialization
  const second = require("node-serialize").unserialize(req.body.profile);
  // ok: javascript-unsafe-deserialization
  const third = JSON.parse(req.cookies.profile);
  // ok: javascript-unsafe-deserialization
  const fourth = serialize.serialize(third);
  return [first, second, third, fourth];
}
