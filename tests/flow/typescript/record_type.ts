function labels(): void {
  const labels: Record<string, string> = {};
  labels['red'] = source();
  labels['green'] = 'go';
  // ruleid: flow
  sink(labels['red']);
  // ok: flow
  sink(labels['green']);
  labels['red'] = 'stop';
  // ok: flow
  sink(labels['red']);
}
