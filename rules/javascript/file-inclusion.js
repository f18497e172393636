import express from 'express';
const app = express();
const pages = { home: './pages/home', about: './pages/about' };

app.get('/page', (req, res) => {
  // ruleid: javascript-file-inclusion
  const page = require('./pages/' + req.query.page);
  // ok: javascript-file-inclusion
  const home = require(pages.home);
  res.end();
});
