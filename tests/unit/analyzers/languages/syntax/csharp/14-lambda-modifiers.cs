class A {
    delegate bool TryParse(string text, out int value);
    void Run() {
        before(1);
        TryParse parse = (text, out value) => int.TryParse(text, out value);
        var name = nameof(System.Collections.Generic.List<>);
        after(1);
    }
}
