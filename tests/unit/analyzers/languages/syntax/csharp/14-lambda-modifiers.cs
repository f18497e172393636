class A {
    delegate bool TryParse(string text, out int value);
    void First() { before(1); }
    void Run() {
        TryParse parse = (text, out value) => int.TryParse(text, out value);
    }
    void Last() { after(1); }
}
