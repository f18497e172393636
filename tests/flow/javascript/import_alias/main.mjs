import { Ticket as Issue } from './models.mjs';
import * as shapes from './models.mjs';

function run() {
  // ruleid: flow
  sink(new Issue(source()).summary());
  // ok: flow
  sink(new shapes.Stub(source()).summary());
}
