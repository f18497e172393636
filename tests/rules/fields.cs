class Fields {
    string key = "secret";
    readonly string given;
    public string Open = "secret";
    string changed = "secret";
    public Fields() { given = "secret"; }
    void Change(Fields other) { other.changed = "x"; }
    void M() {
        // ruleid: field-worth
        use(key);
        // ruleid: field-worth
        use(this.given);
        // ok: field-worth
        use(this.Open);
        // ok: field-worth
        use(this.changed);
    }
}
