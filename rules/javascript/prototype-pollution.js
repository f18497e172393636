import express from 'express';
import _ from 'lodash';

const app = express();
const settings = {};

app.post('/settings', (req, res) => {
  // ruleid: javascript-prototype-pollution
  _.merge(settings, req.body);
  // ok: javascript-prototype-pollution
  _.merge(settings, { theme: String(req.body.theme) });
  res.end();
});
