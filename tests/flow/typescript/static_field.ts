class Registry {
  static newest: string = 'none';
  static readonly version: string = '1';

  static add(name: string): void {
    Registry.newest = name;
  }
}

function enroll(): void {
  Registry.add(source());
  // ruleid: flow
  sink(Registry.newest);
  // ok: flow
  sink(Registry.version);
}
