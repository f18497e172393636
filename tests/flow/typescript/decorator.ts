function cleaned(target: object, name: string, descriptor: PropertyDescriptor): void {
  const inner = descriptor.value;
  descriptor.value = function (...given: unknown[]) {
    return clean(inner.apply(this, given));
  };
}

class Inbox {
  @cleaned
  subject(): string {
    return source();
  }

  body(): string {
    return source();
  }
}

function run(): void {
  const inbox = new Inbox();
  // ok: flow
  sink(inbox.subject());
  // ruleid: flow
  sink(inbox.body());
}
