import { loud, hush } from './index.mjs';

function run() {
  // ruleid: flow
  sink(loud(source()));
  // ok: flow
  sink(hush(source()));
}
