import express from 'express';
import { escapeRegExp } from 'lodash';

const app = express();

app.get('/filter', (req, res) => {
  // ruleid: javascript-regex-injection
  const found = new RegExp(req.query.pattern).test('articles');
  // ok: javascript-regex-injection
  const quoted = new RegExp(escapeRegExp(req.query.text)).test('articles');
  res.json({ found, quoted });
});
