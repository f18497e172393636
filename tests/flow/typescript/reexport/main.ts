import { drop, wrap } from './index';

export function run(): void {
  // ruleid: flow
  sink(wrap(source()));
  // ok: flow
  sink(drop(source()));
}
