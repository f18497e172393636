import { Input } from './input';

export function run(): void {
  const input = new Input();
  // ruleid: flow
  sink(input.line());
  // ok: flow
  sink(input.prompt());
}
