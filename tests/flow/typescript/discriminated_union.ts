type Shape = { kind: 'named'; name: string } | { kind: 'plain'; sides: number };

function caption(shape: Shape): string {
  switch (shape.kind) {
    case 'named':
      return shape.name;
    case 'plain':
      return 'plain';
  }
}

function print(): void {
  // ruleid: flow
  sink(caption({ kind: 'named', name: source() }));
  // ok: flow
  sink(caption({ kind: 'plain', sides: 4 }));
}
