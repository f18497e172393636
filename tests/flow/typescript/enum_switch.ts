enum Detail {
  Low,
  High,
}

function describe(detail: Detail, text: string): string {
  switch (detail) {
    case Detail.Low:
      return 'short';
    case Detail.High:
      return text;
  }
}

function print(): void {
  // ruleid: flow
  sink(describe(Detail.High, source()));
  // ok: flow
  sink(describe(Detail.Low, source()));
}
