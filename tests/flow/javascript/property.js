class Page {
  constructor(title) {
    this.stored = title;
  }

  get title() {
    return this.stored;
  }

  get kind() {
    return 'page';
  }

  set title(value) {
    this.stored = clean(value);
  }
}

function show() {
  const page = new Page(source());
  // ruleid: flow
  sink(page.title);
  // ok: flow
  sink(page.kind);
  page.title = source();
  // ok: flow
  sink(page.title);
}
