const tagger = (tag: string) => (text: string): string => `<${tag}>${text}`;

function mark(): void {
  const odd = tagger(source());
  const bold = tagger('b');
  // ruleid: flow
  sink(odd('word'));
  // ok: flow
  sink(bold('word'));
}
