const express = require('express');
const app = express();

app.get('/pad', (req, res) => {
  // ruleid: javascript-allocation-size-request
  const pad = Buffer.alloc(Number(req.query.size));
  // ok: javascript-allocation-size-request
  const fixed = Buffer.alloc(1024);
  res.end();
});
