import { User } from './user';

export class Repository {
  insert(user: User): void {
    // ruleid: flow
    sink(`insert into users values ('${user.name}')`);
    // ok: flow
    sink(`insert into roles values ('${user.role}')`);
  }
}
