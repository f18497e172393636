class A {
    void Run() {
        before(1);
        var name = nameof(System.Collections.Generic.List<>);
        after(1);
    }
}
