// ruleid: javascript-unmaintained-package
import request from "request";
import helmet from "helmet";

const cors = require("cors");
const session = require("express-session");
const { BrowserWindow } = require("electron");
// ruleid: javascript-unmaintained-package
const uuid = require("node-uuid");
// ruleid: javascript-unmaintained-package
const dom = require("xmldom");
// ok: javascript-unmaintained-package
const axios = require("axios");
// ok: javascript-unmaintained-package
const local = require("./request");

function cookies(res, id, production) {
  // ruleid: javascript-cookie-secure-disabled, javascript-cookie-httponly-disabled
  res.cookie("sid", id);
  // ruleid: javascript-cookie-secure-disabled
  res.cookie("sid", id, { httpOnly: true });
  // ruleid: javascript-cookie-secure-disabled
  res.cookie("sid", id, { secure: false, httpOnly: true });
  // ruleid: javascript-cookie-secure-disabled
  const store = session({ resave: false, cookie: { maxAge: 1000, secure: false } });
  // ok: javascript-cookie-secure-disabled
  res.cookie("sid", id, { secure: true, httpOnly: true });
  // ok: javascript-cookie-secure-disabled
  res.cookie("sid", id, { secure: production, httpOnly: true });
  // ruleid: javascript-cookie-httponly-disabled
  res.cookie("sid", id, { httpOnly: false, secure: true });
  // ruleid: javascript-cookie-httponly-disabled
  const open = session({ resave: false, cookie: { httpOnly: false } });
  // ok: javascript-cookie-httponly-disabled
  res.cookie("sid", id, { httpOnly: true, secure: true });
  // ok: javascript-cookie-httponly-disabled
  res.clearCookie("sid");
  return [store, open];
}

function origins(app, req, res) {
  // ruleid: javascript-cors-any-origin
  app.use(cors({ origin: true, credentials: true }));
  // ruleid: javascript-cors-any-origin
  res.header("Access-Control-Allow-Origin", req.headers.origin);
  // ruleid: javascript-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ok: javascript-cors-any-origin
  app.use(cors({ origin: ["https://shop.example"], credentials: true }));
  // ok: javascript-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "https://shop.example");
  app.use(helmet());
}

function windows() {
  // ruleid: javascript-electron-insecure-window
  const first = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: true } });
  // ruleid: javascript-electron-insecure-window
  const second = new BrowserWindow({ webPreferences: { preload: "p.js", contextIsolation: false } });
  // ok: javascript-electron-insecure-window
  const third = new BrowserWindow({ webPreferences: { contextIsolation: true, sandbox: true } });
  // ok: javascript-electron-insecure-window
  const fourth = new BrowserWindow({ width: 800, height: 600 });
  return [first, second, third, fourth];
}

export { cookies, origins, windows, uuid, dom, axios, local, request };
