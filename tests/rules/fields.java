class Fields {
    private final String given;
    final String inPlace = "secret";
    private String written = "secret";
    String open = "secret";
    private String perhaps;

    Fields(boolean flag) {
        this.given = "secret";
        if (flag) this.perhaps = "secret";
    }

    void set(String other) { this.written = other; }

    void m() {
        // ruleid: field-worth
        use(this.given);
        // ruleid: field-worth
        use(given);
        // ruleid: field-worth
        use(this.inPlace);
        // ok: field-worth
        use(this.written);
        // ok: field-worth
        use(written);
        // ok: field-worth
        use(this.open);
        // ok: field-worth
        use(this.perhaps);
    }
}
