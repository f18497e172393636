import * as log from './log';

export function run(): void {
  log.warn(source());
  log.warnQuietly(source());
}
