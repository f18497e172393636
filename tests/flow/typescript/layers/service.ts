import { Repository } from './repository';

export class Service {
  constructor(private readonly repository: Repository) {}

  register(name: string): void {
    this.repository.insert({ name, role: 'guest' });
  }
}
