type Change = (text: string) => string;

function twice(change: Change, text: string): string {
  return change(change(text));
}

function use(): void {
  const typed = source();
  // ruleid: flow
  sink(twice((text) => text + '.', typed));
  // ok: flow
  sink(twice((_text) => 'same', typed));
}
