import express from 'express';
import vm from 'vm';
import fs from 'fs';

const app = express();

app.get('/total', (req, res) => {
  // ruleid: javascript-code-injection
  const total = eval(req.query.formula);
  // ruleid: javascript-code-injection
  const other = new Function('x', req.query.formula);
  // ruleid: javascript-code-injection
  vm.runInNewContext(req.query.formula);
  // ok: javascript-code-injection
  const fixed = eval('1 + 2');
  res.json({ total: Number(req.query.formula) });
});

function hook() {
  // ruleid: javascript-code-injection-indirect
  vm.runInThisContext(fs.readFileSync('hook.js', 'utf8'));
  // ok: javascript-code-injection-indirect
  vm.runInThisContext('1 + 2');
}
