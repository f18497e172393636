import express from 'express';
const app = express();

app.get('/search', (req, res) => {
  // ruleid: javascript-log-injection
  console.log('search for ' + req.query.q);
  // ok: javascript-log-injection
  console.log('search for %d letters', Number(req.query.length));
  // ok: javascript-log-injection
  console.log('search for ' + encodeURIComponent(req.query.q));
  res.end();
});
