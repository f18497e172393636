interface Voice {
  speak(text: string): string;
}

const parrot: Voice = { speak: (text) => text + text };
const statue: Voice = { speak: () => '' };

function voiceOf(kind: 'parrot' | 'statue'): Voice {
  return kind === 'parrot' ? parrot : statue;
}

function listen(): void {
  // ruleid: flow
  sink(voiceOf('parrot').speak(source()));
  // ok: flow
  sink(voiceOf('statue').speak(source()));
}
