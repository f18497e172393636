class Fields {
    string key = "secret";
    readonly string given;
    public string Open = "secret";
    string changed = "secret";
    string filled = "secret", passed = "secret", lent = "secret";
    public Fields() { given = "secret"; }
    void Change(Fields other) { other.changed = "x"; }
    void Fill() { Load(ref filled, out this.passed); Show(lent); }
    void M() {
        // ruleid: field-worth
        use(key);
        // ruleid: field-worth
        use(this.given);
        // ok: field-worth
        use(this.Open);
        // ok: field-worth
        use(this.changed);
        // ok: field-worth
        use(filled);
        // ok: field-worth
        use(this.passed);
        // ruleid: field-worth
        use(lent);
    }
}
