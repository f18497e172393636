class Loader {
  load(): string {
    return source();
  }
}

class StubLoader extends Loader {
  override load(): string {
    return 'stub';
  }
}

function fresh(): void {
  const loader: Loader = new Loader();
  // ruleid: flow
  sink(loader.load());
}

function stubbed(): void {
  const loader: Loader = new StubLoader();
  // ok: flow
  sink(loader.load());
}
