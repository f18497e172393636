import { login, session } from './session';

export function run(): void {
  login(source());
  // ruleid: flow
  sink(session.user);
  // ok: flow
  sink(session.theme);
}
