import { MemoryStorage, NoStorage } from './memory';
import type { Storage } from './storage';

export function run(): void {
  const memory: Storage = new MemoryStorage();
  memory.put('note', source());
  // ruleid: flow
  sink(memory.get('note'));
  const nothing: Storage = new NoStorage();
  nothing.put('note', source());
  // ok: flow
  sink(nothing.get('note'));
}
