function expand() {
  const template = 'dear NAME';
  // ruleid: flow
  sink(template.replace('NAME', source()));
  // ruleid: flow
  sink(template.replace(/NAME/, () => source()));
  // ok: flow
  sink(template.replace(/NAME/, () => 'friend'));
}
