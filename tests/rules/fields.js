class Fields {
  #key = "secret";
  open = "secret";
  m() {
    // ruleid: field-worth
    use(this.#key);
    // ok: field-worth
    use(this.open);
  }
}
