class Stack<T> {
  private items: T[] = [];

  push(item: T): this {
    this.items.push(item);
    return this;
  }

  pop(): T | undefined {
    return this.items.pop();
  }
}

function run(): void {
  const typed = new Stack<string>().push(source());
  const fixed = new Stack<string>().push('fixed');
  // ruleid: flow
  sink(typed.pop());
  // ok: flow
  sink(fixed.pop());
}
