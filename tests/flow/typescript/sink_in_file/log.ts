export function warn(text: string): void {
  // ruleid: flow
  sink(text);
}

export function warnQuietly(text: string): void {
  // ok: flow
  sink(clean(text));
}
