import express from 'express';
import http from 'http';

const app = express();

app.get('/language', (req, res) => {
  // ruleid: javascript-header-injection
  res.setHeader('Content-Language', req.query.language);
  // ok: javascript-header-injection
  res.setHeader('Content-Language', 'en');
  res.end();
});

http.createServer((request, response) => {
  // ruleid: javascript-header-injection
  response.setHeader('X-Path', request.url);
  // ok: javascript-header-injection
  response.setHeader('X-Path', encodeURIComponent(request.url));
  response.end();
});
