const axios = require("axios");
const express = require("express");
const fs = require("fs");
const _ = require("lodash");
const path = require("path");
const { escapeHtml } = require("./html");

const app = express();
const PAGES = { cart: "/cart", home: "/" };
const FEEDS = { news: "https://news.example/feed" };

app.get("/hello", (req, res) => {
  // ruleid: javascript-xss-response
  res.send("<h1>Hello " + req.query.name + "</h1>");
  // ruleid: javascript-xss-response
  res.send(req.query.comment);
  // ruleid: javascript-xss-response
  res.write(`<p>${req.params.text}</p>`);
  // ok: javascript-xss-response
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  // ok: javascript-xss-response
  res.json({ name: req.query.name });
  // ok: javascript-xss-response
  res.send("<h1>Hello</h1>");
});

app.get("/next", (req, res) => {
  // ruleid: javascript-open-redirect
  res.redirect(req.query.next);
  // ruleid: javascript-open-redirect
  res.redirect(302, req.body.target);
  // ok: javascript-open-redirect
  res.redirect(PAGES[req.query.page] || "/");
  // ok: javascript-open-redirect
  res.redirect("/orders/" + req.params.id);
});

app.get("/files/:name", (req, res) => {
  // ruleid: javascript-path-traversal-request
  res.sendFile("/srv/invoices/" + req.params.name);
  // ruleid: javascript-path-traversal-request
  fs.readFile(`/srv/notes/${req.query.note}`, (error, text) => res.json({ text }));
  // ruleid: javascript-path-traversal-request
  const file = path.join("/srv/invoices", req.query.file);
  // ok: javascript-path-traversal-request
  res.sendFile(req.params.name, { root: "/srv/invoices" });
  // ok: javascript-path-traversal-request
  const safe = path.join("/srv/invoices", path.basename(req.query.file));
  // ok: javascript-path-traversal-request
  const fixed = path.join("/srv/invoices", "terms.pdf");
  return [file, safe, fixed];
});

app.get("/preview", async (req, res) => {
  // ruleid: javascript-ssrf-request-url
  const first = await axios.get(req.query.url);
  // ruleid: javascript-ssrf-request-url
  const second = await fetch(`${req.body.host}/status`);
  // ok: javascript-ssrf-request-url
  const third = await axios.get(FEEDS[req.query.feed]);
  // ok: javascript-ssrf-request-url
  const fourth = await fetch("https://news.example/item/" + req.query.id);
  res.json([first, second, third, fourth]);
});

app.use((error, req, res, next) => {
  // ruleid: javascript-error-stack-exposure
  res.status(500).send(error.stack);
  // ruleid: javascript-error-stack-exposure
  res.json({ message: "failed", detail: error.stack });
  // ok: javascript-error-stack-exposure
  console.error(error.stack);
  // ok: javascript-error-stack-exposure
  res.status(500).send("internal error");
  next();
});

app.post("/users", async (req, res) => {
  // ruleid: javascript-mass-assignment
  const user = new User(req.body);
  // ruleid: javascript-mass-assignment
  await Account.create(req.body);
  // ruleid: javascript-mass-assignment
  Object.assign(user, req.body);
  // ok: javascript-mass-assignment
  const copy = Object.assign({}, req.body);
  // ok: javascript-mass-assignment
  await Account.create({ name: req.body.name });
  // ok: javascript-mass-assignment
  const dto = new CreateUserDto(req.body);
  res.json([user, copy, dto]);
});

app.put("/settings", (req, res) => {
  // ruleid: javascript-prototype-pollution
  const settings = _.merge({}, defaults, req.body);
  // ruleid: javascript-prototype-pollution
  _.defaultsDeep(req.body, defaults);
  // ok: javascript-prototype-pollution
  const named = _.merge({}, defaults, { theme: req.body.theme });
  // ok: javascript-prototype-pollution
  const shallow = { ...defaults, ...req.body };
  res.json([settings, named, shallow]);
});

app.post("/login", (req, res) => {
  // ruleid: javascript-log-injection
  logger.info("login of " + req.body.user);
  // ruleid: javascript-log-injection
  req.log.warn(`refused coupon ${req.query.coupon}`);
  // ok: javascript-log-injection
  logger.info("login", { user: req.body.user });
  // ok: javascript-log-injection
  logger.error("checkout failed");
  res.end();
});
