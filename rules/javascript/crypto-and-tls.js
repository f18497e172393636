const crypto = require("crypto");
const { createHash } = require("crypto");
const https = require("https");
const jwt = require("jsonwebtoken");
const mysql = require("mysql2");
const mongoose = require("mongoose");
const { Pool } = require("pg");
const session = require("express-session");

function digests(data) {
  const first = crypto.createHash("md5").update(data).digest("hex");
  const second = createHash("sha1").update(data).digest("hex");
  const third = crypto.createHash("sha256").update(data).digest("hex");
  const fourth = createHash("sha3-256").update(data).digest("hex");
  return [first, second, third, fourth];
}

function ciphers(key, iv, password) {
  const des = crypto.createCipheriv("des-ede3-cbc", key, iv);
  const ecb = crypto.createCipheriv("aes-128-ecb", key, null);
  const gcm = crypto.createCipheriv("aes-256-gcm", key, iv);
  const chacha = crypto.createCipheriv("chacha20-poly1305", key, iv);
  // ruleid: javascript-cipher-without-iv
  const old = crypto.createCipher("aes-256-cbc", password);
  // ruleid: javascript-cipher-without-iv
  const older = crypto.createDecipher("aes-256-cbc", password);
  // ok: javascript-cipher-without-iv
  const current = crypto.createCipheriv("aes-256-gcm", key, iv);
  // ok: javascript-cipher-without-iv
  const opened = crypto.createDecipheriv("aes-256-gcm", key, iv);
  return [des, ecb, gcm, chacha, old, older, current, opened];
}

function signUp() {
  const resetToken = Math.random().toString(36).slice(2);
  let sessionId = "s" + Math.floor(Math.random() * 1e9);
  const apiKey = crypto.randomBytes(24).toString("hex");
  const jitter = Math.random() * 100;
  return [resetToken, sessionId, apiKey, jitter];
}

function makePassword() {
  return Math.random().toString(36);
}

function clients(options, ca) {
  // ruleid: javascript-tls-verification-disabled
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  // ruleid: javascript-tls-verification-disabled
  https.request({ host: "media.example", rejectUnauthorized: false }, () => {});
  // ruleid: javascript-tls-verification-disabled
  const pool = new Pool({ host: "db", ssl: { rejectUnauthorized: false } });
  // ruleid: javascript-tls-verification-disabled
  options.rejectUnauthorized = false;
  // ruleid: javascript-tls-verification-disabled
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  // ok: javascript-tls-verification-disabled
  const checked = new https.Agent({ keepAlive: true, ca });
  // ok: javascript-tls-verification-disabled
  https.request({ host: "media.example", rejectUnauthorized: true }, () => {});
  return [agent, pool, checked];
}

function tokens(token, key, claims) {
  // ruleid: javascript-jwt-verification-disabled
  const first = jwt.verify(token, key, { algorithms: ["HS256", "none"] });
  // ruleid: javascript-jwt-verification-disabled
  const second = jwt.verify(token, key, { ignoreExpiration: true });
  // ruleid: javascript-jwt-verification-disabled
  const third = jwt.verify(token, null);
  // ok: javascript-jwt-verification-disabled
  const fourth = jwt.verify(token, key, { algorithms: ["RS256"] });
  // ok: javascript-jwt-verification-disabled
  const fifth = jwt.sign(claims, key, { algorithm: "RS256" });
  // ruleid: javascript-hardcoded-secret
  const sixth = jwt.sign(claims, "shop-signing-key");
  // ruleid: javascript-hardcoded-secret
  const store = session({ resave: false, secret: "keyboard-cat-1", saveUninitialized: false });
  // ok: javascript-hardcoded-secret
  const seventh = jwt.sign(claims, process.env.JWT_KEY);
  // ok: javascript-hardcoded-secret
  const safeStore = session({ resave: false, secret: process.env.SESSION_SECRET });
  return [first, second, third, fourth, fifth, sixth, store, seventh, safeStore];
}

function databases() {
  // ruleid: javascript-hardcoded-password
  const first = mysql.createConnection({ host: "db", user: "shop", password: "Winter2024!" });
  // ruleid: javascript-hardcoded-password
  mongoose.connect("mongodb://shop:let-me-in@db.example/shop");
  // ok: javascript-hardcoded-password
  const second = mysql.createConnection({ host: "db", user: "shop", password: process.env.DB_PASSWORD });
  // ok: javascript-hardcoded-password
  mongoose.connect("mongodb://db.example/shop");
  return [first, second];
}
