class Fields {
  private readonly key: string = "secret";
  private given: string;
  private changed = "secret";
  constructor() {
    this.given = "secret";
  }
  change() {
    this.changed += "x";
  }
  m() {
    // ruleid: field-worth
    use(this.key);
    // ruleid: field-worth
    use(this.given);
    // ok: field-worth
    use(this.changed);
  }
}
