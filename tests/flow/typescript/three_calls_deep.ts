const outer = (text: string): string => middle('<' + text + '>');
const middle = (text: string): string => inner(text, 'end');
const inner = (text: string, last: string): string => text + last;

function run(): void {
  // ruleid: flow
  sink(outer(source()));
  // ok: flow
  sink(outer('fixed'));
}
