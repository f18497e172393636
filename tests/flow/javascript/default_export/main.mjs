import quote, { blank } from './texts.mjs';

function run() {
  // ruleid: flow
  sink(quote(source()));
  // ok: flow
  sink(blank(source()));
}
