function lookup(): void {
  const words = new Map<string, string>([['en', source()], ['it', 'ciao']]);
  // ruleid: flow
  sink(words.get('en'));
  // ok: flow
  sink(words.get('it'));
  words.delete('en');
  // ok: flow
  sink(words.get('en') ?? 'missing');
}
