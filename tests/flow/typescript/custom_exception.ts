class Refused extends Error {
  constructor(message: string, readonly reason: string) {
    super(message);
  }
}

function check(name: string): never {
  throw new Refused('refused', name);
}

function enter(): void {
  try {
    check(source());
  } catch (problem) {
    if (problem instanceof Refused) {
      // ruleid: flow
      sink(problem.reason);
      // ok: flow
      sink(problem.message);
    }
  }
}
