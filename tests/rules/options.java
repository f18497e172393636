class A {
    // ruleid: attr-on
    @mark("a")
    void m() {
        // ruleid: attr-on, attr-off
        mark("a");
    }
}
