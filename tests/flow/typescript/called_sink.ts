class Printer {
  print(text: string, copies: string): void {
    // ruleid: flow
    sink(text);
    // ok: flow
    sink(copies);
  }
}

function run(): void {
  new Printer().print(source(), '2');
}
