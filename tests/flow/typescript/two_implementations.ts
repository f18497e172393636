interface Renderer {
  render(text: string): string;
}

class Verbatim implements Renderer {
  render(text: string): string {
    return text;
  }
}

class Redacted implements Renderer {
  render(text: string): string {
    return '#'.repeat(text.length);
  }
}

function draw(): void {
  const note = source();
  let renderer: Renderer = new Verbatim();
  // ruleid: flow
  sink(renderer.render(note));
  renderer = new Redacted();
  // ok: flow
  sink(renderer.render(note));
}
