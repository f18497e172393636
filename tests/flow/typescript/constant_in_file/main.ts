import { LEVEL, TRACE } from './config';

export function run(): void {
  const typed = source();
  if (TRACE) {
    // ok: flow
    sink(typed);
  }
  if (LEVEL > 2) {
    // ruleid: flow
    sink(typed);
  }
}
