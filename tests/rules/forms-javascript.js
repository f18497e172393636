// ruleid: form-import
import { x } from "@scope/part";
// ruleid: form-import
const { y } = require("@scope/part");
// ok: form-import
import { z } from "@scoped";
// ruleid: form-template
tag(`plain`);
// ok: form-template
tag("plain");
// ruleid: form-open-object
open({ a: 1 });
// ok: form-open-object
open([]);
// ruleid: form-quoted-key
send({ mode: 1, more: 2 });
// ok: form-quoted-key
send({ mode: 2 });
// ruleid: form-arrow-body
each(x => x.y);
// ok: form-arrow-body
each(x);
// ruleid: form-chain
a.b.start().c(1).d.stop(2);
// ok: form-chain
a.b.c(1).d.stop(2);
const r = /a+/;
// ruleid: form-regex-constant
test(r);
// ok: form-regex-constant
test(a);
// ruleid: form-operators
safe && b && c;
// ok: form-operators
b && safe;
// ruleid: form-flags
f(A.THREE | A.TWO | A.ONE);
// ok: form-flags
f(A.THREE | A.TWO);
// ruleid: form-loop
for (const a of b) spin();
// ruleid: form-loop
for (let i = 0; i < 2; i++) { spin(); }
// ok: form-loop
while (a) spin();
// ruleid: form-type-arguments
const state = useIt<boolean>(1);
// ok: form-type-arguments
const other = useIt(2);
// ruleid: form-any-name
serve(function (a, b) { b.answer(a); });
// ok: form-any-name
serve(function (a, b) { a.answer(b); });
function shorthandOfImport() {
  const { Client } = require('pg')
  // ruleid: js-shorthand-of-import
  const client = new Client()
  // ok: js-shorthand-of-import
  const other = new Other()
}
// ruleid: js-piece-of-template
open(`https://${host}/path`);
// ok: js-piece-of-template
open(`https://example.com/${path}`);
// ok: js-piece-of-template
open(`${host}`);
