import express from 'express';
import serialize from 'node-serialize';

const app = express();

app.post('/cart', (req, res) => {
  // ruleid: javascript-unsafe-deserialization
  const cart = serialize.unserialize(req.body.cart);
  // ok: javascript-unsafe-deserialization
  const other = JSON.parse(req.body.cart);
  res.end();
});
