function wire(): void {
  const token: string = source();
  const name: string = 'fixed';
  const log = (): void => {
    // ruleid: flow
    sink(token);
    // ok: flow
    sink(name);
  };
  log();
}
