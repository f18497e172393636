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
  res.send("<h1>Hello " + req.query.name + "</h1>");
  res.send(req.query.comment);
  res.write(`<p>${req.params.text}</p>`);
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  res.json({ name: req.query.name });
  res.send("<h1>Hello</h1>");
});

app.get("/next", (req, res) => {
  res.redirect(req.query.next);
  res.redirect(302, req.body.target);
  res.redirect(PAGES[req.query.page] || "/");
  res.redirect("/orders/" + req.params.id);
});

app.get("/files/:name", (req, res) => {
  res.sendFile("/srv/invoices/" + req.params.name);
  fs.readFile(`/srv/notes/${req.query.note}`, (error, text) => res.json({ text }));
  const file = path.join("/srv/invoices", req.query.file);
  res.sendFile(req.params.name, { root: "/srv/invoices" });
  const safe = path.join("/srv/invoices", path.basename(req.query.file));
  const fixed = path.join("/srv/invoices", "terms.pdf");
  return [file, safe, fixed];
});

app.get("/preview", async (req, res) => {
  const first = await axios.get(req.query.url);
  const second = await fetch(`${req.body.host}/status`);
  const third = await axios.get(FEEDS[req.query.feed]);
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
  const settings = _.merge({}, defaults, req.body);
  _.defaultsDeep(req.body, defaults);
  const named = _.merge({}, defaults, { theme: req.body.theme });
  const shallow = { ...defaults, ...req.body };
  res.json([settings, named, shallow]);
});

app.post("/login", (req, res) => {
  logger.info("login of " + req.body.user);
  req.log.warn(`refused coupon ${req.query.coupon}`);
  logger.info("login", { user: req.body.user });
  logger.error("checkout failed");
  res.end();
});
