class Letter {
  constructor(private readonly text: string, public stamp: string) {}

  open(): string {
    return this.text;
  }
}

function post(): void {
  const letter = new Letter(source(), 'blue');
  // ruleid: flow
  sink(letter.open());
  // ok: flow
  sink(letter.stamp);
}
