import { Repository } from './repository';
import { Service } from './service';

export function run(): void {
  const service = new Service(new Repository());
  service.register(source());
}
