const express = require('express');
const app = express();

app.post('/language', (req, res) => {
  // ruleid: javascript-trust-boundary-violation
  req.session.language = req.body.language;
  // ruleid: javascript-trust-boundary-violation
  req.session['role'] = req.query.role;
  // ok: javascript-trust-boundary-violation
  req.session.visits = Number(req.body.visits);
  if (['en', 'de'].includes(req.body.language)) {
    // ok: javascript-trust-boundary-violation
    req.session.language = req.body.language;
  }
  res.end();
});
