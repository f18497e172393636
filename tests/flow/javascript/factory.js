function speaker(kind) {
  if (kind === 'echo') {
    return { answer: (question) => question };
  }
  return { answer: () => 'no comment' };
}

function interview() {
  const question = source();
  // ruleid: flow
  sink(speaker('echo').answer(question));
  // ok: flow
  sink(speaker('refusal').answer(question));
}
