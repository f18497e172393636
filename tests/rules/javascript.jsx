import { exec as go } from 'child_process';
const cp = require('child_process');
// ruleid: js-call
run(a);
// ruleid: js-call
run(a, b);
// ok: js-call
run();
// ruleid: js-imported
go('ls');
// ruleid: js-imported
cp.exec('ls');
// ok: js-imported
exec('ls');
// ruleid: js-handler
app.get('/x', (req, res) => {
  const q = req.query.q;
  if (q) { eval(q); }
});
// ok: js-handler
app.get('/x', (req, res) => { res.send('eval'); });
// ruleid: js-new
const f = new Function('a', body);
// ok: js-new
const g = Function('a', body);
// ruleid: js-options
spawn('ls', { cwd: '/', shell: true });
// ok: js-options
spawn('ls', { shell: false });
// ruleid: js-template
db.query(`SELECT ${id} FROM t`);
// ok: js-template
db.query(`SELECT 1`);
function sequence() {
  // ruleid: js-sequence
  const x = source(1);
  log(x);
  sink(x);
}
function broken() {
  // ok: js-sequence
  const y = source(1);
  sink(z);
}
// ruleid: js-if
if (a == null) b(); else c();
// ok: js-if
if (a === null) { b(); }
// ruleid: js-catch
try { a(); } catch (e) { }
// ok: js-catch
try { a(); } catch (e) { log(e); }
// ruleid: js-element
const el = <p id="a" dangerouslySetInnerHTML={{ __html: h }}>text</p>;
// ok: js-element
const safe = <p id="a">{h}</p>;
// ruleid: js-class
export default class A extends Secret { m() {} }
// ok: js-class
class B extends Other {}
// ruleid: js-loop
for (const k of ks) { if (k) stop(); }
// ok: js-loop
for (const k in ks) { stop(); }
cookie({
  // ruleid: js-field
  secure: false,
  // ok: js-field
  other: false,
});
// ruleid: js-regex
/(a+)+$/.test(input);
// ok: js-regex
pattern.test(input);
