function sign(text: string, author: string = 'anonymous'): string {
  return text + author;
}

function run(): void {
  // ruleid: flow
  sink(sign('by ', source()));
  // ok: flow
  sink(sign('by '));
}
