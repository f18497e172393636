import express from 'express';
const app = express();

app.get('/pad', (req, res) => {
  // ruleid: javascript-allocation-size-request
  const pad = Buffer.alloc(parseInt(req.query.size, 10));
  // ok: javascript-allocation-size-request
  const fixed = Buffer.alloc(1024);
  res.end();
});
