class Guard {
  static pass(text: string): string {
    return clean(text);
  }

  static look(text: string): string {
    clean(text);
    return text;
  }
}

function run(): void {
  // ok: flow
  sink(Guard.pass(source()));
  // ruleid: flow
  sink(Guard.look(source()));
}
