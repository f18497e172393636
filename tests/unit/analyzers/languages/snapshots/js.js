import def, { a as b } from './lib/net.js';
import * as ns from "node:fs";
const { exec: run, spawn } = require('child_process'), k = 0x10;
@tag(1) export class A extends B.C {
  static #p = `t${k}`;
  async m({ x, y = 2 }, ...rest) { return await super.m(...rest); }
}
if (a?.b) run(a['c']); else if (!k) { delete a.b; }
for (const i of xs) p(i);
try { t(new E(1)); } catch { } finally { o = { k, 'q': x => x + 1, [z]: /re/g, f() {} }; }
export default <div id="x" {...p} on={f}>text {v}</div>;
