const express = require('express');
const serialize = require('node-serialize');

const app = express();

app.post('/cart', (req, res) => {
  // ruleid: javascript-unsafe-deserialization
  const cart = serialize.unserialize(req.body.cart);
  // ok: javascript-unsafe-deserialization
  const other = JSON.parse(req.body.cart);
  res.end();
});
