import express from 'express';
import Koa from 'koa';
import escapeHtml from 'escape-html';

const app = express();

app.get('/hello', (req, res) => {
  const name = req.query.name;
  // ruleid: javascript-xss-response
  res.send('<p>Hello ' + name + '</p>');
  // ok: javascript-xss-response
  res.send('<p>Hello ' + escapeHtml(name) + '</p>');
  // ok: javascript-xss-response
  res.json({ name });
});

const koa = new Koa();
koa.use(async (ctx) => {
  // ruleid: javascript-xss-response
  ctx.body = '<p>' + ctx.query.name + '</p>';
});

function show() {
  // ruleid: javascript-dom-xss
  document.getElementById('title').innerHTML = window.location.hash;
  // ok: javascript-dom-xss
  document.getElementById('title').textContent = window.location.hash;
  // todoruleid: javascript-dom-xss
  document.write('<p>' + location.search + '</p>');
}
