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

function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") merge(target[key], source[key]);
    // ruleid: javascript-prototype-polluting-merge
    else target[key] = source[key];
  }
}

function mergeChecked(target, source) {
  for (const key in source) {
    if (key === "__proto__") continue;
    if (typeof source[key] === "object") mergeChecked(target[key], source[key]);
    // ok: javascript-prototype-polluting-merge
    else target[key] = source[key];
  }
}
