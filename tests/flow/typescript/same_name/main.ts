import { format } from './first';
import { format as formatEmpty } from './second';

export function run(): void {
  // ruleid: flow
  sink(format(source()));
  // ok: flow
  sink(formatEmpty(source()));
}
